import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import { DEFAULT_CADENCE } from '../../../src/domain/cadence-numbers.ts';
import { de } from '../../../src/domain/words/de.ts';
import { section } from '../../../src/slack/views/blocks.ts';
import type { Line } from '../../../src/slack/views/compose.ts';
import { buildSettingsOverview } from '../../../src/slack/views/settings/overview.ts';
import {
  sayCadenceChange,
  sayHolidays,
  sayTeamChange,
} from '../../../src/slack/views/settings/say-changes.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { TODAY, teamOf } from '../../support/views.ts';

const said = (lines: Line[]) => readBlocks([section(...lines)]).split('\n');
const eve = { on: '2026-12-24', name: 'Heiligabend' };

test('the overview says in German how everything stands', () => {
  const model = {
    ...{
      team: teamOf({ totalsOnly: true, locale: 'de-DE' }),
      today: TODAY,
      place: 'Deutschland, Bayern',
    },
    ...{ days: [eve], numbers: DEFAULT_CADENCE, managers: ['Mia Lund', 'Nia Okoro'], said: [] },
    people: { managersAddPeople: true, reps: 12 },
  };

  const view = buildSettingsOverview(model, de);
  // Safe because the bot builds only blocks that Slack's types know.
  const lines = readBlocks(view.blocks as KnownBlock[]).split('\n');

  expect(view.title.text).toBe('Teameinstellungen');
  expect(lines).toEqual([
    '*Team*',
    'Teamnachricht: <#C1>, 09:15, Mo bis Fr, Europe/Berlin. Nur Summen.',
    'Sprache: Deutsch. Freitagsübersicht um 14:00. [Ändern]',
    '*Feiertage*',
    'Deutschland, Bayern. Als Nächstes: Do 24. Dez (Heiligabend). [Ändern]',
    '*Rhythmus*',
    'Wartezeiten: 2, 3, 4, 5 Arbeitstage. Zwischen zwei Kontakten: 1 Arbeitstag.',
    'Pflege: 21, 21, 42, 42, 90 Tage. Alles wie vorgegeben. [Ändern]',
    '*Personen*',
    'Die Teamleitung fügt Personen hinzu. Bisher 12 Personen. [Ändern]',
    '*Teamleitung*',
    'Mia Lund, Nia Okoro. [Ändern]',
  ]);
});

test('a change is said in whole German sentences', () => {
  const team = teamOf({ slackChannelId: 'C2', weekdays: 0b1111111, locale: 'de' });
  const numbers = { ...DEFAULT_CADENCE, pace: 20, guardWorkingDays: 2 };
  const holidays = { place: 'Deutschland', days: [eve], own: [eve], today: TODAY };

  expect(said(sayTeamChange({ before: teamOf(), team }, de))).toEqual([
    'Teamnachricht ab jetzt: <#C2>, 09:15, jeden Tag, Europe/Berlin. Lade mich dorthin ein, falls ich noch fehle.',
    'Sprache im Team-Channel: Deutsch.',
  ]);
  expect(said(sayHolidays(holidays, de))).toEqual([
    'Feiertage: Deutschland: 0 Tage im Jahr 2027, als Nächstes Do 24. Dez (Heiligabend). Eigene: 1.',
  ]);
  expect(said(sayCadenceChange({ before: DEFAULT_CADENCE, after: numbers }, de))).toEqual([
    'Zwischen zwei Kontakten: 2 Arbeitstage.',
    'Pensum zum Start: 20 am Tag.',
    'Das gilt für alles, was ab jetzt geplant wird; nächste Schritte mit Datum behalten es.',
  ]);
});
