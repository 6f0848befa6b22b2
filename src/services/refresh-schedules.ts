import { lockOutdatedSchedules, moveSchedules } from '../db/schedules.ts';
import { instantOf, isZone } from '../domain/zone.ts';
import type { DeliveryContext } from './delivery-context.ts';

const LIMIT = 500;

/**
 * Recomputes the next instants that another release of the time-zone data computed. The local date
 * stays, so nobody is written to twice. Ask again while the answer reaches the limit.
 */
export async function refreshSchedules(ctx: DeliveryContext): Promise<{ more: boolean }> {
  const tzdb = process.versions.tz ?? '';
  return ctx.db.transaction(async (tx) => {
    const outdated = await lockOutdatedSchedules(tx, { now: ctx.now, tzdb, limit: LIMIT });
    const moves = outdated.map(({ nextLocalDate: localDate, localTime, zone, ...schedule }) => {
      const dueAt = isZone(zone) ? instantOf(localDate, localTime, zone) : schedule.nextDueAt;
      return { ...schedule, next: { localDate, dueAt } };
    });
    await moveSchedules(tx, { moves, tzdb });
    return { more: outdated.length === LIMIT };
  });
}
