import type { Rep } from '../../domain/rep.ts';
import { sayWeekdays } from './weekdays.ts';

/** What a rep changed of their own settings, in one sentence each. */
export function sayOwnChange({ before, after }: { before: Rep; after: Rep }): string {
  const is = (...names: (keyof Rep)[]) => names.some((name) => before[name] !== after[name]);
  const said = [
    ...(is('digestTime', 'weekdays')
      ? [`Your digest: ${after.digestTime}, ${sayWeekdays(after.weekdays)}.`]
      : []),
    ...(is('pace') ? [`Pace ${after.pace} a day.`] : []),
    ...(is('zone', 'zoneChosen') ? [sayZone(after)] : []),
    ...(is('remindsPromises') ? [sayReminders(after)] : []),
    ...(is('tellsWhenClear') ? [sayClear(after)] : []),
    ...(is('hiddenOnBoard') ? [sayBoard(after)] : []),
  ];
  return said.length === 0 ? 'Nothing changed.' : said.join(' ');
}

function sayZone({ zone, zoneChosen }: Rep): string {
  return zoneChosen
    ? `Your zone: ${zone}, also when Slack says another.`
    : `Your zone: as Slack says, ${zone}.`;
}

function sayReminders({ remindsPromises }: Rep): string {
  return remindsPromises
    ? 'I remind you 15 minutes before a promise with a time.'
    : 'No reminders before promises.';
}

function sayClear({ tellsWhenClear }: Rep): string {
  return tellsWhenClear
    ? 'On a morning with nothing due I say so.'
    : 'On a morning with nothing due I am silent.';
}

function sayBoard({ hiddenOnBoard }: Rep): string {
  return hiddenOnBoard
    ? 'The leaderboard leaves out your name; your follow-ups stay in the totals.'
    : 'The leaderboard shows your name.';
}
