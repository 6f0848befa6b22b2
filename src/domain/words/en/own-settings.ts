import type { Range } from '../../cadence-numbers.ts';

/** A rep's own settings, and what is answered when they change. */
export const ownSettings = {
  title: 'My settings',
  digestTime: 'Time of your digest',
  pace: 'Pace',
  paceHint: ({ min, max }: Range) => `Follow-ups a day you can do: ${min} to ${max}.`,
  weekdaysHint: 'Your digest comes on these, and next steps fall on them.',
  zoneHint: 'Your days and times go by it.',
  asSlackSays: (zone: string | null) =>
    zone === null ? 'As Slack says' : `As Slack says: ${zone}`,
  alsoTellMe: 'Also tell me',
  reminds: '15 minutes before a promise with a time',
  tells: 'On a morning with nothing due',
  leaderboard: 'Leaderboard',
  hides: 'Hide my name; my follow-ups stay in the totals',

  paceOutOfRange: ({ min, max }: Range) => `Choose a pace from ${min} to ${max}.`,
  noRepAnyMore: 'You are not a rep here any more.',

  /** What follows says what. */
  saved: 'Saved.',
  saidDigest: ({ at, days }: { at: string; days: string }) => `Your digest: ${at}, ${days}.`,
  saidPace: (pace: number) => `Pace: ${pace} a day.`,
  saidZone: (zone: string, { isChosen }: { isChosen: boolean }) =>
    isChosen
      ? `Your zone: ${zone}, also when Slack says another.`
      : `Your zone: as Slack says, ${zone}.`,
  saidReminders: (on: boolean): string =>
    on ? 'I remind you 15 minutes before a promise with a time.' : 'No reminders before promises.',
  saidClear: (on: boolean): string =>
    on ? 'On a morning with nothing due I say so.' : 'On a morning with nothing due I am silent.',
  saidHidden: (hidden: boolean): string =>
    hidden
      ? 'The leaderboard leaves out your name; your follow-ups stay in the totals.'
      : 'The leaderboard shows your name.',
};
