import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listAnnounced } from '../../src/db/announced-cracks.ts';
import { listDeliveryItems } from '../../src/db/delivery-items.ts';
import { deliveries, sendState } from '../../src/db/schema.ts';
import { lockSendState } from '../../src/db/send-state.ts';
import { DELIVERY_TIMINGS, type DeliveryItem } from '../../src/domain/delivery.ts';
import { beginSend } from '../../src/services/begin-send.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { claimThree, untilWaiting } from '../support/claimed-digests.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';
import { createPlannedRep } from '../support/planned-rep.ts';

const database = useDatabase();

/** A claimed digest of a rep with one prospect. */
async function setUp() {
  const { db } = database;
  const { rep } = await createPlannedRep(db);
  const prospect = await createProspect(db, rep);
  const now = new Date('2026-11-17T07:30:00Z');
  const ctx = { db, timings: DELIVERY_TIMINGS, now, machineNow: new Date('2026-11-01T00:00:00Z') };
  await materialiseDue(ctx);
  const {
    deliveries: [delivery],
  } = await claimDeliveries(ctx, { claimedBy: 'one' });
  if (!delivery) throw new Error('nothing was claimed');
  const item: DeliveryItem = {
    ...{ position: 0, prospectId: prospect.id, section: 'due_today' },
    ...{ drawnOn: '2026-11-17', drawnVersion: 1 },
  };
  const { workspaceId, id: deliveryId } = delivery;
  const stored = () => listDeliveryItems(db, { workspaceId, deliveryId });
  const announces = { sweepOn: '2026-11-23', ownerId: rep.id, prospectIds: [prospect.id] };
  const announced = () =>
    listAnnounced(db, { workspaceId, sweepOn: '2026-11-23', ownerIds: [rep.id] });
  return { ctx, delivery, item, stored, announces, announced };
}

test('the intent is committed with the rows the message will show', async () => {
  const { ctx, delivery, item, stored } = await setUp();

  const begun = await beginSend(ctx, { delivery, slackChannelId: 'D1', items: [item] });

  expect(begun).toEqual({ kind: 'begun' });
  expect(await stored()).toEqual([{ ...item, result: null, resultAt: null }]);
});

test('a claim that has lapsed begins nothing and stores nothing', async () => {
  const { ctx, delivery, item, stored } = await setUp();
  const later = { ...ctx, machineNow: new Date('2026-11-01T00:01:00Z') };

  const begun = await beginSend(later, { delivery, slackChannelId: 'D1', items: [item] });

  expect(begun).toEqual({ kind: 'lost' });
  expect(await stored()).toEqual([]);
});

test('of three that begin at once in one conversation one begins, and the others cost nothing', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);
  const [first] = claimed;
  if (!first) throw new Error('nothing was claimed');

  // All three have read what they know before any of them can write.
  const begun = await ctx.db.transaction(async (tx) => {
    await lockSendState(tx, first.workspaceId);
    const begins = claimed.map((delivery) =>
      beginSend(ctx, { delivery, slackChannelId: 'D1', items: [] }),
    );
    await untilWaiting(database.db, 3);
    return { begins };
  });

  const kinds = (await Promise.all(begun.begins)).map(({ kind }) => kind).toSorted();
  expect(kinds).toEqual(['begun', 'paced', 'paced']);
  expect(await stepsUsed()).toBe(1);
});

test('three that begin at once in three conversations each take one of the allowance', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);

  const begun = await Promise.all(
    claimed.map((delivery) =>
      beginSend(ctx, { delivery, slackChannelId: `D${delivery.id}`, items: [] }),
    ),
  );

  expect(begun).toEqual([{ kind: 'begun' }, { kind: 'begun' }, { kind: 'begun' }]);
  expect(await stepsUsed()).toBe(3);
});

test('a message a conversation is too soon for waits what is left of the second', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);
  const [first, second] = claimed;
  if (!first || !second) throw new Error('nothing was claimed');
  await beginSend(ctx, { delivery: first, slackChannelId: 'D1', items: [] });
  const soon = { ...ctx, machineNow: new Date('2026-11-01T00:00:00.400Z') };

  const begun = await beginSend(soon, { delivery: second, slackChannelId: 'D1', items: [] });

  expect(begun).toEqual({ kind: 'paced', waitMs: 600 });
  expect(await stepsUsed()).toBe(1);
});

test("a later attempt shows its own rows in place of the earlier one's", async () => {
  const { ctx, delivery, item, stored } = await setUp();
  await beginSend(ctx, { delivery, slackChannelId: 'D1', items: [item] });
  const back = { state: 'pending' as const, claimToken: null, nextAttemptAt: ctx.machineNow };
  await ctx.db.update(deliveries).set(back).where(eq(deliveries.id, delivery.id));
  const later = { ...ctx, machineNow: new Date('2026-11-01T00:00:02Z') };
  const {
    deliveries: [again],
  } = await claimDeliveries(later, { claimedBy: 'two' });
  if (!again) throw new Error('nothing was claimed');
  const fresh = { ...item, section: 'overdue' as const };

  const begun = await beginSend(later, { delivery: again, slackChannelId: 'D1', items: [fresh] });

  expect(begun).toEqual({ kind: 'begun' });
  expect(await stored()).toEqual([{ ...fresh, result: null, resultAt: null }]);
});

test('what the message says goes to the manager is committed with the intent, or not at all', async () => {
  const first = await setUp();
  const lapsed = await setUp();
  const later = { ...lapsed.ctx, machineNow: new Date('2026-11-01T00:01:00Z') };

  for (const [ctx, { delivery, announces }] of [
    [first.ctx, first],
    [later, lapsed],
  ] as const) {
    await beginSend(ctx, { delivery, slackChannelId: 'D1', items: [], announces });
  }

  expect(await first.announced()).toEqual([
    { prospectId: first.item.prospectId, ownerId: first.announces.ownerId },
  ]);
  expect(await lapsed.announced()).toEqual([]);
});

test('an announcement that cannot be kept begins nothing and costs nothing', async () => {
  const { ctx, delivery, item, stored, announces } = await setUp();
  const unknown = { ...announces, prospectIds: [randomUUID()] };
  const wanted = { delivery, slackChannelId: 'D1', items: [item], announces: unknown };

  await expect(beginSend(ctx, wanted)).rejects.toThrow();

  const { workspaceId, id } = delivery;
  const [row] = await ctx.db.select().from(deliveries).where(eq(deliveries.id, id));
  const state = await ctx.db.$count(sendState, eq(sendState.workspaceId, workspaceId));
  expect(row).toMatchObject({ state: 'claimed', sendStartedAt: null });
  expect(await stored()).toEqual([]);
  expect(state).toBe(0);
});
