import { labels } from './labels.ts';
import { listed, plural } from './plural.ts';

/** Putting off: the picker, the questions it asks, a day spread over several, and the reminder. */
export const snooze = {
  /** For a promise whether the new day was agreed, else when to come back. */
  whichDay: (promised: boolean): string =>
    promised
      ? 'You promised them a date. Was the new one agreed with them?'
      : 'When should they come back?',
  newDate: 'New date',
  within: (days: number) => `Within ${days} days.`,
  agreed: 'Agreed with them',
  agreedYes: 'Yes: it stays a promise, for the new date',
  agreedNo: 'No: it counts as a promise not kept',
  chooseNewDate: 'Choose the new date.',

  inTheWay: 'What is in the way?',
  anyway: 'Snooze anyway',
  inARow: <P>(
    whom: P,
    { times, day, seen }: { times: number; day: string; seen: number },
  ): (string | P)[][] => [
    [whom, `. Snooze ${times} in a row, to ${day}.`],
    [`Managers see whoever is snoozed ${seen} times. A touch starts the count again.`],
  ],
  /** What may be in the way, what follows, the button and what it says alone. */
  reasons: {
    askedLater: {
      why: 'They asked for later.',
      follows: 'Their date becomes a promise.',
      button: 'Log it',
      says: 'Log it: they asked for later',
    },
    waiting: {
      why: 'Waiting for us.',
      follows: (day: string) => `The next step becomes to chase it on ${day}.`,
      button: 'Chase it',
      says: 'Chase it: they wait for us',
    },
    noTime: {
      why: 'No time.',
      follows: 'What is due is spread over days with room.',
      button: 'Make room',
      says: 'Make room: spread what is due over days with room',
    },
    notWorthIt: {
      why: 'Not worth chasing.',
      follows: 'The chase ends, with the reason.',
      button: 'Log a No',
    },
    nurture: {
      follows: (days: number) =>
        `Or nurture: something useful in ${plural(days, 'day')}, and no calls.`,
      button: 'Nurture',
      says: (label: string) => `Nurture ${label}`,
    },
  },
  /** What was answered, where the question stood. */
  became: {
    snoozed: 'Snoozed. Your days have room, so nothing else has to move.',
    nurtured: 'In nurture now.',
  },

  waitingForUs: 'Waiting for us',
  back: 'Back',
  chaseWhat: 'Chase whom, or what?',
  chaseExample: 'legal for the contract',
  chaseHint: 'The next step then reads “Chase …”.',
  chaseOn: 'On',
  sayChaseWhat: 'Say whom or what to chase.',
  chooseDay: 'Choose the day.',
  /** The verb a next step begins with that waits for something of ours. */
  chaseVerb: 'Chase',
  chase: (what: string) => `Chase ${what}`,

  spread: {
    title: 'Spread your day',
    submit: 'Spread',
    wouldMove: (count: number) => `${count} would move to the next working days with room.`,
    todayStay: (count: number) => `Today: ${count} ${count === 1 ? 'stays' : 'stay'}`,
    /** "Wed 18 Nov: 11 on top of 4". */
    onDay: ({ day, moved, had }: { day: string; moved: number; had: number }) =>
      `${day}: ${moved}${had === 0 ? '' : ` on top of ${had}`}`,
    andSoOn: (day: string) => `and so on, up to ${day}`,
    whatStays: (hours: number) =>
      `Promises, conversations and dates you picked stay. Nothing is deleted, and for ${hours} hours it can be undone.`,
    /** "17 moved to Wed 18 Nov and Thu 19 Nov." */
    moved: <P>(
      { count, days }: { count: number; days: readonly string[] },
      bold: (text: string) => P,
    ): (string | P)[] => [bold(`${count} moved`), `${toDays(days)}.`],
    undoFor: (hours: number) => `Undo works for ${hours} hours, in today’s digest too.`,
    nothing: 'Your day fits your pace already. Nothing was moved.',
    undone: ({ restored, stayed }: { restored: number; stayed: number }) => {
      const back = `${restored} ${restored === 1 ? 'is back on its' : 'are back on their'} day.`;
      if (stayed === 0) return back;
      return `${back} ${plural(stayed, 'follow-up')} changed since and ${stayed === 1 ? 'stays' : 'stay'}.`;
    },
  },

  /** "10:00, in 15 minutes: Dana Reyes, Acme." */
  soon: <P>(
    { time, minutes }: { time: string; minutes: number },
    whom: readonly P[],
  ): (string | P)[] => [
    `${time}, ${minutes < 1 ? 'now' : `in ${plural(minutes, 'minute')}`}: `,
    ...whom,
    '.',
  ],

  faults: {
    nothingToSnooze: (label: string) => `${label} is not open: there is nothing to snooze.`,
    tooFar: (days: number) =>
      `Snoozing goes ${days} days at most. Did they ask for later? Log “${labels.outcomes.not_now}”.`,
    notOpen: (label: string) => `${label} is not open.`,
    openAlready: (label: string) => `${label} is open already.`,
    askedToStop: (label: string) => `${label} asked us to stop. A manager can lift that.`,
    noRevisit: (label: string) => `${label} has no day to look at it again.`,
    windowGone: 'This window is gone. Open it again from the row.',
    takenBackAlready: 'This was taken back already.',
    noSuchSpread: 'That spread is not here.',
    othersSpread: 'Only the one whose day it was, or a manager, can take it back.',
    tooLateToUndo: (hours: number) => `A spread can be taken back for ${hours} hours.`,
  },
};

/** " to Wed 18 Nov and Thu 19 Nov", " to 4 days from Wed 18 Nov to Mon 23 Nov". */
function toDays(days: readonly string[]): string {
  if (days.length === 0) return '';
  if (days.length < 3) return ` to ${listed(days)}`;
  return ` to ${days.length} days from ${days[0]} to ${days.at(-1)}`;
}
