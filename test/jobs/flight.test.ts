import { expect, test } from 'vitest';
import { createFlight } from '../../src/jobs/flight.ts';

test('a flight knows how many are under way and tells when enough have ended', async () => {
  const flight = createFlight();
  const ends: (() => void)[] = [];
  for (let place = 0; place < 3; place++) {
    flight.board(
      new Promise((resolve) => {
        ends.push(resolve);
      }),
    );
  }
  let isRoom = false;
  const room = flight.until(1).then(() => {
    isRoom = true;
  });

  ends[2]?.();
  await flight.anyLanded();
  expect(flight.size()).toBe(2);
  expect(isRoom).toBe(false);
  ends[0]?.();
  await room;

  expect(flight.size()).toBe(1);
});
