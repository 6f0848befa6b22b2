import { daysBetween, type LocalDate, weekdayOf } from './local-date.ts';
import { CHANNELS, type Channel, isOutbound, type NoReason, type Outcome } from './touch.ts';
import type { Rate } from './wilson.ts';

export const INSIGHT_DAYS = [30, 90, 365] as const;
/** How far back insights look, in calendar days, today included. */
export type InsightDays = (typeof INSIGHT_DAYS)[number];

/** What insights need of a touch. */
export type InsightTouch = {
  prospectId: string;
  repId: string;
  channel: Channel;
  outcome: Outcome;
  touchedOn: LocalDate;
  /** Only when it was logged on its day: then the hour is known. */
  touchedAt: Date | null;
  noReason: NoReason | null;
  lesson: string | null;
};

export type InsightsInput = {
  /** Everybody's touches in the window, in the order they happened. */
  touches: readonly InsightTouch[];
  /** By prospect: contacts before the window, those of an import included. */
  contactsBefore: ReadonlyMap<string, number>;
  /** Whose contacts are counted; everybody's count for the number a contact has. */
  isOurs: (repId: string) => boolean;
  /** In which hours are told. */
  zone: string;
};

export type Counted<T> = { at: T; rate: Rate };
export type Lesson = { reason: NoReason | null; text: string; on: LocalDate };

export type Insights = {
  prospects: number;
  /** Contacts, and those of them that were answered. */
  contacts: Rate;
  /** Answered by contact number; `LAST_CONTACT` stands for it and every later one. */
  byContact: Counted<number>[];
  byChannel: Counted<Channel>[];
  /** 0 for Monday. */
  byWeekday: Counted<number>[];
  byHour: Counted<number>[];
  yeses: Yeses;
  noes: { total: number; reasons: { reason: NoReason | null; count: number }[]; lessons: Lesson[] };
};

export type Yeses = {
  /** Yeses at each contact number that had any, `LAST_CONTACT` and later together. */
  byContact: { at: number; count: number }[];
  /** Those at the fifth contact or later, of all. */
  late: Rate;
};

/** Contacts from this one on are told together. */
export const LAST_CONTACT = 10;
/** From which contact on a Yes is a late one: where most people stop trying. */
export const LATE_CONTACT = 5;
/** So many days after our contact their own message or call still answers it. */
export const REPLY_DAYS = 14;

/**
 * Whether they said something to us with this outcome: a Yes, a No, "not now", a stop and any
 * conversation. Silence, a missed appointment and a wrong person are none.
 * @example isReply('no') //=> true
 */
export function isReply(outcome: Outcome): boolean {
  switch (outcome) {
    case 'spoke':
    case 'they_got_in_touch':
    case 'not_now':
    case 'yes':
    case 'no':
    case 'stop':
      return true;
    case 'no_answer':
    case 'sent':
    case 'missed_appointment':
    case 'wrong_contact':
      return false;
    default:
      return outcome satisfies never;
  }
}

type Try = { touch: InsightTouch; answered: boolean };
type Contact = { number: number; on: LocalDate; tries: Try[] };

/**
 * What the touches of a window teach. The rule of a reply: a contact (a day with an outbound touch)
 * is answered when one of its touches ended in a reply, or when they got in touch themselves, or asked
 * us to stop, up to 14 days later and before our next contact; of that day's touches the last one by
 * the same channel gets it, else the last. Contact numbers count everybody's contacts with the
 * prospect, imported ones included. By contact number and weekday a day counts once; by channel and
 * hour every touch counts, and the hour is that of our touch, not of their answer.
 * @example
 * // Called Dana on Mon 16 Nov and e-mailed on Wed 18 Nov 2026; she rang back on Fri 20 Nov.
 * computeInsights({ touches, contactsBefore: new Map(), … }).byContact
 * //=> [{ at: 1, rate: { hits: 0, of: 1 } }, { at: 2, rate: { hits: 1, of: 1 } }]
 */
export function computeInsights(input: InsightsInput): Insights {
  const contacts = listContacts(input);
  const tries = contacts.flatMap((contact) => contact.tries);
  const timed = tries.flatMap(({ touch, answered }) =>
    touch.touchedAt ? [{ at: touch.touchedAt, answered }] : [],
  );
  const hourOf = hourIn(input.zone);
  const days = contacts.map((contact) => ({ contact, answered: isAnswered(contact) }));
  return {
    prospects: new Set(tries.map(({ touch }) => touch.prospectId)).size,
    contacts: rateOf(days),
    byContact: tally(days, ({ contact }) => Math.min(contact.number, LAST_CONTACT)).sort(byPlace),
    byChannel: tally(tries, ({ touch }) => touch.channel).sort(byChannelOrder),
    byWeekday: tally(days, ({ contact }) => weekdayOf(contact.on)).sort(byPlace),
    byHour: tally(timed, ({ at }) => hourOf(at)).sort(byPlace),
    yeses: countYeses(contacts.filter(hasYes).map(({ number }) => number)),
    noes: countNoes(contacts),
  };
}

/**
 * Yeses by the contact they came at.
 * @example countYeses([1, 5, 7]).late //=> { hits: 2, of: 3 }
 */
export function countYeses(numbers: readonly number[]): Yeses {
  const counts = new Map<number, number>();
  for (const number of numbers) {
    const at = Math.min(number, LAST_CONTACT);
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const byContact = [...counts].map(([at, count]) => ({ at, count })).sort((a, b) => a.at - b.at);
  const late = numbers.filter((number) => number >= LATE_CONTACT).length;
  return { byContact, late: { hits: late, of: numbers.length } };
}

function listContacts({ touches, contactsBefore, isOurs }: InsightsInput): Contact[] {
  const byProspect = groupBy(touches, (touch) => touch.prospectId);
  const all = [...byProspect].flatMap(([prospectId, own]) =>
    contactsWith(own, contactsBefore.get(prospectId) ?? 0),
  );
  return all.flatMap((contact) => {
    const tries = contact.tries.filter(({ touch }) => isOurs(touch.repId));
    return tries.length === 0 ? [] : [{ ...contact, tries }];
  });
}

/** One prospect's contacts in order, with what answered them. */
function contactsWith(touches: readonly InsightTouch[], before: number): Contact[] {
  const contacts: Contact[] = [];
  for (const touch of touches) {
    const last = contacts.at(-1);
    if (isOutbound(touch.outcome)) {
      const attempt = { touch, answered: isReply(touch.outcome) };
      if (last?.on === touch.touchedOn) last.tries.push(attempt);
      else {
        const number = before + contacts.length + 1;
        contacts.push({ number, on: touch.touchedOn, tries: [attempt] });
      }
    } else if (last && daysBetween(last.on, touch.touchedOn) <= REPLY_DAYS) {
      const answered = last.tries.findLast((one) => one.touch.channel === touch.channel);
      const credited = answered ?? last.tries.at(-1);
      if (credited) credited.answered = true;
    }
  }
  return contacts;
}

function isAnswered({ tries }: Contact): boolean {
  return tries.some(({ answered }) => answered);
}

function hasYes({ tries }: Contact): boolean {
  return tries.some(({ touch }) => touch.outcome === 'yes');
}

function rateOf(rows: readonly { answered: boolean }[]): Rate {
  return { hits: rows.filter(({ answered }) => answered).length, of: rows.length };
}

function tally<Row extends { answered: boolean }, T>(
  rows: readonly Row[],
  place: (row: Row) => T,
): Counted<T>[] {
  return [...groupBy(rows, place)].map(([at, group]) => ({ at, rate: rateOf(group) }));
}

function byPlace(a: Counted<number>, b: Counted<number>): number {
  return a.at - b.at;
}

function byChannelOrder(a: Counted<Channel>, b: Counted<Channel>): number {
  return CHANNELS.indexOf(a.at) - CHANNELS.indexOf(b.at);
}

function countNoes(contacts: readonly Contact[]): Insights['noes'] {
  const noes = contacts.flatMap(({ tries }) => {
    const no = tries.findLast(({ touch }) => touch.outcome === 'no');
    return no ? [no.touch] : [];
  });
  const lessons = noes
    .flatMap(({ noReason: reason, lesson: text, touchedOn: on }) =>
      text === null ? [] : [{ reason, text, on }],
    )
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return { total: noes.length, reasons: countReasons(noes), lessons };
}

/**
 * Noes by reason, most first; null for those without one.
 * @example countReasons([{ noReason: 'price' }, { noReason: 'price' }]) //=> [{ reason: 'price', count: 2 }]
 */
export function countReasons(
  noes: readonly Pick<InsightTouch, 'noReason'>[],
): Insights['noes']['reasons'] {
  return [...groupBy(noes, ({ noReason }) => noReason)]
    .map(([reason, group]) => ({ reason, count: group.length }))
    .sort((a, b) => b.count - a.count);
}

/** Rows by key, in the order the keys first come. Node 20 has no `Map.groupBy`. */
function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** One formatter for all touches of a window: Temporal would take a second for a big team's year. */
function hourIn(zone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: 'numeric',
    hourCycle: 'h23',
  });
  return (at) => Number(format.format(at));
}
