import { countOpenProspects, listOpenProspects } from '../db/prospect-lists.ts';
import { countFollowUps } from '../db/touches.ts';
import type { DigestModel } from '../domain/digest-model.ts';
import type { GoneOwner } from '../domain/gone-owner.ts';
import { mondayOf } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { loadDay } from './load-day.ts';
import { loadGoneOwners } from './load-gone-owners.ts';

export type HomeData = {
  day: DigestModel;
  upcoming: Prospect[];
  openTotal: number;
  followUpsThisWeek: number;
  isManager: boolean;
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
    upcoming,
    openTotal,
    followUpsThisWeek: counts.get(rep.id) ?? 0,
    isManager: rep.isManager,
    gone: await loadGoneOwners(ctx),
  };
}
