import type { KnownBlock, SectionBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { HomeModel, HomeStart, TeamOnHome } from '../../domain/home-model.ts';
import type { HomeTab } from '../../domain/home-place.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, HOME_BUTTONS } from '../ids.ts';
import { button, context, divider, section, sectionWith } from './blocks.ts';
import { bold } from './compose.ts';
import { footLines, toManagerButton } from './digest-message.ts';
import { buildDueBlocks } from './digest-rows.ts';
import { turnButtons, weekRows } from './home-pages.ts';
import { writeHomeValue } from './home-value.ts';
import { goneBlock, sweepHeadline } from './manager-sweep.ts';
import { buildListRows } from './prospect-list.ts';
import { sayNobody, sayPart } from './say-home.ts';
import { buildTouchRows } from './touch-rows.ts';

const GONE_SHOWN = 5;

type Start = { start: HomeStart; words: Words };
type Reader = { today: LocalDate; words: Words };

/** The first page: today as the digest has it, then how the other parts begin. */
export function startBlocks(model: HomeModel, { start, words }: Start): KnownBlock[] {
  const reader = { today: model.day.today, words };
  return [
    ...waitingBlocks(start.team, reader),
    ...todayBlocks(model, words),
    ...weekBlocks(model, { start, words }),
    ...nurtureBlocks(model, { start, words }),
    divider(),
    numbersBlock(start, words),
    ...recentBlocks(model, { start, words }),
    ...(start.team ? [divider(), cracksBlock(start.team, words)] : []),
  ];
}

/** What a manager sees of the team where there is nothing of their own. */
export function teamBlocks(team: TeamOnHome, reader: Reader): KnownBlock[] {
  return [...waitingBlocks(team, reader), divider(), cracksBlock(team, reader.words)];
}

/** What only a manager can decide, before all else. */
function waitingBlocks(team: TeamOnHome | null, reader: Reader): KnownBlock[] {
  if (team === null) return [];
  const { home } = reader.words;
  const { heldCount, sweep } = team;
  const look = button(ACTIONS.openHeld, home.look, { says: home.sayLook });
  return [
    ...(heldCount > 0 ? [sectionWith(look, [home.heldForYou(heldCount)])] : []),
    ...sweep.gone.slice(0, GONE_SHOWN).map((gone) => goneBlock(gone, reader)),
  ];
}

function todayBlocks(model: HomeModel, words: Words): KnownBlock[] {
  const { day, page } = model;
  const { total } = page;
  const toManager = toManagerButton(day, words);
  const isClear = day.due.length === 0;
  return [
    ...(isClear ? [section([words.home.clear])] : buildDueBlocks(day, { words, from: 0 })),
    ...turnButtons('today', { from: 0, count: Math.min(DIGEST_ROWS, total), total }, words),
    context(...footLines(day, words)),
    ...(toManager.length > 0 ? [{ type: 'actions' as const, elements: toManager }] : []),
  ];
}

function weekBlocks(model: HomeModel, { start, words }: Start): KnownBlock[] {
  const { week, heldIds } = start;
  const total = model.counts.week;
  if (total === 0) return [divider(), section([sayNobody('week', model, words)])];
  const heading = partHeading(model, { tab: 'week', shown: week.length, total, words });
  return [divider(), heading, ...weekRows(model, { rows: week, heldIds, words })];
}

function nurtureBlocks(model: HomeModel, { start, words }: Start): KnownBlock[] {
  const { nurture, heldIds } = start;
  const total = model.counts.nurture;
  if (total === 0) return [];
  const heading = partHeading(model, { tab: 'nurture', shown: nurture.length, total, words });
  return [divider(), heading, ...buildListRows({ ...model.day, rows: nurture, heldIds }, words)];
}

function numbersBlock({ numbers }: HomeStart, { home }: Words): SectionBlock {
  return section([bold(home.numbers)], ...home.numberLines(numbers).map((line) => [line]));
}

function recentBlocks(model: HomeModel, { start, words }: Start): KnownBlock[] {
  const { recent, recentTotal: total } = start;
  if (total === 0) return [];
  const heading = partHeading(model, { tab: 'recent', shown: recent.length, total, words });
  return [divider(), heading, ...buildTouchRows({ rows: recent, today: model.day.today }, words)];
}

/** "Nurture, 120", with the button to all of them when these are the first. */
function partHeading(
  { week }: HomeModel,
  { tab, shown, total, words }: { tab: HomeTab; shown: number; total: number; words: Words },
): SectionBlock {
  const { home } = words;
  const part = sayPart(tab, { week, words });
  const heading = bold(home.heading(part, total));
  if (shown === total) return section([heading]);
  const all = button(HOME_BUTTONS.tab[tab], home.showAll(total), {
    value: writeHomeValue({ tab, from: 0 }),
    says: home.sayShowAll(part, total),
  });
  return sectionWith(all, [heading]);
}

/** How many are falling through, and the way to see which. */
function cracksBlock({ sweep }: TeamOnHome, words: Words): SectionBlock {
  const { home } = words;
  const line = [bold(sweepHeadline(sweep, words))];
  const see = button(ACTIONS.openSweep, home.see, { says: home.seeCracks });
  return sweep.total === 0 ? section(line) : sectionWith(see, line);
}
