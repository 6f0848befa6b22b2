import { expect, test } from 'vitest';
import { planReminder, readReminderKey, reminderKey } from '../../src/domain/promise-reminder.ts';

const TEN = new Date('2026-11-17T10:00:00Z');
const at = (time: string) => new Date(`2026-11-17T${time}:00Z`);

test.each([
  ['the day before', at('08:00'), true, '09:45'],
  ['exactly 15 minutes before', at('09:45'), true, '09:45'],
  ['10 minutes before, agreed by the owner', at('09:50'), true, null],
  ['10 minutes before, given by somebody else', at('09:50'), false, '09:50'],
  ['at the time itself', TEN, false, null],
  ['afterwards', at('10:01'), false, null],
])('a promise for 10:00 made %s', (_when, now, byOwner, due) => {
  const times = planReminder(TEN, { now, byOwner });

  expect(times).toEqual(due === null ? null : { dueAt: at(due), expiresAt: at('10:05') });
});

test('the key names prospect and time, and is read back', () => {
  const key = reminderKey('5f0c2b1e-0000-4000-8000-000000000001', TEN);

  expect(readReminderKey(key)).toEqual({
    prospectId: '5f0c2b1e-0000-4000-8000-000000000001',
    at: TEN,
  });
});

test.each(['', '5f0c', '5f0c@never'])('“%s” is no key', (key) => {
  expect(readReminderKey(key)).toBeNull();
});
