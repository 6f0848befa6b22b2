import { countPromises } from '../db/promises.ts';
import { countFollowUps } from '../db/touches.ts';
import { countAnswers } from '../db/week-numbers.ts';
import type { OwnNumbers } from '../domain/home-model.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import type { RepContext } from './context.ts';

/** What the rep did this week up to today, and how many follow-ups all of last week had. */
export async function loadOwnNumbers(ctx: RepContext, today: LocalDate): Promise<OwnNumbers> {
  const { db, workspaceId, rep } = ctx;
  const monday = mondayOf(today);
  const repIds = [rep.id];
  const { prospectsChased, yes, no } = await countAnswers(db, {
    ...{ workspaceId, repIds, from: monday, to: today },
  });
  return {
    ...{ prospectsChased, yes, no },
    followUps: await countOwn(ctx, monday, today),
    followUpsLastWeek: await countOwn(ctx, addDays(monday, -7), addDays(monday, -1)),
    // A promise of today may still be kept: it counts once it is, or from tomorrow on.
    promises: await countPromises(db, { workspaceId, repIds, from: monday, before: today }),
  };
}

async function countOwn(
  { db, workspaceId, rep }: RepContext,
  from: LocalDate,
  to: LocalDate,
): Promise<number> {
  const counts = await countFollowUps(db, { workspaceId, from, to, repIds: [rep.id] });
  return counts.get(rep.id) ?? 0;
}
