import type { DeliveryState } from './delivery.ts';

/** Why a working day of the schedule is none for this person or team. */
export type DayOff = 'away' | 'holiday';

export type Opening = { state: DeliveryState; reason: string | null };

/**
 * How an occurrence enters the ledger once its time has come. A day off and a pause are final at
 * once; after downtime only the newest is sent, and only inside its window.
 * @example
 * openingOf({ dueAt: new Date('2026-11-17T07:30:00Z'), expiresAt: new Date('2026-11-17T11:30:00Z') },
 *   { now: new Date('2026-11-17T12:30:00Z'), newest: true, dayOff: null, pausedUntil: null })
 * //=> { state: 'expired', reason: 'outage' }
 */
export function openingOf(
  { dueAt, expiresAt }: { dueAt: Date; expiresAt: Date },
  when: { now: Date; newest: boolean; dayOff: DayOff | null; pausedUntil: Date | null },
): Opening {
  if (when.dayOff !== null) return { state: 'skipped', reason: when.dayOff };
  if (when.pausedUntil !== null && dueAt < when.pausedUntil) {
    return { state: 'skipped', reason: 'paused' };
  }
  if (!when.newest) return { state: 'expired', reason: 'superseded' };
  if (expiresAt <= when.now) return { state: 'expired', reason: 'outage' };
  return { state: 'pending', reason: null };
}
