import {
  countMissing,
  countStandingStill,
  listRecurrences,
  type StandingStill,
} from '../db/audit.ts';
import { LATE_AFTER_MINUTES } from '../domain/delivery.ts';
import { expectedOccurrences } from '../domain/schedule.ts';
import { after, type DeliveryContext } from './delivery-context.ts';

const MINUTE_MS = 60_000;
/** Yesterday and today in every zone. */
const LOOK_BACK_MS = 48 * 60 * MINUTE_MS;
/** A sweep comes several times in this time, in any replica. */
const GRACE_MS = 5 * MINUTE_MS;

export type Audit = StandingStill & {
  /** Occurrences that the calendar owes and the ledger does not have. */
  missing: number;
  /** Machine time. */
  at: Date;
};

/**
 * Recomputes what every schedule owed yesterday and today and compares it with the ledger. It shares
 * nothing with the sweep but the rules of the calendar, so that it notices when the sweep stands still.
 */
export async function auditDeliveries(ctx: DeliveryContext): Promise<Audit> {
  const { db, timings, now, machineNow } = ctx;
  const span = { from: after(now, -LOOK_BACK_MS), to: after(now, -GRACE_MS) };
  const recurrences = await listRecurrences(db);
  const expected = recurrences.flatMap((recurrence) =>
    expectedOccurrences(recurrence, span).map((occurrence) => ({ ...recurrence, ...occurrence })),
  );
  const missing = await countMissing(db, expected);
  const standing = await countStandingStill(db, {
    now,
    machineNow,
    leaseBefore: after(machineNow, -timings.leaseMs),
    lookBefore: after(machineNow, -timings.horizonMs),
    dueBefore: after(now, -LATE_AFTER_MINUTES * MINUTE_MS),
  });
  return { missing, ...standing, at: machineNow };
}

export function isClean({ missing, stuck, late }: Audit): boolean {
  return missing + stuck + late === 0;
}
