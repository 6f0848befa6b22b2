import type { KnownBlock } from '@slack/types';
import { LATE_CONTACT } from '../../domain/insights.ts';
import type { InsightsModel } from '../../domain/insights-model.ts';
import { ENOUGH, estimate } from '../../domain/wilson.ts';
import type { Words } from '../../domain/words/words.ts';
import { section } from './blocks.ts';
import { barChart, type ChartBlock } from './chart.ts';
import { bold, type Line, type Piece, typed } from './compose.ts';
import {
  countRows,
  type Kind,
  nameOf,
  percent,
  type RateRow,
  type Row,
  rateRows,
  sayContact,
  sayHour,
  sayStandOut,
} from './insight-words.ts';

export type DrawnBlock = KnownBlock | ChartBlock;

const LESSONS_SHOWN = 5;
const LESSON_LENGTH = 200;

/** The Yeses as a chart once there are enough of them to see a shape. */
export function yesChart(model: InsightsModel, words: Words): DrawnBlock[] {
  const { byContact, late } = model.insights.yeses;
  if (late.of < ENOUGH) return yesBlocks(model, words);
  const { yeses, countedByContact, contactOfYes } = words.insights;
  const counts = new Map(byContact.map(({ at, count }) => [at, count]));
  const last = Math.max(LATE_CONTACT, ...counts.keys());
  const bars = Array.from({ length: last }, (_, i) => ({
    label: sayContact(i + 1),
    value: counts.get(i + 1) ?? 0,
  }));
  return [
    barChart({
      ...{ title: countedByContact(late.of), name: yeses, bars },
      ...{ xLabel: contactOfYes, yLabel: yeses },
    }),
    section(lateLine(model, words)),
  ];
}

export function yesBlocks(model: InsightsModel, words: Words): KnownBlock[] {
  const { byContact, late } = model.insights.yeses;
  const { yeses, noYeses, yesesByContact } = words.insights;
  if (late.of === 0) return [section([bold(yeses), noYeses])];
  const rows = byContact.map(({ at, count }) => ({ ...contactRow(at, words), count }));
  return [section([bold(yesesByContact)], countRows(rows, words), lateLine(model, words))];
}

function lateLine({ insights: { yeses } }: InsightsModel, { insights }: Words): Line {
  return insights.lateYeses<Piece>(LATE_CONTACT, bold(insights.rate(yeses.late)));
}

export function contactBlocks({ insights }: InsightsModel, words: Words): KnownBlock[] {
  const rows = insights.byContact.map(({ at, rate }) => ({ ...contactRow(at, words), rate }));
  return rateBlocks(rows, { kind: 'contact', words });
}

function contactRow(number: number, { insights }: Words): Row {
  const label = sayContact(number);
  return { label, says: insights.contact(label) };
}

export function channelBlocks({ insights }: InsightsModel, words: Words): KnownBlock[] {
  const { channels } = words.insights;
  const rows = insights.byChannel.map(({ at, rate }) => ({ label: channels[at], rate }));
  return rateBlocks(rows, { kind: 'channel', words });
}

export function weekdayBlocks({ insights }: InsightsModel, words: Words): KnownBlock[] {
  const { weekdays } = words.dates;
  const rows = insights.byWeekday.map(({ at, rate }) => ({ label: weekdays[at] ?? '', rate }));
  return rateBlocks(rows, { kind: 'weekday', words });
}

/** What is known as bars, what is not yet in one line, and what stands out where that can be asked. */
function rateBlocks(
  rows: readonly RateRow[],
  { kind, words }: { kind: Kind | 'contact'; words: Words },
): KnownBlock[] {
  if (rows.length === 0) return [];
  const known = rows.filter(({ rate }) => estimate(rate) !== null);
  return [
    section(
      [bold(words.insights.answeredBy[kind])],
      ...(known.length > 0 ? [rateRows(known, words)] : []),
      ...(kind === 'contact' ? [] : sayStandOut(known, { kind, words })),
      ...sayFew(rows, words),
    ),
  ];
}

/** Hours with enough touches as a chart; two bars at least make one. */
export function hourChart(model: InsightsModel, words: Words): DrawnBlock[] {
  const { answeredBy, percentAnswered, hoursAxis } = words.insights;
  const rows = hourRows(model);
  const bars = rows.flatMap(({ label, rate }) => {
    const found = estimate(rate);
    return found ? [{ label: `${label} (${rate.of})`, value: percent(found.share) }] : [];
  });
  if (bars.length < 2) return hourBlocks(model, words);
  return [
    barChart({
      ...{ title: answeredBy.hour, name: percentAnswered, bars },
      ...{ xLabel: hoursAxis, yLabel: percentAnswered },
    }),
    section(...sayStandOut(rows, { kind: 'hour', words }), ...sayFew(rows, words)),
  ];
}

export function hourBlocks(model: InsightsModel, words: Words): KnownBlock[] {
  return rateBlocks(hourRows(model), { kind: 'hour', words });
}

function hourRows({ insights }: InsightsModel): RateRow[] {
  return insights.byHour.map(({ at, rate }) => ({ label: sayHour(at), rate }));
}

function sayFew(rows: readonly RateRow[], { insights }: Words): Line[] {
  const few = rows.filter(({ rate }) => estimate(rate) === null);
  if (few.length === 0) return [];
  return [[insights.tooFewYet(few.map((row) => ({ label: nameOf(row), rate: row.rate })))]];
}

export function promiseBlocks({ promises }: InsightsModel, { insights }: Words): KnownBlock[] {
  const { promisesKept, promisesRate } = insights;
  const rate = promises.of === 0 ? null : insights.rate(promises);
  return [section([bold(promisesKept), promisesRate(rate)])];
}

export function noBlocks(model: InsightsModel, words: Words): KnownBlock[] {
  const { insights, labels } = words;
  const { total, reasons, lessons } = model.insights.noes;
  if (total === 0) return [section([bold(insights.noes), insights.noNoes])];
  const rows = reasons.map(({ reason, count }) => ({
    label: reason === null ? insights.noReason : labels.noReasons[reason],
    count,
  }));
  const noes = section([bold(insights.noesByReason(total))], countRows(rows, words));
  if (lessons.length === 0) return [noes, section([insights.noLesson])];
  // By themselves: a lesson that is shown as typed would take the heading's bold away.
  return [noes, section([bold(insights.whatWeLearned)]), section(...lessonLines(model, words))];
}

function lessonLines({ insights, today }: InsightsModel, words: Words): Line[] {
  const { lessons } = insights.noes;
  const hidden = lessons.length - LESSONS_SHOWN;
  return [
    ...lessons.slice(0, LESSONS_SHOWN).map(({ reason, text, on }): Line => {
      const oneLine = typed(text.replace(/\s*\n\s*/g, ' / '), LESSON_LENGTH);
      return words.insights.lesson(oneLine, { day: words.dates.day(on, today), reason });
    }),
    ...(hidden > 0 ? [[words.insights.earlierLessons(hidden)]] : []),
  ];
}
