import { countNotProspects } from '../db/not-prospects.ts';
import { countPromises } from '../db/promises.ts';
import { countSlipping } from '../db/slipping.ts';
import { countFollowUps } from '../db/touches.ts';
import { countAnswers, findNewestLesson } from '../db/week-numbers.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import type { WeekNumbers, WeekSummary } from '../domain/week-summary.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** What the workspace did this week up to today, with all of last week beside it. */
export async function loadWeekSummary(ctx: RepContext): Promise<WeekSummary> {
  const { db, workspaceId, rep, now } = ctx;
  const today = localDateOf(now, rep.zone);
  const monday = mondayOf(today);
  const slipping = await countSlipping(db, { workspaceId, today });
  return {
    monday,
    thisWeek: await loadNumbers(ctx, monday, today),
    lastWeek: await loadNumbers(ctx, addDays(monday, -7), addDays(monday, -1)),
    slipping: sumOf(slipping),
    lesson: await findNewestLesson(db, { workspaceId, from: monday, to: today }),
  };
}

async function loadNumbers(
  { db, workspaceId, rep }: RepContext,
  from: LocalDate,
  to: LocalDate,
): Promise<WeekNumbers> {
  const counts = await countFollowUps(db, { workspaceId, from, to });
  const notProspects = await countNotProspects(db, {
    workspaceId,
    from: instantOf(from, '00:00', rep.zone),
    to: instantOf(addDays(to, 1), '00:00', rep.zone),
  });
  return {
    ...(await countAnswers(db, { workspaceId, from, to })),
    followUps: sumOf(counts),
    promises: await countPromises(db, { workspaceId, from, before: addDays(to, 1) }),
    notProspects: sumOf(notProspects),
  };
}

function sumOf(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
