import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, sendState } from '../../src/db/schema.ts';
import { countUnclear } from '../../src/db/send-state.ts';
import { type ClaimedDelivery, DELIVERY_TIMINGS } from '../../src/domain/delivery.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { deliveryContext } from '../../src/services/delivery-context.ts';
import { createLedgerDesk } from '../../src/services/ledger-desk.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { useDatabase } from '../support/database.ts';
import { TestClock } from '../support/delivery-machine.ts';
import { createPlannedRep } from '../support/planned-rep.ts';

const database = useDatabase();

/** So many claimed digests, three to a workspace. */
async function setUp(count: number) {
  const { db } = database;
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const clocks = { business: async () => clock.business, machine: async () => clock.machine };
  const deps = { db, clocks, timings: DELIVERY_TIMINGS };
  let workspace: Awaited<ReturnType<typeof createPlannedRep>>['workspace'] | undefined;
  for (let index = 0; index < count; index++) {
    const planned = await createPlannedRep(db, index % 3 && workspace ? { workspace } : {});
    workspace = planned.workspace;
  }
  await materialiseDue(await deliveryContext(deps));
  const claim = await claimDeliveries(await deliveryContext(deps), { claimedBy: 'one' });
  const read = async ({ id }: ClaimedDelivery) =>
    (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0];
  return { db, clock, deps, claimed: claim.deliveries, desk: createLedgerDesk(deps), read };
}

function sent({ id: slackTs }: ClaimedDelivery) {
  return { kind: 'sent' as const, slackChannelId: 'D1', slackTs };
}

test('ends that come together are written together, each under its own claim', async () => {
  const { desk, claimed, read } = await setUp(9);
  for (const delivery of claimed) {
    await desk.begin({ delivery, slackChannelId: `D${delivery.id}`, items: [] });
  }
  const [skipped, lost, ...others] = claimed;
  if (!skipped || !lost) throw new Error('nothing was claimed');

  const settled = await Promise.all([
    desk.settle({ delivery: skipped, outcome: { kind: 'skipped', reason: 'empty' } }),
    desk.settle({ delivery: { ...lost, claimToken: crypto.randomUUID() }, outcome: sent(lost) }),
    ...others.map((delivery) => desk.settle({ delivery, outcome: sent(delivery) })),
  ]);

  expect(settled).toEqual([true, false, ...others.map(() => true)]);
  expect(await read(skipped)).toMatchObject({
    state: 'skipped',
    reason: 'empty',
    claimToken: null,
  });
  expect(await read(lost)).toMatchObject({ state: 'sending', slackTs: null });
  for (const delivery of others) {
    const row = { state: 'sent', slackTs: delivery.id, claimToken: null, leaseUntil: null };
    expect(await read(delivery)).toMatchObject(row);
  }
});

test('an end the ledger refuses spoils none that it was written with', async () => {
  const { desk, claimed, read } = await setUp(3);
  const [first, second, third] = claimed;
  if (!first || !second || !third) throw new Error('nothing was claimed');

  const settled = await Promise.allSettled([
    desk.settle({ delivery: first, outcome: sent(first) }),
    // Slack never gives one time stamp twice; the ledger would not take it.
    desk.settle({ delivery: second, outcome: sent(first) }),
    desk.settle({ delivery: third, outcome: sent(third) }),
  ]);

  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await read(first)).toMatchObject({ state: 'sent' });
  expect(await read(second)).toMatchObject({ state: 'claimed' });
  expect(await read(third)).toMatchObject({ state: 'sent' });
});

test('an answer after the lease still counts, but not once the delivery was claimed again', async () => {
  const { db, desk, claimed, read } = await setUp(2);
  const [late, later] = claimed;
  if (!late || !later) throw new Error('nothing was claimed');
  const doubted = { state: 'uncertain' as const, claimToken: null, leaseUntil: null };
  await db.update(deliveries).set(doubted).where(eq(deliveries.id, late.id));
  const again = { ...doubted, attempts: later.attempts + 1 };
  await db.update(deliveries).set(again).where(eq(deliveries.id, later.id));

  const settled = await Promise.all(
    [late, later].map((delivery) => desk.settle({ delivery, outcome: sent(delivery) })),
  );

  expect(settled).toEqual([true, false]);
  expect(await read(late)).toMatchObject({ state: 'sent' });
  expect(await read(later)).toMatchObject({ state: 'uncertain', slackTs: null });
});

test('a message that was sent closes the breaker of its workspace and of no other', async () => {
  const { db, clock, desk, claimed } = await setUp(4);
  const [one] = claimed;
  const other = claimed.find(({ workspaceId }) => workspaceId !== one?.workspaceId);
  if (!one || !other) throw new Error('two workspaces are needed');
  for (const { workspaceId } of [one, other]) {
    for (let unclear = 0; unclear < 5; unclear++) {
      await countUnclear(db, { workspaceId, breakerUntil: clock.machine });
    }
  }

  await Promise.all([
    desk.settle({ delivery: one, outcome: sent(one) }),
    desk.settle({ delivery: other, outcome: { kind: 'skipped', reason: 'empty' } }),
  ]);

  const states = await db.select().from(sendState);
  const breakerOf = (id: number) => states.find(({ workspaceId }) => workspaceId === id)?.breaker;
  expect(breakerOf(one.workspaceId)).toBe('closed');
  expect(breakerOf(other.workspaceId)).toBe('open');
});
