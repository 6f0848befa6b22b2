import { expect, test } from 'vitest';
import { type ListScope, listProspectsFor } from '../../src/services/list-prospects.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const days = {
    late: '2026-11-16',
    today: '2026-11-17',
    sunday: '2026-11-22',
    next: '2026-11-23',
  };
  for (const [name, nextOn] of Object.entries(days)) {
    await createProspect(db, team.ana, { name, nextOn });
  }
  await createProspect(db, team.ana, { name: 'line', nextOn: '2026-11-13', inLine: true });
  const list = async (scope: ListScope, limit = 20, rep = team.ana) => {
    const { rows, total, ofRep } = await listProspectsFor(acting(db, rep), { scope, limit });
    return { names: rows.map(({ name }) => name), total, ofRep };
  };
  return { db, ...team, list };
}

test.each<[ListScope, string[]]>([
  ['open', ['line', 'late', 'today', 'sunday', 'next']],
  ['overdue', ['late']],
  ['today', ['late', 'today', 'line']],
  ['week', ['late', 'today', 'sunday', 'line']],
])('%s holds, soonest first and those in line last', async (scope, names) => {
  const { list } = await setUp();

  expect(await list(scope)).toEqual({ names, total: names.length, ofRep: null });
});

test('a limit cuts the rows and not the total', async () => {
  const { list } = await setUp();

  expect(await list('open', 2)).toEqual({ names: ['line', 'late'], total: 5, ofRep: null });
  expect(await list('week', 1)).toEqual({ names: ['late'], total: 4, ofRep: null });
});

test('another rep’s list says whose it is', async () => {
  const { ana, ben, list } = await setUp();

  const { total, ofRep } = await list({ slackUserId: ana.slackUserId }, 20, ben);

  expect({ total, ofRep }).toEqual({ total: 5, ofRep: 'Ana Silva' });
  expect((await list({ slackUserId: ana.slackUserId })).ofRep).toBeNull();
});

test('somebody of another workspace has no list here', async () => {
  const { db, list } = await setUp();
  const other = await createSalesTeam(db);

  const theirs = list({ slackUserId: other.ana.slackUserId });

  await expect(theirs).rejects.toMatchObject({ code: 'not_found' });
});
