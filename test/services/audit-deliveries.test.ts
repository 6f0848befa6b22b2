import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { auditDeliveries } from '../../src/services/audit-deliveries.ts';
import { deliveryContext } from '../../src/services/delivery-context.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createRep, createWorkspace } from '../support/factories.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** Two reps whose digests of Tuesday 17 November went out at half past eight; it is nine in Berlin. */
async function setUp() {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.delete(deliveries);
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspace, workspaceId } = await createPlannedRep(db);
  await createPlannedRep(db, { workspace });
  const deps = createSenderDeps(db, { slack, clock });
  const { sweep } = createSweep(deps, { name: 'one' });
  await sweep();
  clock.advance(30 * 60);
  const audit = async () => auditDeliveries(await deliveryContext(deps));
  return { db, clock, slack, deps, workspace, workspaceId, sweep, audit };
}

const CLEAN = { missing: 0, stuck: 0, late: 0 };

test('finds nothing when every digest went out', async () => {
  const { audit } = await setUp();

  expect(await audit()).toMatchObject(CLEAN);
});

test('case 129: a row that was deleted is missing', async () => {
  const { db, workspaceId, audit } = await setUp();
  const [row] = await db.select().from(deliveries).where(eq(deliveries.workspaceId, workspaceId));

  await db.delete(deliveries).where(eq(deliveries.id, row?.id ?? ''));

  expect(await audit()).toMatchObject({ ...CLEAN, missing: 1 });
});

test('case 129: a row that stands still is late, and one whose lease is long over is stuck', async () => {
  const { db, clock, sweep, slack, audit } = await setUp();
  clock.advance(23.5 * 3600);
  slack.fail({ method: 'users.info', kind: 'status_before', times: 2 });
  slack.fail({ method: 'conversations.open', kind: 'status_before', times: 2 });
  slack.fail({ method: 'chat.postMessage', kind: 'rate_limited', times: 2 });
  await sweep();
  const far = new Date('2100-01-01T00:00:00Z');
  const pending = await db.select().from(deliveries).where(eq(deliveries.state, 'pending'));
  const [first, second] = pending;
  if (!first || !second) throw new Error('nothing is pending');
  await db.update(deliveries).set({ nextAttemptAt: far }).where(eq(deliveries.id, first.id));
  const claim = { state: 'claimed', claimToken: first.id, leaseUntil: clock.machine } as const;
  await db.update(deliveries).set(claim).where(eq(deliveries.id, second.id));

  clock.advance(45 * 60);

  expect(await audit()).toMatchObject({ missing: 0, stuck: 1, late: 1 });
});

test('case 129: a sweep that stopped leaves tomorrow missing', async () => {
  const { clock, audit } = await setUp();

  clock.advance(24 * 3600);

  expect(await audit()).toMatchObject({ ...CLEAN, missing: 2 });
});

test('a rep who comes at noon is owed nothing for that morning', async () => {
  const { db, clock, audit } = await setUp();
  const workspace = await createWorkspace(db);
  const rep = await createRep(db, workspace);
  clock.advance(3 * 3600);

  await syncRepSchedule({ db, workspaceId: workspace.id, now: clock.business }, rep);

  expect(await audit()).toMatchObject(CLEAN);
});
