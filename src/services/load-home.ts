import { countHeldMatches } from '../db/held-matches.ts';
import { findHomePlace } from '../db/home-places.ts';
import { countOpenByDay, listOpenProspects, ownsAny } from '../db/prospect-lists.ts';
import { DIGEST_ROWS } from '../domain/digest.ts';
import type { DigestModel } from '../domain/digest-model.ts';
import { countHome, type HomeCounts } from '../domain/home-counts.ts';
import type { HomeModel, HomePage, HomeStart, TeamOnHome } from '../domain/home-model.ts';
import { HOME_START, type HomePlace, placeOn } from '../domain/home-place.ts';
import { landOn, PAGE_ROWS } from '../domain/paging.ts';
import type { Prospect } from '../domain/prospect.ts';
import { type WeekAhead, weekAhead } from '../domain/week-ahead.ts';
import type { RepContext } from './context.ts';
import { findHeldIds } from './list-held.ts';
import { countRecentTouches, listRecentTouches } from './list-recent-touches.ts';
import { loadDay } from './load-day.ts';
import { loadOwnNumbers } from './load-own-numbers.ts';
import { loadSweep } from './load-sweep.ts';

/** Rows of a part on the first page. */
const BEGINNING = 5;

type Known = { day: DigestModel; week: WeekAhead; counts: HomeCounts };

/** What App Home shows of the page the rep stands on, as it is now. */
export async function loadHome(ctx: RepContext): Promise<HomeModel> {
  const { db, workspaceId, rep } = ctx;
  const day = await loadDay(ctx);
  const backOn = day.nextDay.on;
  const week = weekAhead(day.today, backOn);
  const days = await countOpenByDay(db, { workspaceId, ownerId: rep.id });
  const known = { day, week, counts: countHome(days, { ...week, backOn }) };
  const ownsNone =
    known.counts.open === 0 && !(await ownsAny(db, { workspaceId, ownerId: rep.id }));
  const kept = await findHomePlace(db, { workspaceId, repId: rep.id });
  const place = ownsNone ? HOME_START : placeOn(day.today, kept);
  return {
    ...known,
    ...{ name: rep.name, isManager: rep.isManager, ownsNone },
    page: await loadPage(ctx, { place, known }),
  };
}

async function loadPage(
  ctx: RepContext,
  { place, known }: { place: HomePlace; known: Known },
): Promise<HomePage> {
  switch (place.tab) {
    case 'today': {
      const total = known.day.due.filter(({ section }) => section !== 'before_back').length;
      const from = landOn(place.from, { total, size: DIGEST_ROWS });
      return { tab: 'today', from, total, start: from > 0 ? null : await loadStart(ctx, known) };
    }
    case 'week':
    case 'nurture':
    case 'all':
      return loadList(ctx, { tab: place.tab, from: place.from, known });
    case 'recent': {
      const total = await countRecentTouches(ctx);
      const from = landOn(place.from, { total, size: PAGE_ROWS });
      return {
        ...{ tab: 'recent', from, total },
        touches: await listRecentTouches(ctx, { limit: PAGE_ROWS, offset: from }),
      };
    }
    default:
      return place.tab satisfies never;
  }
}

type ListTab = 'week' | 'nurture' | 'all';

async function loadList(
  ctx: RepContext,
  { tab, known, ...asked }: { tab: ListTab; from: number; known: Known },
): Promise<HomePage> {
  const { counts } = known;
  const total = { week: counts.week, nurture: counts.nurture, all: counts.open }[tab];
  const from = landOn(asked.from, { total, size: PAGE_ROWS });
  const rows = await listRows(ctx, { tab, known, limit: PAGE_ROWS, offset: from });
  return { tab, from, total, rows, heldIds: await findHeldIds(ctx, idsOf(rows)) };
}

async function loadStart(ctx: RepContext, known: Known): Promise<HomeStart> {
  const beginning = { known, limit: BEGINNING, offset: 0 };
  const week = await listRows(ctx, { tab: 'week', ...beginning });
  const nurture = await listRows(ctx, { tab: 'nurture', ...beginning });
  return {
    ...{ week, nurture },
    heldIds: await findHeldIds(ctx, idsOf([...week, ...nurture])),
    recent: await listRecentTouches(ctx, { limit: BEGINNING }),
    recentTotal: await countRecentTouches(ctx),
    numbers: await loadOwnNumbers(ctx, known.day.today),
    team: await loadTeam(ctx),
  };
}

async function listRows(
  { db, workspaceId, rep }: RepContext,
  { tab, known, ...part }: { tab: ListTab; known: Known; limit: number; offset: number },
): Promise<Prospect[]> {
  const { day, week } = known;
  const days = { after: day.today, until: week.until, unpromisedBefore: day.nextDay.on };
  return listOpenProspects(db, {
    ...{ workspaceId, ownerIds: [rep.id], ...part },
    ...{ week: days, nurture: { nurture: true }, all: {} }[tab],
  });
}

async function loadTeam(ctx: RepContext): Promise<TeamOnHome | null> {
  if (!ctx.rep.isManager) return null;
  const heldCount = await countHeldMatches(ctx.db, ctx.workspaceId);
  return { sweep: await loadSweep(ctx), heldCount };
}

function idsOf(prospects: readonly Prospect[]): string[] {
  return prospects.map(({ id }) => id);
}
