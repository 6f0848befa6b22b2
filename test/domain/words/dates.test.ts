import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';

const TODAY = '2026-11-17';

test.each([
  ['the same year', '2026-11-20', 'Fri 20 Nov', 'Fr 20. Nov'],
  ['another year', '2027-01-04', 'Mon 4 Jan 2027', 'Mo 4. Jan 2027'],
  ['a month nobody shortens', '2026-05-03', 'Sun 3 May', 'So 3. Mai'],
  ['a month each shortens in its way', '2026-09-30', 'Wed 30 Sep', 'Mi 30. Sept'],
])('a day of %s reads as people write it', (_which, date, english, german) => {
  expect([en.dates.day(date, TODAY), de.dates.day(date, TODAY)]).toEqual([english, german]);
});

test('days around today have names of their own', () => {
  const near = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'];

  expect(near.map((day) => en.dates.nearDay(day, TODAY))).toEqual([
    'yesterday',
    'today',
    'tomorrow',
    'Thu 19 Nov',
  ]);
  expect(near.map((day) => de.dates.nearDay(day, TODAY))).toEqual([
    'gestern',
    'heute',
    'morgen',
    'Do 19. Nov',
  ]);
});

test('a month is named in full', () => {
  expect([en.dates.month('2026-03-01'), de.dates.month('2026-03-01')]).toEqual([
    'March 2026',
    'März 2026',
  ]);
});
