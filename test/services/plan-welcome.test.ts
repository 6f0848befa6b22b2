import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { loadWelcome, planWelcome } from '../../src/services/plan-welcome.ts';
import { TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();

async function plan(change: { isManager?: boolean; byManager?: boolean }) {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const mara = await createRep(db, workspace, { name: 'Mara Lind', isManager: true });
  const rep = await createRep(db, workspace, { isManager: change.isManager ?? false });
  const ctx = { db, workspaceId: workspace.id, now: new Date(TUESDAY) };
  const addedBy = change.byManager ? mara.id : undefined;
  await planWelcome(ctx, rep, addedBy);
  await planWelcome(ctx, rep, addedBy);
  const rows = await db.select().from(deliveries).where(eq(deliveries.workspaceId, workspace.id));
  const read = rows.map((row) => loadWelcome(ctx, row.occurrenceKey));
  return { rows, says: await Promise.all(read), ctx };
}

test('a rep is welcomed once, at once', async () => {
  const { rows, says } = await plan({});

  expect(rows).toMatchObject([{ kind: 'notice', state: 'pending', dueAt: new Date(TUESDAY) }]);
  expect(says).toEqual([{ kind: 'welcome', addedBy: null }]);
});

test('a welcome names who added the rep', async () => {
  expect((await plan({ byManager: true })).says).toEqual([
    { kind: 'welcome', addedBy: 'Mara Lind' },
  ]);
});

test('who manages from the start is told how to set up', async () => {
  expect((await plan({ isManager: true })).says).toEqual([{ kind: 'first_run' }]);
});

test('other notices are no welcome', async () => {
  const { ctx } = await plan({});

  expect(await loadWelcome(ctx, 'no_team_channel')).toBeNull();
});
