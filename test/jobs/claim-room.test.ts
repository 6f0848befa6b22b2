import { expect, test } from 'vitest';
import { createClaimRoom } from '../../src/jobs/claim-room.ts';

function sendMany(room: ReturnType<typeof createClaimRoom>, times: number): void {
  for (let sent = 0; sent < times; sent++) room.wasInTime();
}

test('a process begins with twelve and takes one more for each it sends, up to the most', () => {
  const room = createClaimRoom({ most: 96 });

  expect(room.size()).toBe(12);
  sendMany(room, 12);
  expect(room.size()).toBe(24);
  sendMany(room, 200);
  expect(room.size()).toBe(96);
});

test('what was begun too late halves what is taken, once for those taken together', () => {
  const room = createClaimRoom({ most: 96 });
  sendMany(room, 84);

  for (let late = 0; late < 40; late++) room.wasLate(96);

  expect(room.size()).toBe(48);
});

test('it never shrinks below three', () => {
  const room = createClaimRoom({ most: 96 });

  room.wasLate(1);

  expect(room.size()).toBe(3);
});
