import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { DELIVERY_TIMINGS, spreadDelayMs } from '../../src/domain/delivery.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { beginSend } from '../../src/services/begin-send.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { deliveryContext } from '../../src/services/delivery-context.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { readLedger } from '../support/ledger.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** A workspace of so many reps who are all due, at the pace of production. */
async function setUp(reps: number, slackDmId: (index: number) => string = (index) => `D${index}`) {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspace, workspaceId } = await createPlannedRep(db, { slackDmId: slackDmId(0) });
  for (let index = 1; index < reps; index++) {
    await createPlannedRep(db, { workspace, slackDmId: slackDmId(index) });
  }
  const deps = createSenderDeps(db, { slack, clock, paced: true });
  // A tenth of production's step: the clock stands still while a sweep waits for the pace.
  deps.timings = { ...DELIVERY_TIMINGS, sendEveryMs: 25 };
  return { db, clock, slack, deps, workspaceId };
}

test('a workspace sends ten at once and then one a step', async () => {
  const { clock, slack, deps } = await setUp(20);
  const { sweep } = createSweep(deps, { name: 'one' });

  expect(await sweep()).toMatchObject({ sent: 10, more: true });
  clock.advance(0.1);
  expect(await sweep()).toMatchObject({ sent: 4, more: true });
  clock.advance(60);
  expect(await sweep()).toMatchObject({ sent: 6, more: false });

  expect(slack.messages).toHaveLength(20);
});

test('two replicas together have no more than three of a workspace in flight', async () => {
  const { deps } = await setUp(12);
  await materialiseDue(await deliveryContext(deps));

  const claims = await Promise.all(
    Array.from({ length: 6 }, async (_none, index) =>
      claimDeliveries(await deliveryContext(deps), { claimedBy: `replica ${index}` }),
    ),
  );

  expect(claims.flatMap((claim) => claim.deliveries)).toHaveLength(3);
});

test('a second message into a conversation waits a second', async () => {
  const { db, clock, slack, deps, workspaceId } = await setUp(2, () => 'D7');
  const { sweep } = createSweep(deps, { name: 'one' });

  await sweep();
  expect(slack.messages).toHaveLength(1);
  const rows = await readLedger(db, workspaceId);
  expect(rows.find(({ state }) => state === 'pending')).toMatchObject({ lastError: 'paced' });
  clock.advance(1);
  await sweep();

  expect(slack.messages).toHaveLength(2);
});

test('a message that is skipped costs nothing of the allowance', async () => {
  const { deps, slack } = await setUp(14);
  let rendered = 0;
  const { digest } = deps.renderers;
  deps.renderers.digest = async (delivery, moment) => {
    rendered += 1;
    if (rendered <= 4 || !digest) return { kind: 'skip', reason: 'empty' };
    return digest(delivery, moment);
  };

  await createSweep(deps, { name: 'one' }).sweep();

  expect(slack.messages).toHaveLength(10);
});

test('an intent without allowance goes back, and says when it may be tried', async () => {
  const { deps } = await setUp(1);
  deps.timings = { ...deps.timings, sendBurst: 1 };
  const ctx = await deliveryContext(deps);
  await materialiseDue(ctx);
  const { deliveries: claimed } = await claimDeliveries(ctx, { claimedBy: 'one' });
  const [delivery] = claimed;
  if (!delivery) throw new Error('nothing was claimed');
  const intent = { delivery, slackChannelId: 'D0', items: [] };
  expect(await beginSend(ctx, intent)).toEqual({ kind: 'begun' });

  expect(await beginSend(ctx, intent)).toEqual({ kind: 'paced', waitMs: 25 });
});

test('a crowd of one minute sets out over a minute, each subject at its own place', async () => {
  const { db, deps, workspaceId } = await setUp(61);

  await materialiseDue(await deliveryContext(deps));

  const rows = await db.select().from(deliveries).where(eq(deliveries.workspaceId, workspaceId));
  const start = (await deliveryContext(deps)).machineNow.getTime();
  const delays = rows.map(({ nextAttemptAt }) => nextAttemptAt.getTime() - start);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...delays)).toBeLessThan(60_000);
  expect(new Set(delays).size).toBeGreaterThan(50);
  const crowd = { crowd: 61, spreadMs: 60_000 };
  expect(spreadDelayMs('rep:5f0c', crowd)).toBe(spreadDelayMs('rep:5f0c', crowd));
});
