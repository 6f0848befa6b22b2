import type { KnownBlock } from '@slack/types';
import { LATE_CONTACT } from '../../domain/insights.ts';
import type { InsightsModel } from '../../domain/insights-model.ts';
import { ENOUGH, estimate } from '../../domain/wilson.ts';
import { section } from './blocks.ts';
import { barChart, type ChartBlock } from './chart.ts';
import { bold, type Line, typed } from './compose.ts';
import { sayDay, WEEKDAYS } from './dates.ts';
import {
  CHANNEL_NAMES,
  countRows,
  percent,
  type RateRow,
  rateRows,
  sayContact,
  sayHour,
  sayRate,
  sayStandOut,
} from './insight-words.ts';
import { NO_REASON_LABELS, plural } from './words.ts';

export type DrawnBlock = KnownBlock | ChartBlock;

const LESSONS_SHOWN = 5;
const LESSON_LENGTH = 200;

/** The Yeses as a chart once there are enough of them to see a shape. */
export function yesChart(model: InsightsModel): DrawnBlock[] {
  const { byContact, late } = model.insights.yeses;
  if (late.of < ENOUGH) return yesBlocks(model);
  const counts = new Map(byContact.map(({ at, count }) => [at, count]));
  const last = Math.max(LATE_CONTACT, ...counts.keys());
  const bars = Array.from({ length: last }, (_, i) => ({
    label: sayContact(i + 1),
    value: counts.get(i + 1) ?? 0,
  }));
  return [
    barChart({
      ...{ title: `${late.of} Yeses, by contact`, name: 'Yeses', bars },
      ...{ xLabel: 'Contact at which they said Yes', yLabel: 'Yeses' },
    }),
    section(lateLine(model)),
  ];
}

export function yesBlocks(model: InsightsModel): KnownBlock[] {
  const { byContact, late } = model.insights.yeses;
  if (late.of === 0) return [section([bold('Yeses'), ': none in these days.'])];
  const rows = byContact.map(({ at, count }) => ({ label: sayContact(at), count }));
  return [section([bold('Yeses, by contact')], countRows(rows), lateLine(model))];
}

function lateLine({ insights }: InsightsModel): Line {
  return [`At contact ${LATE_CONTACT} or later: `, bold(sayRate(insights.yeses.late)), '.'];
}

export function contactBlocks({ insights }: InsightsModel): KnownBlock[] {
  const rows = insights.byContact.map(({ at, rate }) => ({ label: sayContact(at), rate }));
  return rateBlocks('Answered, by contact', rows);
}

export function channelBlocks({ insights }: InsightsModel): KnownBlock[] {
  const rows = insights.byChannel.map(({ at, rate }) => ({ label: CHANNEL_NAMES[at], rate }));
  return rateBlocks('Answered, by channel', rows, 'channel');
}

export function weekdayBlocks({ insights }: InsightsModel): KnownBlock[] {
  const rows = insights.byWeekday.map(({ at, rate }) => ({ label: WEEKDAYS[at] ?? '', rate }));
  return rateBlocks('Answered, by weekday', rows, 'weekday');
}

/** What is known as bars, what is not yet in one line, and what stands out when that is asked. */
function rateBlocks(heading: string, rows: readonly RateRow[], what?: string): KnownBlock[] {
  if (rows.length === 0) return [];
  const known = rows.filter(({ rate }) => estimate(rate) !== null);
  return [
    section(
      [bold(heading)],
      ...(known.length > 0 ? [rateRows(known)] : []),
      ...(what === undefined ? [] : sayStandOut(known, what)),
      ...sayFew(rows),
    ),
  ];
}

/** Hours with enough touches as a chart; two bars at least make one. */
export function hourChart(model: InsightsModel): DrawnBlock[] {
  const rows = hourRows(model);
  const bars = rows.flatMap(({ label, rate }) => {
    const found = estimate(rate);
    return found ? [{ label: `${label} (${rate.of})`, value: percent(found.share) }] : [];
  });
  if (bars.length < 2) return hourBlocks(model);
  return [
    barChart({
      ...{ title: 'Answered, by hour of our touch', name: '% answered', bars },
      ...{ xLabel: 'Hour, and touches in it', yLabel: '% answered' },
    }),
    section(...sayStandOut(rows, 'hour'), ...sayFew(rows)),
  ];
}

export function hourBlocks(model: InsightsModel): KnownBlock[] {
  return rateBlocks('Answered, by hour of our touch', hourRows(model), 'hour');
}

function hourRows({ insights }: InsightsModel): RateRow[] {
  return insights.byHour.map(({ at, rate }) => ({ label: sayHour(at), rate }));
}

function sayFew(rows: readonly RateRow[]): Line[] {
  const few = rows.filter(({ rate }) => estimate(rate) === null);
  if (few.length === 0) return [];
  return [
    [
      `Too few yet: ${few.map(({ label, rate }) => `${label} (${rate.hits} of ${rate.of})`).join(', ')}.`,
    ],
  ];
}

export function promiseBlocks({ promises }: InsightsModel): KnownBlock[] {
  const said = promises.of === 0 ? 'none fell due in these days' : sayRate(promises);
  return [section([bold('Promises kept'), `: ${said}.`])];
}

export function noBlocks({ insights, today }: InsightsModel): KnownBlock[] {
  const { total, reasons, lessons } = insights.noes;
  if (total === 0) return [section([bold('Noes'), ': none in these days.'])];
  const rows = reasons.map(({ reason, count }) => ({
    label: reason === null ? 'No reason given' : NO_REASON_LABELS[reason],
    count,
  }));
  const noes = section([bold(`${plural(total, 'No', 'Noes')}, by reason`)], countRows(rows));
  if (lessons.length === 0) return [noes, section(['No lesson was written down with them.'])];
  const hidden = lessons.length - LESSONS_SHOWN;
  return [
    noes,
    section([bold('What we learned')]),
    // By themselves: a lesson that is shown as typed would take the heading's bold away.
    section(
      ...lessons.slice(0, LESSONS_SHOWN).map(({ reason, text, on }): Line => {
        const why = reason === null ? '' : `, ${NO_REASON_LABELS[reason].toLowerCase()}`;
        const oneLine = text.replace(/\s*\n\s*/g, ' / ');
        return [`${sayDay(on, today)}${why}: `, typed(oneLine, LESSON_LENGTH)];
      }),
      ...(hidden > 0 ? [[`And ${plural(hidden, 'earlier one')}.`]] : []),
    ),
  ];
}
