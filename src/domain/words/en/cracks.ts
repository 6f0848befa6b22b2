import type { Crack } from '../../cracks.ts';
import type { LocalDate } from '../../local-date.ts';
import { dates } from './dates.ts';
import { afterTitle, plural } from './plural.ts';

/** Several of a kind: how many, and the longest of them, which all may be. */
type Longest = { count: number; longest: number; all: boolean };

/** A rep's cracks by kind; null where there are none. */
type CrackCounts = {
  missed: { count: number; oldest: string } | null;
  slipping: Longest | null;
  snoozed: Longest | null;
  untouched: Longest | null;
};

/** What falls through: a manager's Monday, a rep's own, and the line beside one. */
export const cracks = {
  /** "Promised Tue 10 Nov, missed". */
  crack: (crack: Crack, today: LocalDate): string => {
    switch (crack.kind) {
      case 'promise_missed':
        return `Promised ${dates.day(crack.since, today)}, missed`;
      case 'slipping':
        return `Slipping for ${plural(crack.workingDays, 'working day')}`;
      case 'snoozed':
        return `Snoozed ${crack.times} times`;
      case 'untouched':
        return `No touch for ${plural(crack.days, 'day')}`;
      case 'owner_gone':
        return 'Its owner has left';
      default:
        return crack satisfies never;
    }
  },
  /** "3 promises missed, oldest Tue 10 Nov; 2 untouched up to 20 days". */
  counts: ({ missed, slipping, snoozed, untouched }: CrackCounts) =>
    [
      ...(missed === null ? [] : [promisesMissed(missed)]),
      ...(slipping === null
        ? []
        : [upTo(slipping, 'slipping', (days) => plural(days, 'working day'))]),
      ...(snoozed === null ? [] : [upTo(snoozed, 'snoozed', (times) => `${times} times`)]),
      ...(untouched === null ? [] : [upTo(untouched, 'untouched', (days) => plural(days, 'day'))]),
    ].join('; '),

  back: 'Back',
  /** "Cracks, Mon 16 Nov: 4 prospects (last Monday 3)." */
  head: ({ day, total, last }: { day: string; total: number; last: number | null }) =>
    `Cracks, ${day}: ${total === 0 ? 'none' : plural(total, 'prospect')}${last === null ? '' : ` (last Monday ${last})`}.`,
  onlyAnnounced: 'Only what a rep’s digest announced is listed here.',
  othersClear: 'Others: none.',
  morePeople: (count: number) => `And ${plural(count, 'person', 'people')} more.`,
  see: 'See',
  saySee: (name: string) => `See those of ${name}`,
  nudge: 'Nudge',
  sayNudge: (name: string) => `Nudge ${name} about them`,
  nudged: ({ name, count }: { name: string; count: number }) =>
    `${name} gets a message about ${count} from you.`,

  ownTitle: 'Going to the manager',
  ownHead: (count: number, { day, isOwnManager }: { day: string; isOwnManager: boolean }) =>
    `${isOwnManager ? `Your sweep of ${day}` : `What your manager sees on ${day}`}${afterTitle(count)}`,
  noneOfYours: 'Nothing of yours goes there.',
  whatHelps: 'A touch takes one out; a line you add stands beside it.',
  whatHelpsUntil: (day: string) => `${cracks.whatHelps} What is still here on ${day} goes there.`,
  ofRep: <P>(name: P, count: number) => [name, afterTitle(count)],
  noneLeft: 'Nothing is left of it.',
  more: (count: number) => `And ${count} more.`,

  asks: <P>(by: P, count: number) => [
    by,
    ` asks about ${count === 1 ? 'one prospect' : `${count} prospects`} that could use a hand.`,
  ],
  isEnough: 'A touch, a new date or one line is enough.',

  addLine: 'Add a line',
  changeLine: 'Change the line',
  sayAddLine: (label: string) => `Add a line beside ${label}`,
  sayChangeLine: (label: string) => `Change the line beside ${label}`,
  inTheWay: 'What is in the way',
  example: 'Waiting for their legal',
  hint: 'Your manager reads it beside this prospect. The next touch clears it.',
  saved: 'Saved',
  beside: <P>(label: P[]) => ['Beside ', ...label, ':'],
  nothingBeside: <P>(label: P[]) => ['Nothing stands beside ', ...label, '.'],

  whose: 'Whose? Write /followup cracks, or /followup cracks me.',
  tooLong: (length: number) => `Keep it to ${length} characters.`,
  isNotOpen: (label: string) => `${label} is not open any more.`,
  areYours: 'These are your own.',
  noneOf: (name: string) => `Nothing of ${name} is in the sweep any more.`,
  askedToday: (name: string) => `You asked ${name} today already. Once a day is enough.`,
  notInYourTeam: (name: string) => `${name} is in another team, or has left.`,
};

function promisesMissed({ count, oldest }: NonNullable<CrackCounts['missed']>): string {
  if (count === 1) return `1 promise missed, ${oldest}`;
  return `${count} promises missed, oldest ${oldest}`;
}

function upTo(
  { count, longest, all }: Longest,
  what: string,
  say: (length: number) => string,
): string {
  return `${count} ${what} ${all ? '' : 'up to '}${say(longest)}`;
}
