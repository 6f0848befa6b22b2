import type { LocalDate } from './local-date.ts';
import { type Channel, isOutbound, isUnanswered, type TouchFact } from './touch.ts';

/** What a prospect's touches add up to. */
export type Chase = {
  /** Days with at least one outbound touch, those kept from an import included. */
  contacts: number;
  /** Contacts since the last reply that nobody answered. */
  unansweredInARow: number;
  /** Contacts made in the slow rhythm since it began; 0 outside nurture. */
  nurtureContacts: number;
  /** Channels of the latest contacts, newest first. */
  latestChannels: Channel[];
  lastTouchedOn: LocalDate | null;
};

export type NurtureStart = { unansweredInARow: number; contacts: number };

type Day = { touchedOn: LocalDate; outbound: boolean; answered: boolean; channel: Channel };

/**
 * Adds up touches day by day: a call and an e-mail on one day are one contact, and any answer on that
 * day, or any touch of theirs, ends the row of unanswered ones.
 * @example
 * addUpChase([{ touchedOn: '2026-11-16', channel: 'call', outcome: 'no_answer', repId: 'ana' }], 0, start)
 * //=> { contacts: 1, unansweredInARow: 1, nurtureContacts: 0, latestChannels: ['call'], … }
 */
export function addUpChase(
  touches: readonly TouchFact[],
  importedContacts: number,
  nurtureStart: NurtureStart,
): Chase {
  const chase: Chase = {
    contacts: importedContacts,
    unansweredInARow: 0,
    nurtureContacts: 0,
    latestChannels: [],
    lastTouchedOn: null,
  };
  for (const day of byDay(touches)) addDay(chase, day, nurtureStart);
  return chase;
}

function addDay(chase: Chase, day: Day, nurtureStart: NurtureStart): void {
  chase.lastTouchedOn = day.touchedOn;
  if (day.outbound) {
    chase.contacts += 1;
    chase.latestChannels = [day.channel, ...chase.latestChannels].slice(0, 3);
  }
  if (day.answered) {
    chase.unansweredInARow = 0;
    chase.nurtureContacts = 0;
    return;
  }
  chase.unansweredInARow += 1;
  const inNurture =
    chase.unansweredInARow >= nurtureStart.unansweredInARow &&
    chase.contacts >= nurtureStart.contacts;
  if (inNurture) chase.nurtureContacts += 1;
}

function byDay(touches: readonly TouchFact[]): Day[] {
  const days = new Map<LocalDate, Day>();
  for (const touch of touches) {
    const day = days.get(touch.touchedOn);
    const outbound = isOutbound(touch.outcome);
    days.set(touch.touchedOn, {
      touchedOn: touch.touchedOn,
      outbound: outbound || (day?.outbound ?? false),
      answered: !isUnanswered(touch.outcome) || (day?.answered ?? false),
      channel: outbound || !day?.outbound ? touch.channel : day.channel,
    });
  }
  return [...days.values()].sort((a, b) => (a.touchedOn < b.touchedOn ? -1 : 1));
}
