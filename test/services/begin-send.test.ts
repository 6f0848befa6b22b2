import { expect, test } from 'vitest';
import { listAnnounced } from '../../src/db/announced-cracks.ts';
import { listDeliveryItems } from '../../src/db/delivery-items.ts';
import { DELIVERY_TIMINGS, type DeliveryItem } from '../../src/domain/delivery.ts';
import { beginSend } from '../../src/services/begin-send.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
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
