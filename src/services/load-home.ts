import { countHeldMatches } from '../db/held-matches.ts';
import { countOpenProspects, listOpenProspects, ownsAny } from '../db/prospect-lists.ts';
import { countFollowUps } from '../db/touches.ts';
import type { DigestModel } from '../domain/digest-model.ts';
import type { GoneOwner } from '../domain/gone-owner.ts';
import { mondayOf } from '../domain/local-date.ts';
import type { NamedTouch } from '../domain/logged-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { findHeldIds } from './list-held.ts';
import { listRecentTouches } from './list-recent-touches.ts';
import { loadDay } from './load-day.ts';
import { loadGoneOwners } from './load-gone-owners.ts';

export type HomeData = {
  day: DigestModel;
  upcoming: Prospect[];
  /** Those of the upcoming ones that wait for a manager. */
  heldIds: ReadonlySet<string>;
  openTotal: number;
  /** There was never anybody to chase. */
  ownsNone: boolean;
  followUpsThisWeek: number;
  isManager: boolean;
  /** Shared phones that wait for a manager; 0 for others. */
  heldCount: number;
  /** The rep's own touches that they may still change, newest first. */
  recent: NamedTouch[];
  /** Those who left, for their manager. */
  gone: GoneOwner[];
};

const UPCOMING = 10;

/** What App Home shows: today, what comes next, and the rep's own numbers. */
export async function loadHome(ctx: RepContext): Promise<HomeData> {
  const { db, workspaceId, rep } = ctx;
  const day = await loadDay(ctx);
  const openTotal = await countOpenProspects(db, { workspaceId, ownerId: rep.id });
  const upcoming = await listOpenProspects(db, {
    workspaceId,
    ownerIds: [rep.id],
    after: day.today,
    limit: UPCOMING,
  });
  const counts = await countFollowUps(db, {
    workspaceId,
    from: mondayOf(day.today),
    to: day.today,
  });
  return {
    day,
    // Promises of the days off ahead stand among today's rows already.
    upcoming: upcoming.filter(({ id }) => !day.due.some(({ prospect }) => prospect.id === id)),
    heldIds: await findHeldIds(
      ctx,
      upcoming.map(({ id }) => id),
    ),
    openTotal,
    ownsNone: openTotal === 0 && !(await ownsAny(db, { workspaceId, ownerId: rep.id })),
    followUpsThisWeek: counts.get(rep.id) ?? 0,
    isManager: rep.isManager,
    heldCount: rep.isManager ? await countHeldMatches(db, workspaceId) : 0,
    recent: await listRecentTouches(ctx),
    gone: await loadGoneOwners(ctx),
  };
}
