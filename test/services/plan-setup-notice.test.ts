import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { planSetupNotice } from '../../src/services/plan-setup-notice.ts';
import { useDatabase } from '../support/database.ts';
import { createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();
const FRIDAY = new Date('2026-11-20T10:00:00Z');

async function plan(change: { isManager: boolean; slackChannelId?: string }) {
  const { db } = database;
  const { slackChannelId = null, isManager } = change;
  const workspace = await createWorkspace(db, { team: { slackChannelId } });
  const rep = await createRep(db, workspace, { isManager });
  const ctx = { db, workspaceId: workspace.id, now: FRIDAY };
  await planSetupNotice(ctx, rep);
  await planSetupNotice(ctx, rep);
  return db.select().from(deliveries).where(eq(deliveries.workspaceId, workspace.id));
}

test('a manager of a team without a channel is told once, on the next working day at 08:00', async () => {
  const planned = await plan({ isManager: true });

  expect(planned).toHaveLength(1);
  expect(planned[0]).toMatchObject({ kind: 'notice', dueAt: new Date('2026-11-23T07:00:00Z') });
});

test('other reps are told nothing', async () => {
  expect(await plan({ isManager: false })).toEqual([]);
});

test('nobody is told where the post has its channel', async () => {
  expect(await plan({ isManager: true, slackChannelId: 'C1' })).toEqual([]);
});
