import { describe, expect, test } from 'vitest';
import { decideDateOrder, readImportedDate } from '../../../src/domain/import/dates.ts';

describe('decideDateOrder', () => {
  test.each([
    [['03/04/2026', '25/04/2026'], 'dmy'],
    [['03/04/2026', '04/25/2026'], 'mdy'],
    [['2026-04-03', '03.04.2026'], 'mdy'],
    [['04/04/2026', ''], 'mdy'],
  ])('%j is %s', (texts, order) => {
    expect(decideDateOrder(texts)).toEqual({ ok: true, order });
  });

  test('dates that all read both ways are not guessed', () => {
    expect(decideDateOrder(['04/04/2026', '03/04/2026'])).toEqual({
      ok: false,
      why: 'ambiguous',
      example: '03/04/2026',
    });
  });

  test('dates of both orders in one column are told', () => {
    expect(decideDateOrder(['25/04/2026', '04/25/2026'])).toEqual({
      ok: false,
      why: 'mixed',
      example: '25/04/2026 and 04/25/2026',
    });
  });
});

describe('readImportedDate', () => {
  test.each([
    ['2026-11-20', 'dmy', '2026-11-20'],
    ['2026-11-20T14:30:00Z', 'dmy', '2026-11-20'],
    ['2026/1/5 9:00', 'dmy', '2026-01-05'],
    ['20.11.2026', 'mdy', '2026-11-20'],
    ['3/4/2026', 'dmy', '2026-04-03'],
    ['3/4/2026', 'mdy', '2026-03-04'],
    ['11/20/2026 2:30 PM', 'mdy', '2026-11-20'],
    ['29.02.2028', 'dmy', '2028-02-29'],
    ['31/02/2026', 'dmy', null],
    ['29.02.2027', 'dmy', null],
    ['20/11/2026', 'mdy', null],
    ['3/4/26', 'dmy', null],
    ['tomorrow', 'dmy', null],
    ['2026-11-20 or so', 'dmy', null],
    ['1e309', 'dmy', null],
    ['0001-01-01', 'dmy', null],
  ] as const)('%s as %s is %s', (text, order, day) => {
    expect(readImportedDate(text, order)).toBe(day);
  });
});
