import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { postgresCodeOf } from '../../src/db/client.ts';
import { prospects } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';

const CHECK_VIOLATION = '23514';
const database = useDatabase();

test.each([
  ['without a next step', { nextOn: null }],
  ['without an owner', { ownerId: null }],
  ['with a revisit date', { revisitOn: '2026-12-01' }],
  ['turned won while its next step stays', { status: 'won' as const }],
])('the database refuses an open prospect %s', async (_what, change) => {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const prospect = await createProspect(db, await createRep(db, workspace));

  const refused = db
    .update(prospects)
    .set(change)
    .where(and(eq(prospects.workspaceId, workspace.id), eq(prospects.id, prospect.id)))
    .catch(postgresCodeOf);

  expect(await refused).toBe(CHECK_VIOLATION);
});
