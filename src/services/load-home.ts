import { countOpenProspects, listOpenProspects, ownsAny } from '../db/prospect-lists.ts';
import { countFollowUps } from '../db/touches.ts';
import type { DigestModel } from '../domain/digest-model.ts';
import { mondayOf } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { loadDay } from './load-day.ts';

export type HomeData = {
  day: DigestModel;
  upcoming: Prospect[];
  openTotal: number;
  /** There was never anybody to chase. */
  ownsNone: boolean;
  followUpsThisWeek: number;
  isManager: boolean;
};

const UPCOMING = 10;

/** What App Home shows: today, what comes next, and the rep's own numbers. */
export async function loadHome(ctx: RepContext): Promise<HomeData> {
  const { db, workspaceId, rep } = ctx;
  const day = await loadDay(ctx);
  const openTotal = await countOpenProspects(db, { workspaceId, ownerId: rep.id });
  const upcoming = await listOpenProspects(db, {
    workspaceId,
    ownerId: rep.id,
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
    openTotal,
    ownsNone: openTotal === 0 && !(await ownsAny(db, { workspaceId, ownerId: rep.id })),
    followUpsThisWeek: counts.get(rep.id) ?? 0,
    isManager: rep.isManager,
  };
}
