import { and, asc, eq, ne } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holidays, prospects } from '../../src/db/schema.ts';
import { importProspects } from '../../src/services/import-prospects.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();

test('rows in line skip weekends, holidays and leave, after what is there', async () => {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const ana = await createRep(db, workspace, { pace: 5 });
  const day = { workspaceId: workspace.id, teamId: workspace.teamId, name: 'Penance' };
  await db.insert(holidays).values({ ...day, on: '2026-11-18' });
  await createAbsence(db, ana, { fromOn: '2026-11-20', toOn: '2026-11-22' });
  for (const nextOn of ['2026-11-10', '2026-11-19']) {
    await createProspect(db, ana, { name: nextOn, nextOn, inLine: true, linePosition: 7 });
  }

  const report = await importNames(workspace.id, '2026-11-17T08:00:00Z', 'abcdefghi');

  expect(await lineOf(workspace.id)).toEqual([
    'a 8 2026-11-19',
    'b 9 2026-11-19',
    'c 10 2026-11-19',
    'd 11 2026-11-23',
    'e 12 2026-11-23',
    'f 13 2026-11-23',
    'g 14 2026-11-23',
    'h 15 2026-11-23',
    'i 16 2026-11-24',
  ]);
  expect(report.lines).toEqual([
    {
      repId: ana.id,
      name: 'Ana Silva',
      pace: 5,
      inLine: 9,
      startedInFourWeeks: 9,
      lastOn: '2026-11-24',
    },
  ]);
});

test.each([
  ['before', '2026-11-17T07:00:00Z', '2026-11-17'],
  ['after', '2026-11-17T08:00:00Z', '2026-11-18'],
])('a line imported %s the day’s digest begins with the next one', async (_when, now, on) => {
  const workspace = await createWorkspace(database.db);
  await createRep(database.db, workspace);

  await importNames(workspace.id, now, 'a');

  expect(await lineOf(workspace.id)).toEqual([`a 1 ${on}`]);
});

function importNames(workspaceId: number, now: string, names: string) {
  const ctx = { db: database.db, workspaceId, now: new Date(now), rep: null };
  const records = [...names].map((name, i) => ({ line: i + 2, cells: [name, 'Ana Silva'] }));
  return importProspects(ctx, { headers: ['Name', 'Owner'], records });
}

async function lineOf(workspaceId: number): Promise<string[]> {
  const rows = await database.db
    .select()
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), ne(prospects.linePosition, 7)))
    .orderBy(asc(prospects.linePosition));
  return rows.map((row) => `${row.name} ${row.linePosition} ${row.nextOn}`);
}
