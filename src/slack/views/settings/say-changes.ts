import { type CadenceNumbers, changedNumbers } from '../../../domain/cadence-numbers.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Team } from '../../../domain/team.ts';
import { channel, type Line } from '../compose.ts';
import { sayWeekdays } from '../weekdays.ts';
import { plural } from '../words.ts';
import { managersLine, sayHoliday } from './overview.ts';
import type { OwnDay } from './own-days.ts';

const NOTHING: Line[] = [['Nothing changed.']];

/** Where and when the post goes by now. */
export function sayTeamChange({ before, team }: { before: Team; team: Team }): Line[] {
  const { slackChannelId, postTime, weekdays, zone, totalsOnly } = team;
  const moved =
    before.slackChannelId !== slackChannelId ||
    before.postTime !== postTime ||
    before.weekdays !== weekdays ||
    before.zone !== zone;
  const lines: Line[] = [];
  if (moved && slackChannelId === null) lines.push(['Without a channel there is no team post.']);
  if (moved && slackChannelId !== null) {
    const invite =
      before.slackChannelId === slackChannelId ? '' : ' Invite me there if I am not in it.';
    lines.push([
      'The team post goes to ',
      channel(slackChannelId),
      ` at ${postTime}, ${sayWeekdays(weekdays)}, ${zone}.${invite}`,
    ]);
  }
  if (before.totalsOnly !== totalsOnly) {
    lines.push([
      totalsOnly ? 'It says how much slips, not with whom.' : 'It says with whom what slips.',
    ]);
  }
  return lines.length === 0 ? NOTHING : lines;
}

export type HolidaysSaid = {
  place: string | null;
  days: readonly OwnDay[];
  own: readonly OwnDay[];
  today: LocalDate;
};

/** "Holidays: Germany, Bayern: 12 days in 2027, next Fri 25 Dec (Christmas Day)." */
export function sayHolidays({ place, days, own, today }: HolidaysSaid): Line[] {
  const [next] = days;
  if (!next) return [['No holidays: every weekday of the team is a working day.']];
  const year = String(Number(today.slice(0, 4)) + 1);
  const count = days.filter(({ on }) => on.startsWith(year)).length;
  const ownCount = own.length === 0 ? '' : ` Of your own: ${own.length}.`;
  const from = place === null ? 'your own' : place;
  return [
    [
      `Holidays: ${from}: ${plural(count, 'day')} in ${year}, next `,
      ...sayHoliday(next, today),
      `.${place === null ? '' : ownCount}`,
    ],
  ];
}

const NUMBER_WORDS: Record<keyof CadenceNumbers, (numbers: CadenceNumbers) => string> = {
  unansweredWaits: ({ unansweredWaits }) =>
    `Waits while nobody answers: ${unansweredWaits.join(', ')} working days.`,
  nurtureStart: ({ nurtureStart: { unansweredInARow, contacts } }) =>
    `Nurture after ${unansweredInARow} unanswered in a row and ${contacts} contacts.`,
  nurtureDays: ({ nurtureDays }) => `Rhythm of nurture: ${nurtureDays.join(', ')} days.`,
  conversationWait: ({ conversationWait }) =>
    `After a conversation: ${plural(conversationWait, 'working day')}.`,
  wrongContactWait: ({ wrongContactWait }) =>
    `After a wrong contact: ${plural(wrongContactWait, 'working day')}.`,
  guardWorkingDays: ({ guardWorkingDays }) =>
    `Between two contacts: ${plural(guardWorkingDays, 'clear working day')}.`,
  pace: ({ pace }) => `New reps start at ${pace} a day.`,
  revisitWonDays: ({ revisitWonDays }) => `Check in ${plural(revisitWonDays, 'day')} after a Yes.`,
};

/** The numbers that changed, and from when they count. */
export function sayCadenceChange(change: {
  before: CadenceNumbers;
  after: CadenceNumbers;
}): Line[] {
  const { before, after } = change;
  const names = Object.keys(NUMBER_WORDS) as (keyof CadenceNumbers)[];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (changed.length === 0) return NOTHING;
  const isDefault = Object.keys(changedNumbers(after)).length === 0;
  return [
    ...(isDefault
      ? [['Back to the defaults.']]
      : changed.map((name) => [NUMBER_WORDS[name](after)])),
    ['It counts for what is planned from now on; next steps that have their date keep it.'],
  ];
}

/** Who manages by now. */
export function sayManagersChange(change: {
  added: readonly unknown[];
  removed: readonly unknown[];
  managers: readonly { name: string }[];
}): Line[] {
  if (change.added.length + change.removed.length === 0) return NOTHING;
  return [['Managers: ', ...managersLine(change.managers.map(({ name }) => name))]];
}
