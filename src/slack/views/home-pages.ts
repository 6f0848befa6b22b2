import type { KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { HomeModel, HomePage } from '../../domain/home-model.ts';
import type { HomeTab } from '../../domain/home-place.ts';
import { PAGE_ROWS } from '../../domain/paging.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { HOME_BUTTONS } from '../ids.ts';
import { context, section } from './blocks.ts';
import { bold } from './compose.ts';
import { buildDueBlocks } from './digest-rows.ts';
import { writeHomeValue } from './home-value.ts';
import { pageButtons, type Shown, sayShown } from './page-buttons.ts';
import { buildListRows } from './prospect-list.ts';
import { sayNobody, sayPart } from './say-home.ts';
import { buildTouchRows } from './touch-rows.ts';

type PageOf<T extends HomeTab> = { page: Extract<HomePage, { tab: T }>; words: Words };

/** Rows of today after the first ten. */
export function todayPage(model: HomeModel, { page, words }: PageOf<'today'>): KnownBlock[] {
  const { from, total } = page;
  const rows = buildDueBlocks(model.day, { words, from });
  const shown = { from, count: rows.length, total };
  return pageBlocks(model, { tab: 'today', rows, shown, words });
}

/** The buttons to the other pages of a part. */
export function turnButtons(tab: HomeTab, shown: Shown, words: Words): KnownBlock[] {
  return pageButtons(shown, {
    size: tab === 'today' ? DIGEST_ROWS : PAGE_ROWS,
    ids: HOME_BUTTONS.pages,
    writePage: (from) => writeHomeValue({ tab, from }),
    words,
  });
}

/** A page of the week, of who is in the slow rhythm, or of all. */
export function listPage(
  model: HomeModel,
  { page, words }: PageOf<'week' | 'nurture' | 'all'>,
): KnownBlock[] {
  const { tab, from, total, rows } = page;
  const blocks =
    tab === 'week'
      ? weekRows(model, { ...page, words })
      : buildListRows({ ...model.day, ...page }, words);
  return pageBlocks(model, {
    tab,
    rows: blocks,
    shown: { from, count: rows.length, total },
    words,
  });
}

type Rows = { rows: readonly Prospect[]; heldIds: ReadonlySet<string>; words: Words };

/** Rows below the names of their days. */
export function weekRows({ day, counts }: HomeModel, { words, ...list }: Rows): KnownBlock[] {
  const days = [...new Set(list.rows.flatMap(({ standing }) => standing.next?.on ?? []))];
  return days.flatMap((on) => {
    const name = words.home.onDay(words.dates.day(on, day.today), counts.onDay.get(on) ?? 0);
    const rows = list.rows.filter(({ standing }) => standing.next?.on === on);
    const { heldIds } = list;
    return [
      context([bold(name)]),
      ...buildListRows({ ...day, rows, heldIds, underDay: true }, words),
    ];
  });
}

export function recentPage(model: HomeModel, { page, words }: PageOf<'recent'>): KnownBlock[] {
  const { touches, from, total } = page;
  const rows = buildTouchRows({ rows: touches, today: model.day.today }, words);
  const shown = { from, count: touches.length, total };
  return pageBlocks(model, { tab: 'recent', rows, shown, words });
}

function pageBlocks(
  model: HomeModel,
  { tab, rows, shown, words }: { tab: HomeTab; rows: KnownBlock[]; shown: Shown; words: Words },
): KnownBlock[] {
  if (shown.total === 0) return [section([sayNobody(tab, model, words)])];
  const part = sayPart(tab, { ...model, words });
  const heading = words.home.heading(part, sayShown(shown, words) ?? shown.total);
  return [section([bold(heading)]), ...rows, ...turnButtons(tab, shown, words)];
}
