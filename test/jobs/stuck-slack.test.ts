import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/db/client.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
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
