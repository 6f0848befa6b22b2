import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../../src/db/schema.ts';
import type { ClaimedDelivery } from '../../../src/domain/delivery.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import { beginSend } from '../../../src/services/begin-send.ts';
import { claimDeliveries } from '../../../src/services/claim-deliveries.ts';
import { deliveryContext } from '../../../src/services/delivery-context.ts';
import { createLedgerDesk } from '../../../src/services/ledger-desk.ts';
import { materialiseDue } from '../../../src/services/materialise-due.ts';
import { releaseClaims } from '../../../src/services/release-claims.ts';
import { settleDelivery } from '../../../src/services/settle-delivery.ts';
import { postMessage } from '../../../src/slack/send/post-message.ts';
import { type Assignment, sendDelivery } from '../../../src/slack/send/send-delivery.ts';
import type { SenderDeps } from '../../../src/slack/send/sender-deps.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, TestClock } from '../../support/delivery-machine.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { useSlackStub } from '../../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** A process that has claimed the one due digest, and another process's sweep. */
async function setUp() {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspaceId } = await createPlannedRep(db, { slackDmId: 'D1' });
  const deps = createSenderDeps(db, { slack, clock });
  await materialiseDue(await deliveryContext(deps));
  const {
    deliveries: [claimed],
  } = await claimDeliveries(await deliveryContext(deps), { claimedBy: 'dying' });
  if (!claimed) throw new Error('nothing was claimed');
  const { sweep } = createSweep(deps, { name: 'living' });
  const read = async () => (await readLedger(db, workspaceId))[0];
  return { db, clock, slack, deps, claimed, sweep, read };
}

async function begin(deps: SenderDeps, delivery: ClaimedDelivery) {
  const intent = { delivery, slackChannelId: 'D1', items: [] };
  return beginSend(await deliveryContext(deps), intent);
}

async function assign(
  deps: SenderDeps,
  { claimed, elapsedMs }: { claimed: ClaimedDelivery; elapsedMs: number },
): Promise<Assignment> {
  const [ctx, desk] = [await deliveryContext(deps), createLedgerDesk(deps)];
  const watch = { elapsedMs: () => elapsedMs };
  return { delivery: claimed, gate: { kind: 'open' }, ctx, watch, desk };
}

async function post(deps: SenderDeps, delivery: ClaimedDelivery) {
  const client = await deps.clients.clientOf(delivery.workspaceId);
  if (!client) throw new Error('no client');
  const content = { text: 'digest', blocks: [] };
  return postMessage(client, { deliveryId: delivery.id, slackChannelId: 'D1', content });
}

test('case 3: after a crash between claim and intent it is sent once, when the lease is over', async () => {
  const { clock, slack, sweep, read } = await setUp();

  clock.advance(59);
  await sweep();
  expect(slack.messages).toEqual([]);
  clock.advance(2);
  await sweep();
  await sweep();

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', attempts: 2 });
});

test('case 6: after a crash between call and answer it is found and not repeated', async () => {
  const { clock, slack, deps, claimed, sweep, read } = await setUp();
  await begin(deps, claimed);
  await post(deps, claimed);

  clock.advance(61);
  await sweep();
  expect(await read()).toMatchObject({ state: 'uncertain', reason: 'no_answer' });
  clock.advance(30);
  await sweep();

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', slackTs: slack.messages[0]?.ts });
});

test('case 5: after a crash before the call it is sent once, past the horizon and two empty looks', async () => {
  const { clock, slack, deps, claimed, sweep, read } = await setUp();
  await begin(deps, claimed);

  for (let minute = 0; minute < 10; minute++) {
    await sweep();
    clock.advance(59);
  }
  expect(slack.messages).toEqual([]);
  expect((await read())?.negativeLooks).toBeGreaterThanOrEqual(2);
  for (let minute = 0; minute < 5; minute++) {
    clock.advance(60);
    await sweep();
  }

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', attempts: 2 });
});

test('case 62: a message that Slack shows three minutes later is not sent again', async () => {
  const { clock, slack, deps, claimed, sweep, read } = await setUp();
  await begin(deps, claimed);
  clock.advance(95);
  await sweep();
  clock.advance(30);
  await sweep();
  expect(await read()).toMatchObject({ state: 'uncertain' });

  await post(deps, claimed);
  clock.advance(121);
  await sweep();

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent' });
});

test('case 71: where looking is refused nothing is repeated, and after half an hour that is on record', async () => {
  const { clock, slack, deps, claimed, sweep, read } = await setUp();
  await begin(deps, claimed);
  slack.fail({ method: 'conversations.history', kind: 'error', error: 'missing_scope', times: 99 });

  for (let minute = 0; minute < 33; minute++) {
    clock.advance(60);
    await sweep();
  }

  expect(slack.messages).toEqual([]);
  expect(await read()).toMatchObject({ state: 'unconfirmed', reason: 'missing_scope' });
  expect(deps.troubles).toContainEqual(expect.objectContaining({ kind: 'unconfirmed' }));
});

test('a second message with the same id is deleted when it is seen', async () => {
  const { clock, slack, deps, claimed, sweep } = await setUp();
  await begin(deps, claimed);
  await post(deps, claimed);
  await post(deps, claimed);

  clock.advance(61);
  await sweep();
  clock.advance(60);
  await sweep();

  expect(slack.messages).toHaveLength(1);
});

test('case 16: a sender that slept since its claim does not call', async () => {
  const { slack, deps, claimed, read } = await setUp();

  await sendDelivery(deps, await assign(deps, { claimed, elapsedMs: 20_001 }));

  expect(slack.messages).toEqual([]);
  expect(await read()).toMatchObject({ state: 'pending', lastError: 'stale_claim' });
});

test('case 16: a sender that wakes after its lease finds the intent refused', async () => {
  const { clock, slack, deps, claimed, sweep } = await setUp();
  clock.advance(61);
  await sweep();

  await sendDelivery(deps, await assign(deps, { claimed, elapsedMs: 0 }));

  expect(slack.messages).toHaveLength(1);
});

test('case 7: an answer that comes after the lease still counts as sent', async () => {
  const { clock, slack, deps, claimed, sweep, read } = await setUp();
  await begin(deps, claimed);
  clock.advance(61);
  await sweep();
  const answer = await post(deps, claimed);
  if (answer.kind !== 'sent') throw new Error(answer.kind);

  await settleDelivery(await deliveryContext(deps), { delivery: claimed, outcome: answer });

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', slackTs: answer.slackTs });
});

test('case 10: a process that stops gives back its claims and leaves what it began', async () => {
  const { db, deps, claimed, read } = await setUp();

  await releaseClaims({ db }, { claimedBy: 'dying' });
  expect(await read()).toMatchObject({ state: 'pending', claimToken: null });

  const {
    deliveries: [again],
  } = await claimDeliveries(await deliveryContext(deps), { claimedBy: 'dying' });
  if (!again) throw new Error('nothing was claimed');
  expect(again.attempts).toBe(claimed.attempts + 1);
  await begin(deps, again);
  await releaseClaims({ db }, { claimedBy: 'dying' });
  expect(await read()).toMatchObject({ state: 'sending' });
});
