import { countContactsBefore, listInsightTouches } from '../db/insights.ts';
import { countPromises } from '../db/promises.ts';
import { listReps } from '../db/reps.ts';
import { computeInsights, type InsightDays } from '../domain/insights.ts';
import type { InsightScope, InsightsModel } from '../domain/insights-model.ts';
import { addDays } from '../domain/local-date.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

export type InsightsInput = { scope: InsightScope; days: InsightDays };

/**
 * What the last days teach, about the rep's own touches or those of the rep's team together. Any rep
 * may see both: the team's figures name nobody.
 */
export async function loadInsights(
  ctx: RepContext,
  { scope, days }: InsightsInput,
): Promise<InsightsModel> {
  const { db, workspaceId, rep, now } = ctx;
  const today = localDateOf(now, rep.zone);
  const wanted = addDays(today, 1 - days);
  const whose = scope === 'me' ? { repId: rep.id } : { teamId: rep.teamId };
  const { touches, from } = await listInsightTouches(db, {
    ...{ workspaceId, whose, to: today },
    from: wanted,
  });
  const window = { workspaceId, whose, from, to: today };
  const ours = new Set(await listOwnIds(ctx, scope));
  return {
    ...{ scope, days, from, today },
    isCut: from > wanted,
    insights: computeInsights({
      touches,
      contactsBefore: await countContactsBefore(db, window),
      isOurs: (repId) => ours.has(repId),
      zone: rep.zone,
    }),
    promises: await loadPromises(ctx, { from, today, repIds: [...ours] }),
  };
}

async function listOwnIds({ db, workspaceId, rep }: RepContext, scope: InsightScope) {
  if (scope === 'me') return [rep.id];
  const reps = await listReps(db, workspaceId);
  return reps.filter(({ teamId }) => teamId === rep.teamId).map(({ id }) => id);
}

/** A promise of today may still be kept: it counts once it is, or from tomorrow on. */
async function loadPromises(
  { db, workspaceId }: RepContext,
  { from, today, repIds }: { from: string; today: string; repIds: string[] },
) {
  const { kept, due } = await countPromises(db, { workspaceId, from, before: today, repIds });
  return { hits: kept, of: due };
}
