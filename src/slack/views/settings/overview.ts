import type { KnownBlock, ModalView } from '@slack/types';
import { type CadenceNumbers, changedNumbers } from '../../../domain/cadence-numbers.ts';
import type { LocalDate } from '../../../domain/local-date.ts';
import type { Team } from '../../../domain/team.ts';
import { ACTIONS } from '../../ids.ts';
import { button, divider, plainText, section, sectionWith } from '../blocks.ts';
import { bold, channel, type Line, type Piece, typed } from '../compose.ts';
import { sayDay } from '../dates.ts';
import { sayWeekdays } from '../weekdays.ts';
import { plural } from '../words.ts';
import type { SettingsPart } from './meta.ts';
import type { OwnDay } from './own-days.ts';

export type SettingsModel = {
  team: Team;
  today: LocalDate;
  place: string | null;
  /** Holidays from today on, soonest first. */
  days: readonly OwnDay[];
  numbers: CadenceNumbers;
  managers: readonly string[];
  /** What was just changed, above everything. */
  said: Line[];
};

const NAME_LENGTH = 40;
const NAMES_SHOWN = 15;

/** Everything a manager may set, as it stands, with a button to each part. */
export function buildSettingsOverview(model: SettingsModel): ModalView {
  return {
    type: 'modal',
    title: plainText('Team settings', 24),
    close: plainText('Done', 24),
    blocks: [
      ...(model.said.length > 0 ? [section(...model.said), divider()] : []),
      part('team', 'Team', [teamLine(model.team)]),
      part('holidays', 'Holidays', [holidaysLine(model)]),
      part('cadence', 'Cadence', cadenceLines(model.numbers)),
      part('managers', 'Managers', [managersLine(model.managers)]),
    ],
  };
}

function part(value: SettingsPart, title: string, lines: Line[]): KnownBlock {
  const change = button(ACTIONS.changeSettings, 'Change', { value, says: `Change: ${title}` });
  return sectionWith(change, [bold(title)], ...lines);
}

function teamLine(team: Team): Line {
  const days = sayWeekdays(team.weekdays);
  if (team.slackChannelId === null)
    return [`No channel yet, so no team post. ${days}, ${team.zone}.`];
  const names = team.totalsOnly ? ' Totals only.' : '';
  return [
    'Post in ',
    channel(team.slackChannelId),
    ` at ${team.postTime}, ${days}, ${team.zone}.${names}`,
  ];
}

function holidaysLine({ place, days, today }: SettingsModel): Line {
  const [next] = days;
  const from = place === null ? 'No country chosen.' : `${place}.`;
  return [from, ...(next ? [' Next: ', ...sayHoliday(next, today), '.'] : [])];
}

/** "Fri 25 Dec (Christmas Day)". */
export function sayHoliday({ on, name }: OwnDay, today: LocalDate): Piece[] {
  return [`${sayDay(on, today)} (`, typed(name, NAME_LENGTH), ')'];
}

function cadenceLines(numbers: CadenceNumbers): Line[] {
  const { unansweredWaits, nurtureDays, guardWorkingDays } = numbers;
  const changed = Object.keys(changedNumbers(numbers)).length;
  const guard = guardWorkingDays === 0 ? 'no clear days' : plural(guardWorkingDays, 'clear day');
  return [
    [`Waits ${unansweredWaits.join(', ')} working days, ${guard} between contacts.`],
    [`Nurture ${nurtureDays.join(', ')} days.${changed === 0 ? ' All defaults.' : ''}`],
  ];
}

export function managersLine(managers: readonly string[]): Line {
  const names = managers
    .slice(0, NAMES_SHOWN)
    .flatMap((name, at): Piece[] => [...(at === 0 ? [] : [', ']), typed(name, NAME_LENGTH)]);
  const more = managers.length - NAMES_SHOWN;
  return [...names, more > 0 ? ` and ${more} more.` : '.'];
}
