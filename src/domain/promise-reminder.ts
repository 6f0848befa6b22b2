const MINUTE_MS = 60_000;
/** So long before the time of a promise. */
export const REMIND_MINUTES = 15;
/** So long after it a message would still help; later it would only shame. */
const GRACE_MINUTES = 5;

/** When a reminder goes out, and when it is given up. */
export type ReminderTimes = { dueAt: Date; expiresAt: Date };

/**
 * When the owner is reminded of a promise with a time: 15 minutes before, given up 5 minutes after its
 * time. An owner who agreed to something less than 15 minutes ahead has it in mind and gets none; one
 * to whom somebody else brought it gets it at once. Null when there is none.
 * @example
 * planReminder(new Date('2026-11-17T09:00:00Z'), { now: new Date('2026-11-16T11:00:00Z'), byOwner: true })
 * //=> { dueAt: 2026-11-17T08:45:00.000Z, expiresAt: 2026-11-17T09:05:00.000Z }
 */
export function planReminder(
  at: Date,
  { now, byOwner }: { now: Date; byOwner: boolean },
): ReminderTimes | null {
  if (at <= now) return null;
  const dueAt = new Date(at.getTime() - REMIND_MINUTES * MINUTE_MS);
  if (dueAt < now && byOwner) return null;
  return {
    dueAt: dueAt < now ? now : dueAt,
    expiresAt: new Date(at.getTime() + GRACE_MINUTES * MINUTE_MS),
  };
}

/**
 * What a reminder is called in the ledger: the prospect and the promise's time, so that a promise that
 * moved has another.
 * @example reminderKey('5f0c…', new Date('2026-11-17T09:00:00Z')) //=> '5f0c…@2026-11-17T09:00:00.000Z'
 */
export function reminderKey(prospectId: string, at: Date): string {
  return `${prospectId}@${at.toISOString()}`;
}

/**
 * Reads a reminder's name back.
 * @example readReminderKey('5f0c…@2026-11-17T09:00:00.000Z')
 * //=> { prospectId: '5f0c…', at: 2026-11-17T09:00:00.000Z }
 */
export function readReminderKey(key: string): { prospectId: string; at: Date } | null {
  const [prospectId, time] = key.split('@');
  const at = new Date(time ?? '');
  return prospectId && !Number.isNaN(at.getTime()) ? { prospectId, at } : null;
}
