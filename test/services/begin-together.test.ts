import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listDeliveryItems } from '../../src/db/delivery-items.ts';
import { deliveries } from '../../src/db/schema.ts';
import { takeSend } from '../../src/db/send-state.ts';
import type { ClaimedDelivery, DeliveryItem } from '../../src/domain/delivery.ts';
import { beginTogether } from '../../src/services/begin-send.ts';
import { createLedgerDesk } from '../../src/services/ledger-desk.ts';
import { claimThree, untilWaiting } from '../support/claimed-digests.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

/** A message into a conversation of its own. */
function wanted(delivery: ClaimedDelivery, items: readonly DeliveryItem[] = []) {
  return { delivery, slackChannelId: `D${delivery.id}`, items };
}

test('intents written together are each marked, each with the rows of its own message', async () => {
  const { ctx, claimed, rows, stepsUsed } = await claimThree(database.db);

  const begun = await beginTogether(
    ctx,
    claimed.map((delivery, place) => wanted(delivery, rows.slice(0, place))),
  );

  expect(begun).toEqual([true, true, true]);
  expect(await stepsUsed()).toBe(3);
  for (const [place, { workspaceId, id: deliveryId }] of claimed.entries()) {
    const [row] = await ctx.db.select().from(deliveries).where(eq(deliveries.id, deliveryId));
    const sending = { state: 'sending', slackChannelId: `D${deliveryId}` };
    expect(row).toMatchObject({ ...sending, sendStartedAt: ctx.machineNow });
    expect(await listDeliveryItems(ctx.db, { workspaceId, deliveryId })).toHaveLength(place);
  }
});

test('of three into one conversation the first begins, and the others cost nothing', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);

  const begun = await beginTogether(
    ctx,
    claimed.map((delivery) => ({ ...wanted(delivery), slackChannelId: 'D1' })),
  );

  expect(begun).toEqual([true, false, false]);
  expect(await stepsUsed()).toBe(1);
});

test('as many begin as the allowance of their workspace holds', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);
  const two = { ...ctx, timings: { ...ctx.timings, sendBurst: 2 } };

  const begun = await beginTogether(
    two,
    claimed.map((delivery) => wanted(delivery)),
  );

  expect(begun).toEqual([true, true, false]);
  expect(await stepsUsed()).toBe(2);
});

test('a lapsed claim begins nothing and keeps nobody else from it', async () => {
  const { ctx, claimed, rows, stepsUsed } = await claimThree(database.db);
  const [first, ...others] = claimed;
  if (!first) throw new Error('nothing was claimed');
  const lost = { ...first, claimToken: crypto.randomUUID() };

  const begun = await beginTogether(
    ctx,
    [lost, ...others].map((delivery) => wanted(delivery, rows)),
  );

  expect(begun).toEqual([false, true, true]);
  expect(await stepsUsed()).toBe(2);
  const { workspaceId, id: deliveryId } = first;
  expect(await listDeliveryItems(ctx.db, { workspaceId, deliveryId })).toEqual([]);
});

test('a conversation that was written to less than a second ago waits', async () => {
  const { ctx, claimed, stepsUsed } = await claimThree(database.db);
  const [first, second] = claimed;
  if (!first || !second) throw new Error('nothing was claimed');
  const into = (delivery: ClaimedDelivery) => ({ ...wanted(delivery), slackChannelId: 'D1' });
  await beginTogether(ctx, [into(first)]);
  const at = (time: string) => ({ ...ctx, machineNow: new Date(`2026-11-01T00:00:${time}Z`) });

  const soon = await beginTogether(at('00.999'), [into(second)]);
  expect(await stepsUsed()).toBe(1);
  const later = await beginTogether(at('01.000'), [into(second)]);

  expect([soon, later]).toEqual([[false], [true]]);
});

test('where another process began something meanwhile, nothing of that workspace begins', async () => {
  const one = await claimThree(database.db);
  const { ctx, workspaceId, stepsUsed } = one;
  const other = await claimThree(database.db);

  const waiting = await ctx.db.transaction(async (tx) => {
    const allowance = { burst: ctx.timings.sendBurst, everyMs: ctx.timings.sendEveryMs };
    await takeSend(tx, { workspaceId, now: ctx.machineNow, ...allowance });
    const both = [...one.claimed, ...other.claimed];
    const begins = beginTogether(
      ctx,
      both.map((delivery) => wanted(delivery)),
    );
    // What is known to it by now is from before the other process's commit.
    await untilWaiting(database.db, 1);
    return { begins };
  });

  expect(await waiting.begins).toEqual([false, false, false, true, true, true]);
  expect(await stepsUsed()).toBe(1);
  expect(await other.stepsUsed()).toBe(3);
});

test('one whose rows cannot be kept spoils none that it was to begin with', async () => {
  const { ctx, claimed, rows, stepsUsed } = await claimThree(database.db);
  const [first, ...others] = claimed;
  if (!first) throw new Error('nothing was claimed');
  const clocks = { business: async () => ctx.now, machine: async () => ctx.machineNow };
  const desk = createLedgerDesk({ db: ctx.db, clocks, timings: ctx.timings });
  // No place of a message takes two rows.
  const impossible = wanted(first, [...rows, ...rows]);

  const begun = await Promise.allSettled([
    desk.begin(impossible),
    ...others.map((delivery) => desk.begin(wanted(delivery, rows))),
  ]);

  expect(begun.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(await stepsUsed()).toBe(2);
});
