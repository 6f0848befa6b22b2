import { expect, test } from 'vitest';
import { DELIVERY_TIMINGS, INTERNAL_APP_TIMINGS } from '../../src/domain/delivery.ts';
import { mayLook } from '../../src/services/take-looks.ts';
import { useDatabase } from '../support/database.ts';
import { createWorkspace } from '../support/factories.ts';

const database = useDatabase();
const NOON = new Date('2026-11-17T12:00:00Z');

async function setUp(timings: typeof DELIVERY_TIMINGS) {
  const { db } = database;
  const { id: workspaceId } = await createWorkspace(db);
  return async (seconds: number, times: number) => {
    const machineNow = new Date(NOON.getTime() + seconds * 1000);
    const ctx = { db, timings, now: NOON, machineNow };
    let taken = 0;
    for (let time = 0; time < times; time++) {
      if (await mayLook(ctx, { workspaceId })) taken += 1;
    }
    return taken;
  };
}

test('an app that many install looks into one history a minute', async () => {
  const look = await setUp(DELIVERY_TIMINGS);

  expect(await look(0, 3)).toBe(1);
  expect(await look(59, 3)).toBe(0);
  expect(await look(60, 3)).toBe(1);
});

test('a company’s own app looks twenty times at once, then forty times a minute', async () => {
  const look = await setUp(INTERNAL_APP_TIMINGS);

  expect(await look(0, 50)).toBe(20);
  expect(await look(60, 50)).toBe(20);
  expect(await look(75, 50)).toBe(10);
});
