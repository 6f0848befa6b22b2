import { type CadenceNumbers, changedNumbers } from '../../../domain/cadence-numbers.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Team } from '../../../domain/team.ts';
import { languageOf, type Words } from '../../../domain/words/words.ts';
import type { Line } from '../compose.ts';
import { sayWeekdays } from '../weekdays.ts';
import { namesOf, nextHoliday, teamChannel } from './overview.ts';
import type { OwnDay } from './own-days.ts';

type TeamChange = { before: Team; team: Team };

/** Where and when the post goes by now. */
export function sayTeamChange({ before, team }: TeamChange, words: Words): Line[] {
  const { settings } = words;
  const { totalsOnly, summaryTime } = team;
  const language = languageOf(team.locale);
  const lines: Line[] = [
    ...(isMoved(before, team) ? [postLine({ before, team }, words)] : []),
    ...(languageOf(before.locale) === language ? [] : [[settings.team.isIn(language.name)]]),
    ...(before.summaryTime === summaryTime ? [] : [[settings.team.summaryAt(summaryTime)]]),
    ...(before.totalsOnly === totalsOnly ? [] : [[settings.team.saysWhom(totalsOnly)]]),
  ];
  return lines.length === 0 ? [[settings.nothingChanged]] : lines;
}

function isMoved(before: Team, team: Team): boolean {
  const parts = ['slackChannelId', 'postTime', 'weekdays', 'zone'] as const;
  return parts.some((part) => before[part] !== team[part]);
}

function postLine({ before, team }: TeamChange, words: Words): Line {
  const { slackChannelId, postTime: at, zone } = team;
  const { settings } = words;
  if (slackChannelId === null) return [settings.team.noPost];
  const isNew = before.slackChannelId !== slackChannelId;
  const days = sayWeekdays(team.weekdays, words);
  return settings.team.goes(teamChannel(slackChannelId, words), { at, days, zone, isNew });
}

export type HolidaysSaid = {
  place: string | null;
  days: readonly OwnDay[];
  own: readonly OwnDay[];
  today: LocalDate;
};

/** "Holidays: Germany, Bayern: 12 days in 2027, next Fri 25 Dec (Christmas Day)." */
export function sayHolidays({ place, days, own, today }: HolidaysSaid, words: Words): Line[] {
  const { holidays } = words.settings;
  const [next] = days;
  if (!next) return [[holidays.nothingLeft]];
  const year = String(Number(today.slice(0, 4)) + 1);
  const count = days.filter(({ on }) => on.startsWith(year)).length;
  const found = { place, count, year, own: own.length };
  return [holidays.are(found, nextHoliday(next, { today, words }))];
}

/** The numbers that changed, and from when they count. */
export function sayCadenceChange(
  { before, after }: { before: CadenceNumbers; after: CadenceNumbers },
  { settings }: Words,
): Line[] {
  const { changes, areDefaults, countsFromNow } = settings.cadence;
  const names = Object.keys(changes) as (keyof CadenceNumbers)[];
  const changed = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  if (changed.length === 0) return [[settings.nothingChanged]];
  const isDefault = Object.keys(changedNumbers(after)).length === 0;
  const said = isDefault ? [areDefaults] : changed.map((name) => changes[name](after));
  return [...said, countsFromNow].map((sentence) => [sentence]);
}

type PeopleChange = {
  before: boolean;
  managersAddPeople: boolean;
  added: readonly { name: string }[];
  known: readonly { name: string }[];
};

/** How people join by now, who was added, and who was here already. */
export function sayPeopleChange(change: PeopleChange, { settings }: Words): Line[] {
  const { before, managersAddPeople, added, known } = change;
  const { people } = settings;
  const lines: Line[] = [
    ...(before === managersAddPeople ? [] : [[people.join({ managersAdd: managersAddPeople })]]),
    ...(added.length === 0 ? [] : [people.added(...namesOf(added.map(({ name }) => name)))]),
    ...(known.length === 0 ? [] : [people.known(...namesOf(known.map(({ name }) => name)))]),
  ];
  return lines.length === 0 ? [[settings.nothingChanged]] : lines;
}

/** Who manages by now. */
export function sayManagersChange(
  change: {
    added: readonly unknown[];
    removed: readonly unknown[];
    managers: readonly { name: string }[];
  },
  { settings }: Words,
): Line[] {
  if (change.added.length + change.removed.length === 0) return [[settings.nothingChanged]];
  return [settings.managers.are(...namesOf(change.managers.map(({ name }) => name)))];
}
