import { listDaysOffWithin } from '../db/days-off.ts';
import { type GateFacts, readGateFacts } from '../db/gates.ts';
import type { ClaimedDelivery, SkipReason } from '../domain/delivery.ts';
import type { DayOff } from '../domain/opening.ts';
import { SCHEDULE_KINDS } from '../domain/schedule.ts';
import { readSubject } from '../domain/subject.ts';
import type { DeliveryContext } from './delivery-context.ts';

export type Gate =
  | { kind: 'open' }
  | { kind: 'skip'; reason: SkipReason }
  /** The workspace cannot be written to at the moment: the row goes back. */
  | { kind: 'wait'; why: string };

/**
 * Whether claimed deliveries are still right, from what the database says now rather than when they
 * were planned; in the order they were given.
 */
export async function checkGates(
  { db, now }: DeliveryContext,
  deliveries: readonly ClaimedDelivery[],
): Promise<Gate[]> {
  const subjects = deliveries.map(({ workspaceId, subjectKey }) => ({
    ...{ workspaceId, subject: readSubject(subjectKey) },
  }));
  const [facts, daysOff] = await Promise.all([
    readGateFacts(db, subjects),
    listDaysOffOf(db, deliveries),
  ]);
  return deliveries.map((delivery, place) =>
    gateOf(delivery, { now, facts: facts[place] ?? null, dayOff: daysOff.get(delivery) ?? null }),
  );
}

function gateOf(
  delivery: ClaimedDelivery,
  { now, facts, dayOff }: { now: Date; facts: GateFacts | null; dayOff: DayOff | null },
): Gate {
  if (facts?.workspaceState !== 'active') return { kind: 'wait', why: 'workspace_disconnected' };
  if (facts.pausedUntil !== null && facts.pausedUntil > now) return { kind: 'wait', why: 'paused' };
  const subject = readSubject(delivery.subjectKey);
  if (!subject) return { kind: 'skip', reason: 'changed' };
  if (subject.kind === 'rep' && !facts.repIsHere) return { kind: 'skip', reason: 'deactivated' };
  if (subject.kind === 'team' && !facts.teamHasChannel) {
    return { kind: 'skip', reason: 'no_channel' };
  }
  return dayOff === null ? { kind: 'open' } : { kind: 'skip', reason: dayOff };
}

/** Holidays and leave added since the rows were made; reminders and notices have rules of their own. */
async function listDaysOffOf(
  db: DeliveryContext['db'],
  deliveries: readonly ClaimedDelivery[],
): Promise<Map<ClaimedDelivery, DayOff>> {
  const asked = deliveries.flatMap((delivery) => {
    const { workspaceId, kind, subjectKey, occurrenceKey: on } = delivery;
    const subject = readSubject(subjectKey);
    const recurs = (SCHEDULE_KINDS as readonly string[]).includes(kind);
    return subject && recurs ? [{ delivery, workspaceId, subject, from: on, to: on }] : [];
  });
  const days = await listDaysOffWithin(db, asked);
  return new Map(
    asked.flatMap(({ delivery, from }, place) => {
      const dayOff = days[place]?.get(from);
      return dayOff ? [[delivery, dayOff]] : [];
    }),
  );
}
