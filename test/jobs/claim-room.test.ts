import { expect, test } from 'vitest';
import { createClaimRoom } from '../../src/jobs/claim-room.ts';

test('what was begun too late halves what is taken, once for those taken together', () => {
  const room = createClaimRoom({ most: 96 });

  for (let late = 0; late < 40; late++) room.wasLate(96);

  expect(room.size()).toBe(48);
});

test('it never shrinks below three, and grows back to what is allowed', () => {
  const room = createClaimRoom({ most: 10 });

  room.wasLate(1);
  expect(room.size()).toBe(3);

  for (let sent = 0; sent < 20; sent++) room.wasInTime();
  expect(room.size()).toBe(10);
});
