import { describe, expect, test } from 'vitest';
import type { Rep } from '../../../src/domain/rep.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import {
  buildOwnSettingsSaved,
  sayOwnChange,
} from '../../../src/slack/views/own-settings-answer.ts';
import {
  buildOwnSettingsModal,
  readOwnSettingsForm,
  readOwnSettingsMeta,
} from '../../../src/slack/views/own-settings-modal.ts';
import { inEnglish, inLanguage, inputIdsOf, stateOf } from '../../support/form.ts';
import { repOf } from '../../support/views.ts';

const meta = { v: 1 as const, nonce: 'n1', slackZone: 'Europe/Berlin' };
const build = (change: Partial<Rep> = {}) =>
  buildOwnSettingsModal({ meta, rep: repOf(change) }, en);

test.each([
  ['as they come', {}, null],
  [
    'all of their own',
    { zone: 'Asia/Tokyo', zoneChosen: true, tellsWhenClear: true },
    'Asia/Tokyo',
  ],
  ['quiet and hidden', { remindsPromises: false, hiddenOnBoard: true, weekdays: 0b1000001 }, null],
])('the form gives back a rep’s settings, %s', (_what, change, ownZone) => {
  const { digestTime, weekdays, pace, ...rep } = repOf(change);
  const { remindsPromises, tellsWhenClear, hiddenOnBoard } = rep;

  expect(readOwnSettingsForm(stateOf(build(change)))).toEqual({
    ok: true,
    value: {
      ...{ digestTime, weekdays, pace, ownZone },
      ...{ remindsPromises, tellsWhenClear, hiddenOnBoard },
    },
  });
});

test.each([
  ['own_pace', { value: '4' }, '4 is too small. Write a number from 5 to 60.'],
  ['own_pace', { value: '61' }, '61 is too large. Write a number from 5 to 60.'],
  ['own_pace', { value: 'many' }, '“many” is no whole number. Write a number from 5 to 60.'],
  ['own_pace', { value: null }, 'A number is missing. Write a number from 5 to 60.'],
  ['digest_time', { selected_time: null }, 'Choose a time.'],
  ['own_weekdays', { selected_options: [] }, 'Choose at least one day.'],
  ['own_zone', { selected_option: { value: 'Mars/Base' } }, /^I do not know this time zone/],
])('%s as %j is said at its field', (block, typed, sentence) => {
  const view = build();

  const read = readOwnSettingsForm(stateOf(view, { [block]: typed }));

  expect(inEnglish(read)).toEqual({
    ok: false,
    problems: { [block]: expect.stringMatching(sentence) },
  });
  expect(inputIdsOf(view)).toContain(block);
});

test('a zone of Slack’s that nobody knows is forgotten', () => {
  const metadata = JSON.stringify({ ...meta, slackZone: 'Mars/Base' });

  expect(readOwnSettingsMeta(metadata)).toEqual({ ...meta, slackZone: null });
});

test.each([
  [{ digestTime: '07:45', pace: 20 }, 'Saved. Your digest: 07:45, Mon to Fri. Pace: 20 a day.'],
  [{ weekdays: 0b0001011 }, 'Saved. Your digest: 08:30, Mon, Tue, Thu.'],
  [{ weekdays: 0b1111111 }, 'Saved. Your digest: 08:30, every day.'],
  [
    { zone: 'Asia/Tokyo', zoneChosen: true },
    'Saved. Your zone: Asia/Tokyo, also when Slack says another.',
  ],
  [{ remindsPromises: false }, 'Saved. No reminders before promises.'],
  [{ tellsWhenClear: true }, 'Saved. On a morning with nothing due I say so.'],
  [
    { hiddenOnBoard: true },
    'Saved. The leaderboard leaves out your name; your follow-ups stay in the totals.',
  ],
  [{}, 'Nothing changed.'],
])('%j is answered in words', (change, sentence) => {
  expect(sayOwnChange({ before: repOf(), after: repOf(change) }, en)).toBe(sentence);
});

test('the window of the form keeps its title', () => {
  const saved = buildOwnSettingsSaved({ before: repOf(), after: repOf({ pace: 5 }) }, en);

  expect(saved).toMatchObject({
    title: { text: 'My settings' },
    blocks: [{ text: { text: 'Saved. Pace: 5 a day.' } }],
  });
});

test('going back is answered as well', () => {
  const before = repOf({
    ...{ zone: 'Asia/Tokyo', zoneChosen: true, remindsPromises: false },
    ...{ tellsWhenClear: true, hiddenOnBoard: true },
  });

  expect(sayOwnChange({ before, after: repOf() }, en)).toBe(
    'Saved. Your zone: as Slack says, Europe/Berlin. I remind you 15 minutes before a promise with a time. On a morning with nothing due I am silent. The leaderboard shows your name.',
  );
});

describe('in German', () => {
  test('the form asks and refuses', () => {
    const view = buildOwnSettingsModal({ meta, rep: repOf() }, de);
    const typed = { own_pace: { value: '99' }, own_weekdays: { selected_options: [] } };

    expect(view.title.text).toBe('Meine Einstellungen');
    expect(view.blocks).toMatchObject([
      { label: { text: 'Uhrzeit deiner Tagesliste' } },
      {
        label: { text: 'Pensum' },
        hint: { text: 'Follow-ups, die du am Tag schaffst: 5 bis 60.' },
      },
      { label: { text: 'Arbeitstage' } },
      { label: { text: 'Zeitzone' } },
      { label: { text: 'Sag mir auch Bescheid' } },
      { label: { text: 'Rangliste' } },
    ]);
    expect(inLanguage(readOwnSettingsForm(stateOf(view, typed)), de)).toMatchObject({
      problems: {
        own_pace: '99 ist zu groß. Gib eine Zahl von 5 bis 60 ein.',
        own_weekdays: 'Wähle mindestens einen Tag.',
      },
    });
  });

  test('a change is answered in words', () => {
    const after = repOf({ digestTime: '07:45', remindsPromises: false, zoneChosen: true });

    expect(sayOwnChange({ before: repOf(), after }, de)).toBe(
      'Gespeichert. Deine Tagesliste: 07:45, Mo bis Fr. Deine Zeitzone: Europe/Berlin, auch wenn Slack eine andere nennt. Keine Erinnerungen vor Zusagen.',
    );
  });
});
