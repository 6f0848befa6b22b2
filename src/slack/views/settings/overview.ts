import type { KnownBlock, ModalView } from '@slack/types';
import { type CadenceNumbers, changedNumbers } from '../../../domain/cadence-numbers.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Team } from '../../../domain/team.ts';
import { languageOf, type Words } from '../../../domain/words/words.ts';
import type { PeopleSettings } from '../../../domain/workspace.ts';
import { ACTIONS } from '../../ids.ts';
import { button, divider, plainText, section, sectionWith } from '../blocks.ts';
import { bold, channel, type Line, type Piece, typed } from '../compose.ts';
import { sayWeekdays } from '../weekdays.ts';
import type { SettingsPart } from './meta.ts';
import type { OwnDay } from './own-days.ts';

export type SettingsModel = {
  team: Team;
  today: LocalDate;
  place: string | null;
  /** Holidays from today on, soonest first. */
  days: readonly OwnDay[];
  numbers: CadenceNumbers;
  people: PeopleSettings;
  managers: readonly string[];
  /** What was just changed, above everything. */
  said: Line[];
};

const NAME_LENGTH = 40;
const NAMES_SHOWN = 15;

/** Everything a manager may set, as it stands, with a button to each part. */
export function buildSettingsOverview(model: SettingsModel, words: Words): ModalView {
  const { labels, settings } = words;
  const { managers } = settings;
  return {
    type: 'modal',
    title: plainText(settings.title, 24),
    close: plainText(labels.done, 24),
    blocks: [
      ...(model.said.length > 0 ? [section(...model.said), divider()] : []),
      part('team', [teamLine(model.team, words), moreLine(model.team, words)], words),
      part('holidays', [holidaysLine(model, words)], words),
      part('cadence', cadenceLines(model.numbers, words), words),
      part('people', [[peopleLine(model.people, words)]], words),
      part('managers', [managers.stand(...namesOf(model.managers))], words),
    ],
  };
}

function part(value: SettingsPart, lines: Line[], { labels, settings }: Words): KnownBlock {
  const title = settings.parts[value];
  const says = settings.sayChange(title);
  const change = button(ACTIONS.changeSettings, labels.change, { value, says });
  return sectionWith(change, [bold(title)], ...lines);
}

function teamLine(team: Team, words: Words): Line {
  const { postTime: at, zone, slackChannelId, totalsOnly } = team;
  const { stands, standsInTotal } = words.settings.team;
  const post = { at, days: sayWeekdays(team.weekdays, words), zone };
  if (slackChannelId === null) return stands<Piece>(null, post);
  return [...stands(teamChannel(slackChannelId, words), post), totalsOnly ? standsInTotal : ''];
}

function moreLine({ locale, summaryTime }: Team, { settings }: Words): Line {
  return [settings.team.standsMore({ language: languageOf(locale).name, summaryAt: summaryTime })];
}

export function teamChannel(slackChannelId: string, { settings }: Words): Piece {
  return channel(slackChannelId, settings.team.theChannel);
}

function holidaysLine({ place, days: [next], today }: SettingsModel, words: Words): Line {
  return words.settings.holidays.stands(place, next ? nextHoliday(next, { today, words }) : null);
}

/** Its day in words, and its name as it was given. */
export function nextHoliday(
  { on, name }: OwnDay,
  { today, words }: { today: LocalDate; words: Words },
): { day: string; name: Piece } {
  return { day: words.dates.day(on, today), name: typed(name, NAME_LENGTH) };
}

function cadenceLines(numbers: CadenceNumbers, { settings: { cadence } }: Words): Line[] {
  const { unansweredWaits, nurtureDays, guardWorkingDays } = numbers;
  const isDefault = Object.keys(changedNumbers(numbers)).length === 0;
  return [
    [cadence.standsWaits(unansweredWaits.join(', '), guardWorkingDays)],
    [cadence.standsNurture(nurtureDays.join(', '), { isDefault })],
  ];
}

function peopleLine({ managersAddPeople, reps }: PeopleSettings, { settings }: Words): string {
  return settings.people.stands({ managersAdd: managersAddPeople, reps });
}

/** As many names as are shown, and how many are not. */
export function namesOf(managers: readonly string[]): [Piece[], number] {
  const shown = managers.slice(0, NAMES_SHOWN).map((name) => typed(name, NAME_LENGTH));
  return [shown, managers.length - shown.length];
}
