import { expect, test } from 'vitest';
import { isLastFormTurn, momentOf, noteFormTurn } from '../../src/services/form-turns.ts';
import { useDatabase } from '../support/database.ts';
import { createWorkspace } from '../support/factories.ts';

const NOW = new Date('2026-11-17T09:00:00Z');
const database = useDatabase();
const FIRST = { viewId: 'V1', moment: '1794906000.000100' };
const SECOND = { viewId: 'V1', moment: '1794906000.000200' };

async function newContext() {
  const { workspaceId } = await createWorkspace(database.db);
  return { db: database.db, workspaceId, now: NOW };
}

test.each([
  ['in their order', [FIRST, SECOND]],
  ['the other way round', [SECOND, FIRST]],
])('of two turns noted %s the later one is the last', async (_order, turns) => {
  const ctx = await newContext();

  for (const turn of turns) await noteFormTurn(ctx, turn);

  expect(await isLastFormTurn(ctx, FIRST)).toBe(false);
  expect(await isLastFormTurn(ctx, SECOND)).toBe(true);
});

test('turns in another form do not count', async () => {
  const ctx = await newContext();

  await noteFormTurn(ctx, FIRST);
  await noteFormTurn(ctx, { ...SECOND, viewId: 'V2' });

  expect(await isLastFormTurn(ctx, FIRST)).toBe(true);
});

test('a turn nobody noted is not the last', async () => {
  expect(await isLastFormTurn(await newContext(), FIRST)).toBe(false);
});

test('the machine’s moments compare with Slack’s', () => {
  const moment = momentOf(new Date('2026-11-17T09:00:00.500Z'));

  expect(moment).toBe('1794906000.500000');
  expect(moment > SECOND.moment).toBe(true);
});
