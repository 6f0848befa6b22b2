import { expect, test } from 'vitest';
import { judgeEdit } from '../../src/domain/edit-rights.ts';

const ANA = { id: 'ana', isManager: false, zone: 'Europe/Berlin' };
const MARA = { ...ANA, id: 'mara', isManager: true };
/** Tue 17 Nov 2026, 23:30 in Berlin; Wednesday further east. */
const LOGGED = new Date('2026-11-17T22:30:00Z');

test.each([
  ['her own, a minute later', 'ana', ANA, '2026-11-17T22:31:00Z', 'allowed'],
  ['her own, at the end of the seventh day', 'ana', ANA, '2026-11-24T22:59:59Z', 'allowed'],
  ['her own, as the eighth day begins', 'ana', ANA, '2026-11-24T23:00:00Z', 'too_old'],
  [
    'her own, by the calendar of Tokyo',
    'ana',
    { ...ANA, zone: 'Asia/Tokyo' },
    '2026-11-25T14:59:59Z',
    'allowed',
  ],
  [
    'her own, by the calendar of Honolulu',
    'ana',
    { ...ANA, zone: 'Pacific/Honolulu' },
    '2026-11-25T10:00:00Z',
    'too_old',
  ],
  ['a colleague’s', 'ben', ANA, '2026-11-17T22:31:00Z', 'not_own'],
  ['a rep’s, as a manager', 'ben', MARA, '2026-11-17T22:31:00Z', 'allowed'],
  ['a rep’s of last year, as a manager', 'ben', MARA, '2027-11-17T22:31:00Z', 'allowed'],
  ['a manager’s own of last year', 'mara', MARA, '2027-11-17T22:31:00Z', 'allowed'],
])('%s', (_what, repId, rep, now, verdict) => {
  expect(judgeEdit({ repId, createdAt: LOGGED }, { rep, now: new Date(now) })).toBe(verdict);
});

test('an undone touch is nobody’s to change', () => {
  const undone = { repId: 'ana', createdAt: LOGGED, undoneAt: LOGGED };

  expect(judgeEdit(undone, { rep: MARA, now: LOGGED })).toBe('undone');
});
