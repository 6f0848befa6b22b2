import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, reps, workspaces } from '../../src/db/schema.ts';
import { subjectKey } from '../../src/domain/subject.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { planDelivery } from '../../src/services/plan-delivery.ts';
import type { Renderer } from '../../src/slack/send/render.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, plainRenderer, TestClock } from '../support/delivery-machine.ts';
import { createAbsence, createWorkspace } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

/** Half past eight in Berlin on Tuesday 17 November, unless told otherwise. */
async function setUp(now = '2026-11-17T07:30:00Z') {
  const { db } = database;
  // Every test sweeps the whole database, so what earlier ones left is set aside.
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock(now);
  const slack = stub.fresh(() => clock.machine);
  return { db, clock, slack };
}

test('a due digest is sent once, and the next sweep sends nothing', async () => {
  const { db, clock, slack } = await setUp();
  const { workspaceId, rep } = await createPlannedRep(db);
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });

  expect(await sweep()).toMatchObject({ materialised: 1, attempted: 1, sent: 1 });
  expect(await sweep()).toMatchObject({ materialised: 0, attempted: 0 });

  const [row] = await readLedger(db, workspaceId);
  expect(slack.messages).toEqual([
    {
      channel: `D${rep.slackUserId}1`,
      ts: row?.slackTs,
      text: 'digest 2026-11-17',
      deliveryId: row?.id,
    },
  ]);
  expect(row).toMatchObject({ state: 'sent', finishedAt: clock.business, claimToken: null });
});

test('the direct message is opened once and kept', async () => {
  const { db, clock, slack } = await setUp();
  await createPlannedRep(db);
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });

  await sweep();
  clock.advance(24 * 3600);
  await sweep();

  expect(slack.messages).toHaveLength(2);
  expect(slack.callsOf('conversations.open')).toHaveLength(1);
});

test('two sweepers at once send each digest once', async () => {
  const { db, clock, slack } = await setUp();
  const { workspace, workspaceId } = await createPlannedRep(db);
  for (let index = 0; index < 19; index++) await createPlannedRep(db, { workspace });
  const sweeps = ['one', 'two'].map((name) =>
    createSweep(createSenderDeps(db, { slack, clock }), { name }),
  );

  await Promise.all(sweeps.map(({ sweep }) => sweep()));
  await sweeps[0]?.sweep();

  expect(slack.messages).toHaveLength(20);
  expect(new Set(slack.messages.map(({ deliveryId }) => deliveryId)).size).toBe(20);
  const rows = await readLedger(db, workspaceId);
  expect(rows.every(({ state }) => state === 'sent')).toBe(true);
});

test('case 12: a digest three hours late says when it was planned', async () => {
  const { db, clock, slack } = await setUp('2026-11-17T10:30:00Z');
  await createPlannedRep(db);

  await createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' }).sweep();

  expect(slack.messages.map(({ text }) => text)).toEqual([
    'digest 2026-11-17, planned 2026-11-17T07:30:00.000Z',
  ]);
});

test('a digest five hours late is not sent and is recorded as missed', async () => {
  const { db, clock, slack } = await setUp('2026-11-17T12:30:00Z');
  const { workspaceId } = await createPlannedRep(db);

  await createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' }).sweep();

  expect(slack.messages).toEqual([]);
  const [row] = await readLedger(db, workspaceId);
  expect(row).toMatchObject({ state: 'expired', reason: 'outage' });
});

test('nothing to say is recorded and not sent', async () => {
  const { db, clock, slack } = await setUp();
  const { workspaceId } = await createPlannedRep(db);
  const renderers = { digest: async () => ({ kind: 'skip', reason: 'empty' }) as const };

  await createSweep(createSenderDeps(db, { slack, clock, renderers }), { name: 'one' }).sweep();

  expect(slack.messages).toEqual([]);
  const [row] = await readLedger(db, workspaceId);
  expect(row).toMatchObject({ state: 'skipped', reason: 'empty' });
});

test('case 56: leave that was entered after the digest was planned is respected', async () => {
  const { db, clock, slack } = await setUp();
  const { workspaceId, rep } = await createPlannedRep(db);
  slack.fail({ method: 'conversations.open', kind: 'status_before' });
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });
  await sweep();

  await createAbsence(db, rep, { fromOn: '2026-11-17', toOn: '2026-11-17' });
  clock.advance(60);
  await sweep();

  expect(slack.messages).toEqual([]);
  const [row] = await readLedger(db, workspaceId);
  expect(row).toMatchObject({ state: 'skipped', reason: 'away' });
});

test('a moved message is planned once and sent when due', async () => {
  const { db, clock, slack } = await setUp('2026-11-17T05:00:00Z');
  const { workspaceId, rep } = await createPlannedRep(db);
  const ctx = { db, workspaceId, now: clock.business };
  const reminder = {
    kind: 'promise_reminder' as const,
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    occurrenceKey: 'dana:2026-11-17T06:00:00Z',
    zone: 'Europe/Berlin',
    dueAt: new Date('2026-11-17T05:45:00Z'),
    expiresAt: new Date('2026-11-17T06:45:00Z'),
  };
  expect(await planDelivery(ctx, reminder)).toEqual({ added: true });
  expect(await planDelivery(ctx, reminder)).toEqual({ added: false });
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });

  await sweep();
  expect(slack.messages).toEqual([]);
  clock.advance(45 * 60);
  await sweep();

  expect(slack.messages).toHaveLength(1);
});

test('case 131: a large workspace does not keep a small one waiting', async () => {
  const { db, clock, slack } = await setUp();
  const { workspace } = await createPlannedRep(db);
  for (let index = 0; index < 29; index++) await createPlannedRep(db, { workspace });
  const small = await createPlannedRep(db);

  await createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' }).sweep();

  const texts = slack.callsOf('chat.postMessage').map(({ channel }) => channel ?? '');
  expect(texts).toHaveLength(31);
  expect(texts.findIndex((id) => id.startsWith(`D${small.rep.slackUserId}`))).toBeLessThan(8);
});

test('a workspace whose messages take long keeps no other waiting', async () => {
  const { db, clock, slack } = await setUp();
  const slow = await createPlannedRep(db);
  const { workspace, workspaceId } = await createPlannedRep(db);
  for (let index = 0; index < 9; index++) await createPlannedRep(db, { workspace });
  const deps = createSenderDeps(db, { slack, clock });
  const { digest } = deps.renderers;
  let others = 0;
  let goOn = () => {};
  const othersDone = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  deps.renderers.digest = async (delivery, moment) => {
    if (delivery.workspaceId === slow.workspaceId) await othersDone;
    else if (++others === 10) goOn();
    return digest ? digest(delivery, moment) : { kind: 'skip', reason: 'empty' };
  };

  await createSweep(deps, { name: 'one' }).sweep();

  expect(slack.messages).toHaveLength(11);
  const rows = await readLedger(db, workspaceId);
  expect(rows.every(({ state }) => state === 'sent')).toBe(true);
});

test('a paused workspace is left alone, and what is overdue then is recorded as paused', async () => {
  const { db, clock, slack } = await setUp();
  const { workspaceId } = await createPlannedRep(db);
  slack.fail({ method: 'conversations.open', kind: 'status_before' });
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });
  await sweep();
  const pausedUntil = new Date('2026-11-18T00:00:00Z');
  await db.update(workspaces).set({ pausedUntil }).where(eq(workspaces.id, workspaceId));

  clock.advance(3600);
  await sweep();
  clock.advance(4 * 3600);
  await sweep();

  expect(slack.messages).toEqual([]);
  const [row] = await readLedger(db, workspaceId);
  expect(row).toMatchObject({ state: 'skipped', reason: 'paused' });
});

test('a deactivated rep in our own records costs no call', async () => {
  const { db, clock, slack } = await setUp();
  const { workspaceId, rep } = await createPlannedRep(db);
  await db.update(reps).set({ deactivatedAt: clock.business }).where(eq(reps.id, rep.id));

  await createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' }).sweep();

  expect(slack.calls).toEqual([]);
  const [row] = await readLedger(db, workspaceId);
  expect(row).toMatchObject({ state: 'skipped', reason: 'deactivated' });
});

test('a stopped sweep claims nothing more', async () => {
  const { db, clock, slack } = await setUp();
  await createWorkspace(db);
  await createPlannedRep(db);
  const sweep = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });

  await sweep.stop(1_000);
  await sweep.sweep();

  expect(slack.messages).toEqual([]);
});

test('a process too busy for all that it took takes fewer, and sends them all', async () => {
  const { db, clock, slack } = await setUp();
  for (let rep = 0; rep < 15; rep++) await createPlannedRep(db);
  const deps = createSenderDeps(db, { slack, clock });
  // Each takes the longer the more are in hand: fifteen of them longer than a claim is fresh.
  let inHand = 0;
  const busy: Renderer = async (delivery, moment) => {
    inHand += 1;
    await sleep(1);
    await sleep(50 * inHand);
    inHand -= 1;
    return plainRenderer(db)(delivery, moment);
  };
  deps.renderers = { ...deps.renderers, digest: busy };
  deps.timings = { ...deps.timings, freshMs: 500 };
  const { sweep } = createSweep(deps, { name: 'busy' });

  const planned = clock.business;
  for (let round = 0; round < 12 && slack.messages.length < 15; round++) {
    await sweep();
    clock.advance(600);
    clock.business = planned;
  }

  expect(slack.messages).toHaveLength(15);
});
