import { describe, expect, test } from 'vitest';
import { DEFAULT_CADENCE } from '../../../src/domain/cadence-numbers.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import {
  buildCadenceModal,
  readCadenceForm,
} from '../../../src/slack/views/settings/cadence-modal.ts';
import {
  buildHolidaysModal,
  readHolidaysForm,
} from '../../../src/slack/views/settings/holidays-modal.ts';
import {
  buildManagersModal,
  readManagersForm,
} from '../../../src/slack/views/settings/managers-modal.ts';
import { readSettingsMeta } from '../../../src/slack/views/settings/meta.ts';
import { buildTeamModal, readTeamForm } from '../../../src/slack/views/settings/team-modal.ts';
import { inEnglish, inLanguage, inputIdsOf, stateOf } from '../../support/form.ts';
import { TODAY, teamOf, uuid } from '../../support/views.ts';

const meta = { v: 1 as const, nonce: 'n1', teamId: uuid(7) };
const NO_DAY = { selected_options: [] };
const tick = (...values: string[]) => ({ selected_options: values.map((value) => ({ value })) });
const chosen = (value: string) => ({ selected_option: { value } });

describe('Team', () => {
  test.each(['C1', null])('gives back the team’s own settings (channel %s)', (slackChannelId) => {
    const view = buildTeamModal({ meta, team: teamOf({ slackChannelId, totalsOnly: true }) }, en);

    expect(readTeamForm(stateOf(view))).toEqual({
      ok: true,
      value: {
        ...{ slackChannelId, postTime: '09:15', zone: 'Europe/Berlin', weekdays: 0b11111 },
        ...{ locale: 'en', summaryTime: '14:00', totalsOnly: true },
      },
    });
    expect(readSettingsMeta(view.private_metadata ?? '')).toEqual(meta);
  });

  test('reads the days that are ticked, Saturday included', () => {
    const view = buildTeamModal({ meta, team: teamOf() }, en);

    const read = readTeamForm(stateOf(view, { team_weekdays: tick('1', '5') }));

    expect(read).toMatchObject({ value: { weekdays: 0b100010 } });
  });

  test.each([
    ['Mars', { zone: chosen('Mars/Base') }, 'zone', /^I do not know this time zone. Type a city/],
    ['no zone', { zone: { selected_option: null } }, 'zone', /^I do not know this time zone/],
    ['no time', { post_time: { selected_time: null } }, 'post_time', 'Choose a time.'],
    ['no Friday time', { summary_time: { selected_time: null } }, 'summary_time', 'Choose a time.'],
    ['no day', { team_weekdays: NO_DAY }, 'team_weekdays', 'Choose at least one day.'],
    ['a language of nobody', { team_language: chosen('xx') }, 'team_language', /^Choose a lang/],
    ['a day past Sunday', { team_weekdays: tick('7') }, 'team_weekdays', /at least one day/],
  ])('%s is said at its field', (_what, typed, block, sentence) => {
    const view = buildTeamModal({ meta, team: teamOf() }, en);

    const read = readTeamForm(stateOf(view, typed));

    expect(inEnglish(read)).toEqual({
      ok: false,
      problems: { [block]: expect.stringMatching(sentence) },
    });
    expect(inputIdsOf(view)).toContain(block);
  });
});

describe('Holidays', () => {
  const bavaria = {
    ...{ meta, country: { code: 'DE', name: 'Germany' }, hasRegions: true },
    ...{ region: { code: 'BY', name: 'Bayern' }, own: [{ on: '2026-12-24', name: 'Eve' }] },
  };
  const limits = { today: TODAY, end: '2028-12-31', unnamed: 'Day off' };
  const read = (typed: Record<string, object>, form = bavaria) =>
    readHolidaysForm(stateOf(buildHolidaysModal(form, en), typed), limits);

  test('gives back country, region and own days', () => {
    expect(read({})).toEqual({
      ok: true,
      value: { source: { country: 'DE', region: 'BY' }, own: bavaria.own },
    });
  });

  test('a region belongs to the country it was chosen for', () => {
    const typed = { holidays_country: chosen('AT') };

    expect(read(typed)).toMatchObject({ value: { source: { country: 'AT', region: null } } });
  });

  test.each([
    ['chosen', { holidays_country: chosen('none') }],
    ['emptied', { holidays_country: { selected_option: null } }],
  ])('no country, %s, leaves the own days alone', (_how, typed) => {
    expect(read(typed)).toEqual({ ok: true, value: { source: null, own: bavaria.own } });
  });

  test('reads own days line by line; a day without a name is a day off', () => {
    const value = '2026-12-24   Christmas  Eve\n\n2027-01-04';

    expect(read({ holidays_own: { value } })).toMatchObject({
      value: {
        own: [
          { on: '2026-12-24', name: 'Christmas Eve' },
          { on: '2027-01-04', name: 'Day off' },
        ],
      },
    });
  });

  test.each([
    ['24.12.2026 Eve', 'Line 1: “24.12.2026” is no date. Write it like 2026-12-24 Christmas Eve.'],
    ['2026-12-24\n2026-02-30', /^Line 2: “2026-02-30” is no date/],
    ['2026-11-16 Gone', 'Line 1: Mon 16 Nov is past.'],
    ['2036-12-24', 'Line 1: Wed 24 Dec 2036 is too far ahead: up to Sun 31 Dec 2028.'],
    ['A\0', 'This text holds a NUL character. Remove it and try again.'],
    [Array.from({ length: 101 }, () => '2026-12-24').join('\n'), 'At most 100 days.'],
  ])('%j is said at the field', (value, sentence) => {
    expect(inEnglish(read({ holidays_own: { value } }))).toEqual({
      ok: false,
      problems: { holidays_own: expect.stringMatching(sentence) },
    });
  });
});

describe('Cadence', () => {
  const build = (numbers = DEFAULT_CADENCE) => buildCadenceModal({ meta, numbers }, en);

  test('gives back the numbers it was opened with', () => {
    const numbers = { ...DEFAULT_CADENCE, unansweredWaits: [2, 4, 6, 8], pace: 20 };

    expect(readCadenceForm(stateOf(build(numbers)))).toEqual({ ok: true, value: numbers });
  });

  test.each([
    [
      'unanswered_waits',
      '1, 3, 4, 5',
      '1 is too small. Write 4 numbers from 2 to 30, with commas between.',
    ],
    [
      'unanswered_waits',
      '2, 3, 4',
      'Those are 3 numbers. Write 4 numbers from 2 to 30, with commas between.',
    ],
    ['unanswered_waits', 'two, 3', /^“two” is no whole number. Write 4/],
    ['unanswered_waits', '2; 3; 4; 99', /^99 is too large/],
    ['nurture_in_a_row', '11', '11 is too large. Write a number from 2 to 10.'],
    ['nurture_contacts', '2', '2 is too small. Write a number from 3 to 20.'],
    [
      'nurture_days',
      '',
      'Those are 0 numbers. Write 1 to 12 numbers from 7 to 365, with commas between.',
    ],
    [
      'nurture_days',
      '6',
      '6 is too small. Write 1 to 12 numbers from 7 to 365, with commas between.',
    ],
    ['conversation_wait', '0', '0 is too small. Write a number from 1 to 30.'],
    ['wrong_contact_wait', '2.5', '“2.5” is no whole number. Write a number from 1 to 30.'],
    ['guard_days', '6', '6 is too large. Write a number from 0 to 5.'],
    ['revisit_days', '1e3', '“1e3” is no whole number. Write a number from 7 to 365.'],
    ['default_pace', '', 'A number is missing. Write a number from 5 to 60.'],
  ])('%s as %j is said at its field', (block, value, sentence) => {
    const view = build();

    const read = readCadenceForm(stateOf(view, { [block]: { value } }));

    expect(inEnglish(read)).toEqual({
      ok: false,
      problems: { [block]: expect.stringMatching(sentence) },
    });
    expect(inputIdsOf(view)).toContain(block);
  });

  test('every wrong number is said at once', () => {
    const typed = { guard_days: { value: '9' }, default_pace: { value: '4' } };

    const read = readCadenceForm(stateOf(build(), typed));

    expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['guard_days', 'default_pace']);
  });

  test('back to the defaults, whatever stands above', () => {
    const view = build({ ...DEFAULT_CADENCE, pace: 20 });
    const typed = { defaults: tick('all'), guard_days: { value: '99' } };

    expect(readCadenceForm(stateOf(view, typed))).toEqual({ ok: true, value: DEFAULT_CADENCE });
    expect(inputIdsOf(build())).not.toContain('defaults');
  });
});

describe('Managers', () => {
  const view = buildManagersModal({ meta, slackUserIds: ['U1', 'U2'] }, en);

  test('gives back who manages', () => {
    const value = { slackUserIds: ['U1', 'U2'] };

    expect(readManagersForm(stateOf(view))).toEqual({ ok: true, value });
  });

  test('nobody is a problem beside the field', () => {
    const read = readManagersForm(stateOf(view, { managers: { selected_users: [] } }));

    expect(inEnglish(read)).toEqual({
      ok: false,
      problems: { managers: 'Somebody must manage: leave one manager at least.' },
    });
  });
});

describe('in German', () => {
  test('a wrong number and a wrong day are said at their fields', () => {
    const cadence = buildCadenceModal({ meta, numbers: DEFAULT_CADENCE }, de);
    const holidays = buildHolidaysModal(
      { meta, country: null, hasRegions: false, region: null, own: [] },
      de,
    );
    const limits = { today: TODAY, end: '2028-12-31', unnamed: 'Freier Tag' };
    const waits = { unanswered_waits: { value: '1, 3' } };
    const days = { holidays_own: { value: '2026-12-24\n2026-11-16' } };

    expect(inLanguage(readCadenceForm(stateOf(cadence, waits)), de)).toMatchObject({
      problems: {
        unanswered_waits: '1 ist zu klein. Gib 4 Zahlen von 2 bis 30 ein, mit Kommas dazwischen.',
      },
    });
    expect(inLanguage(readHolidaysForm(stateOf(holidays, days), limits), de)).toMatchObject({
      problems: { holidays_own: 'Zeile 2: Mo 16. Nov ist vorbei.' },
    });
  });
});
