import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { readLedger } from '../support/ledger.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

test('calls that hang at Slack hold no connection to the database', async () => {
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  for (let rep = 0; rep < 4; rep++) await createPlannedRep(database.db);
  const { db, close } = openDatabase(database.url, {
    name: 'one line',
    connections: 1,
    statementTimeoutMs: 5_000,
  });
  onTestFinished(close);
  const held = slack.hold('chat.postMessage');

  const pass = createSweep(createSenderDeps(db, { slack, clock }), { name: 'stuck' }).sweep();
  await expect.poll(() => held.length, { timeout: 15_000 }).toBe(4);
  const answers = await Promise.all(Array.from({ length: 5 }, () => db.execute(sql`select 1`)));
  for (const call of held) call.goOn();
  await pass;

  expect(answers).toHaveLength(5);
  expect(slack.messages).toHaveLength(4);
}, 30_000);

/** Reps of as many workspaces, each with a digest of which nobody knows whether Slack took it. */
async function setUpUnclear(reps: number) {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const planned: { workspaceId: number }[] = [];
  for (let rep = 0; rep < reps; rep++) planned.push(await createPlannedRep(db));
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });
  slack.fail({ method: 'chat.postMessage', kind: 'reset_after', times: reps });
  await sweep();
  clock.advance(91);
  const states = async () => {
    const rows = await Promise.all(planned.map((one) => readLedger(db, one.workspaceId)));
    return rows.map(([row]) => row?.state);
  };
  return { db, slack, sweep, states };
}

test('a workspace whose Slack hangs keeps no other from being looked for', async () => {
  const { slack, sweep, states } = await setUpUnclear(3);
  const held = slack.hold('conversations.history');

  const pass = sweep();
  await expect.poll(() => held.length, { timeout: 15_000 }).toBe(3);
  for (const call of held) call.goOn();
  await pass;

  expect(await states()).toEqual(['sent', 'sent', 'sent']);
}, 30_000);

test('what is unclear is looked for while sends hang', async () => {
  const { db, slack, sweep, states } = await setUpUnclear(1);
  await createPlannedRep(db);
  const held = slack.hold('chat.postMessage');

  const pass = sweep();
  await expect.poll(() => held.length, { timeout: 15_000 }).toBe(1);

  await expect.poll(states, { timeout: 15_000 }).toEqual(['sent']);
  for (const call of held) call.goOn();
  await pass;
}, 30_000);
