import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, schedules, workspaces } from '../../src/db/schema.ts';
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

async function setUp() {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspaceId } = await createPlannedRep(db, { slackDmId: 'D1' });
  const deps = createSenderDeps(db, { slack, clock });
  const { sweep } = createSweep(deps, { name: 'one' });
  const ofUs = eq(deliveries.workspaceId, workspaceId);
  /** What a backup holds of scheduled messages, and how to put it back. */
  const backUp = async () => {
    const rows = await db.select().from(deliveries).where(ofUs);
    const plans = await db.select().from(schedules).where(eq(schedules.workspaceId, workspaceId));
    return async () => {
      await db.delete(deliveries).where(ofUs);
      await db.delete(schedules).where(eq(schedules.workspaceId, workspaceId));
      if (rows.length > 0) await db.insert(deliveries).values(rows);
      await db.insert(schedules).values(plans);
    };
  };
  const ledger = async () =>
    (await readLedger(db, workspaceId)).map(
      ({ occurrenceKey, state, reason }) => `${occurrenceKey} ${state} ${reason ?? ''}`,
    );
  return { clock, slack, deps, sweep, backUp, ledger };
}

test('case 35: a result that a failover lost is looked up, not sent again', async () => {
  const { clock, slack, deps, sweep, backUp, ledger } = await setUp();
  await materialiseDue(await deliveryContext(deps));
  const ctx = await deliveryContext(deps);
  const { deliveries: claimed } = await claimDeliveries(ctx, { claimedBy: 'lost' });
  const [delivery] = claimed;
  if (!delivery) throw new Error('nothing was claimed');
  await beginSend(ctx, { delivery, slackChannelId: 'D1', items: [] });
  const failOver = await backUp();
  const client = await deps.clients.clientOf(delivery.workspaceId);
  await client?.chat.postMessage({
    ...{ channel: 'D1', text: 'digest' },
    metadata: { event_type: 'fu_delivery', event_payload: { d: delivery.id } },
  });
  await failOver();

  for (let minute = 0; minute < 15; minute++) {
    clock.advance(61);
    await sweep();
  }

  expect(slack.messages).toHaveLength(1);
  expect(await ledger()).toEqual(['2026-11-17 sent ']);
});

test.each([
  ['before the digest was planned', '2026-11-17T07:00:00Z'],
  ['after it was sent', '2026-11-17T12:00:00Z'],
])(
  'case 36: with a backup of yesterday, %s, nothing past its window is sent again',
  async (_when, at) => {
    const { clock, slack, sweep, backUp, ledger } = await setUp();
    clock.business = new Date(at);
    await sweep();
    const restore = await backUp();
    for (const morning of ['2026-11-17T07:30:00Z', '2026-11-18T07:30:00Z']) {
      clock.advance((Date.parse(morning) - clock.business.getTime()) / 1000);
      await sweep();
    }
    const sentBefore = slack.messages.length;

    await restore();
    clock.advance(4 * 3600);
    await sweep();
    expect(slack.messages).toHaveLength(sentBefore);
    expect((await ledger()).at(-1)).toBe('2026-11-18 expired outage');
    clock.advance(20 * 3600);
    await sweep();

    expect(slack.messages).toHaveLength(sentBefore + 1);
    expect((await ledger()).at(-1)).toBe('2026-11-19 sent ');
  },
);
