import type { KnownBlock } from '@slack/types';
import { expect, test } from 'vitest';
import type { DigestModel } from '../../../src/domain/digest-model.ts';
import type { HomeModel, HomeStart } from '../../../src/domain/home-model.ts';
import type { Prospect } from '../../../src/domain/prospect.ts';
import { weekAhead } from '../../../src/domain/week-ahead.ts';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import type { Words } from '../../../src/domain/words/words.ts';
import { readHomeValue, writeHomeValue } from '../../../src/slack/views/home-value.ts';
import { buildHome } from '../../../src/slack/views/home-view.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { prospectOf, TODAY, touchOf, uuid, ZONE } from '../../support/views.ts';

const at = new Date('2026-11-17T08:00:00Z');

function dayOf(rows: number, change: Partial<DigestModel> = {}): DigestModel {
  const due = people(rows, TODAY, 'Due').map((prospect, position) => ({
    ...{ position, prospect, section: 'due_today' as const },
    ...{ points: null, warning: null, isHeld: false },
  }));
  return {
    ...{ today: TODAY, drawnAt: at, zone: ZONE, due, done: [], promisedCount: 0 },
    ...{ firstTime: null, nextDay: { on: '2026-11-18', count: 4 }, teamSees: null },
    ...{ toManager: null, spread: null, lateSince: null },
    ...change,
  };
}

function people(count: number, on: string, name: string): Prospect[] {
  return Array.from({ length: count }, (_none, number) =>
    prospectOf({ id: uuid(number), name: `${name} ${number}`, company: 'Acme', next: { on } }),
  );
}

function startOf(change: Partial<HomeStart> = {}): HomeStart {
  return {
    ...{ week: [], nurture: [], heldIds: new Set(), recent: [], recentTotal: 0, team: null },
    numbers: {
      ...{ followUps: 12, followUpsLastWeek: 41, prospectsChased: 9, yes: 1, no: 2 },
      promises: { kept: 3, due: 4 },
    },
    ...change,
  };
}

function homeOf(change: Partial<HomeModel> = {}): HomeModel {
  return {
    ...{ name: 'Ana Silva', day: dayOf(0), week: weekAhead(TODAY, '2026-11-18') },
    counts: { open: 60, nurture: 20, week: 6, onDay: new Map(), afterWeek: null },
    ...{ isManager: false, ownsNone: false },
    page: { tab: 'today', from: 0, total: 0, start: startOf() },
    ...change,
  };
}

/** As it is read: without the marks of bold. */
function shown(change: Partial<HomeModel>, words: Words = en): string {
  const blocks: KnownBlock[] = JSON.parse(JSON.stringify(buildHome(homeOf(change), words).blocks));
  return readBlocks(blocks).replaceAll('*', '');
}

test('the first page says who and when, then each part in its order', () => {
  const week = people(5, '2026-11-18', 'Wed');
  const nurture = people(5, '2026-12-08', 'Quiet');
  const recent = [{ touch: touchOf(), prospect: prospectOf({ name: 'Tom', company: 'Birch' }) }];
  const home = shown({
    day: dayOf(2),
    counts: {
      ...{ open: 60, nurture: 20, week: 6, onDay: new Map([['2026-11-18', 6]]) },
      afterWeek: null,
    },
    page: {
      ...{ tab: 'today', from: 0, total: 2 },
      start: startOf({ week, nurture, recent, recentTotal: 1 }),
    },
  });

  const order = [
    'Tue 17 Nov. 2 today.',
    'Ana Silva, 60 open prospects.',
    'Today 2',
    'This week 6',
    'Nurture 20',
    'All 60',
    'Due 0, Acme. Due today',
    'Tomorrow 4.',
    'This week, 6',
    'Show all 6',
    'Wed 18 Nov, 6',
    'Wed 0, Acme',
    'Nurture, 20',
    'Show all 20',
    'Quiet 0, Acme. Tue 8 Dec',
    'My numbers',
    '12 follow-ups this week, 41 last week.',
    '9 prospects touched, 1 Yes, 2 No.',
    'Promises kept: 3 of 4.',
    'Recent touches, 1',
    'Tom, Birch.',
    'Insights',
  ];
  const places = order.map((words) => home.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('parts with nobody in them have no button and no heading', () => {
  const home = shown({
    day: dayOf(1),
    counts: { open: 1, nurture: 0, week: 0, onDay: new Map(), afterWeek: null },
    page: { tab: 'today', from: 0, total: 1, start: startOf() },
  });

  expect(home).not.toContain('Nurture');
  expect(home).not.toContain('This week');
  expect(home).toContain('Nothing more this week.');
  expect(home).not.toContain('Recent touches, ');
});

test('a week with nothing left says what is the next day after it', () => {
  const counts = { open: 2, nurture: 0, week: 0, onDay: new Map() };
  const afterWeek = { on: '2026-12-07', count: 2 };

  expect(shown({ counts: { ...counts, afterWeek } })).toContain(
    'Nothing more this week. Then Mon 7 Dec, 2.',
  );
});

test('more than ten today go on on the next page', () => {
  const day = dayOf(23);
  const first = shown({ day, page: { tab: 'today', from: 0, total: 23, start: startOf() } });
  const last = shown({ day, page: { tab: 'today', from: 20, total: 23, start: null } });

  expect(first).toContain('Next 10');
  expect(first).not.toContain('Due 10,');
  expect(last).toContain('Today, 21 to 23 of 23');
  expect(last).toContain('Due 22, Acme. Due today');
  expect(last).toContain('Previous 10');
  expect(last).not.toContain('My numbers');
});

test('a page of the week repeats the name of its day', () => {
  const onDay = new Map([
    ['2026-11-19', 17],
    ['2026-11-20', 2],
  ]);
  const rows = [...people(2, '2026-11-19', 'Thu'), ...people(2, '2026-11-20', 'Fri')];

  const home = shown({
    counts: { open: 19, nurture: 0, week: 19, onDay, afterWeek: null },
    page: { tab: 'week', from: 15, total: 19, rows, heldIds: new Set([uuid(1)]) },
  });

  expect(home).toContain('This week, 16 to 19 of 19');
  expect(home).toContain('Thu 19 Nov, 17');
  expect(home).toContain('Fri 20 Nov, 2');
  expect(home).toContain('Held: same phone as somebody who asked us to stop.');
  expect(home).toContain('Previous 15');
  expect(home).not.toContain('Next');
});

test('under the name of its day a promise says its time', () => {
  const rows = [
    prospectOf({
      next: { on: '2026-11-18', at: new Date('2026-11-18T16:00:00Z'), promised: true },
    }),
  ];

  const home = shown({ page: { tab: 'week', from: 0, total: 1, rows, heldIds: new Set() } });

  expect(home).toContain('Dana Reyes, Acme. 10:00, promised');
});

test.each([
  ['week', 'Nothing more this week.'],
  ['nurture', 'Nobody is in nurture.'],
  ['all', 'Nothing is open.'],
] as const)('a page of nobody says so: %s', (tab, sentence) => {
  const counts = { open: 0, nurture: 0, week: 0, onDay: new Map(), afterWeek: null };

  expect(
    shown({ counts, page: { tab, from: 0, total: 0, rows: [], heldIds: new Set() } }),
  ).toContain(sentence);
});

test('the button of the page shown says so in words, not by colour alone', () => {
  const page = { tab: 'all' as const, from: 0, total: 0, rows: [], heldIds: new Set<string>() };

  const labels = JSON.stringify(buildHome(homeOf({ page }), en).blocks);

  expect(labels).toContain('"accessibility_label":"All 60, shown below"');
  expect(labels).toContain('"accessibility_label":"Show Nurture 20"');
});

test('in German', () => {
  const onDay = new Map([['2026-11-18', 17]]);
  const counts = { open: 60, nurture: 0, week: 17, onDay, afterWeek: null };
  const rows = people(2, '2026-11-18', 'Mi');
  const page = { tab: 'week' as const, from: 15, total: 17, rows, heldIds: new Set<string>() };

  const home = shown({ counts, page }, de);

  expect(home).toContain('Ana Silva, 60 offene Interessenten. [Eintragen]');
  expect(home).toContain('[Heute 0] [Diese Woche 17] [Alle 60] [Zuletzt]');
  expect(home).toContain('Diese Woche, 16 bis 17 von 17\nMi 18. Nov, 17\nMi 0, Acme');
  expect(home).toContain('[Vorige 15]');
});

test('what a page button carries reads back', () => {
  const place = { tab: 'nurture', from: 4500 } as const;

  expect(readHomeValue(writeHomeValue(place))).toEqual(place);
});

test.each([
  undefined,
  '',
  '1.week',
  '1.team.0',
  '1.week.-15',
  '1.week.1e3',
  '2.week.0',
  '1.week.0.x',
])('a page button with %s is too old', (value) => {
  expect(() => readHomeValue(value)).toThrow('This button is too old. Open App Home again.');
});
