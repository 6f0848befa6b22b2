import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { type Database, openDatabase } from '../../../src/db/client.ts';
import { migrateDatabase } from '../../../src/db/migrate.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import { createLogger } from '../../../src/logger.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM } from '../../support/app.ts';
import { createSenderDeps, plainRenderer, TestClock } from '../../support/delivery-machine.ts';
import { readLedger } from '../../support/ledger.ts';
import { type OwnPostgres, startOwnPostgres } from '../../support/own-postgres.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { SIGNING_SECRET, sendSigned } from '../../support/signed.ts';
import { startSlackApi } from '../../support/slack-api.ts';
import { type SlackStub, useSlackStub } from '../../support/slack-stub.ts';

const stub = useSlackStub();
let server: OwnPostgres;
let pool: Database;

beforeAll(async () => {
  server = await startOwnPostgres();
  await migrateDatabase(server.url);
  pool = openDatabase(server.url, { name: 'faults', connections: 5, statementTimeoutMs: 2000 });
});
afterAll(async () => {
  await pool.close();
  await server.remove();
});

/** Runs the next thing once. */
function onlyOnce(act: () => Promise<void>): () => Promise<void> {
  let done = false;
  return async () => {
    if (done) return;
    done = true;
    await act();
  };
}

/** Holds the stub's answers to a method until something has happened. */
function beforeAnswering(slack: SlackStub, method: string, act: () => Promise<void>): void {
  const answer = slack.answer.bind(slack);
  slack.answer = async (request, response) => {
    if (request.url?.endsWith(method)) await act();
    await answer(request, response);
  };
}

test.each(['claim', 'intent', 'result'])(
  'case 19: a crash of the database during the %s loses nothing and repeats nothing',
  async (moment) => {
    const { db } = pool;
    const clock = new TestClock('2026-11-17T07:30:00Z');
    const slack = stub.fresh(() => clock.machine);
    const { workspace, workspaceId } = await createPlannedRep(db);
    for (let index = 0; index < 5; index += 1) await createPlannedRep(db, { workspace });
    const crash = onlyOnce(server.crash);
    if (moment === 'result') beforeAnswering(slack, 'chat.postMessage', crash);
    const plain = plainRenderer(db);
    const digest: typeof plain = async (...asked) => {
      if (moment === 'intent') await crash();
      return plain(...asked);
    };
    const deps = createSenderDeps(db, { slack, clock, renderers: { digest } });
    const { sweep } = createSweep(deps, { name: 'one' });

    const first = sweep().catch(() => {});
    if (moment === 'claim') await crash();
    await first;
    for (let round = 0; round < 8; round += 1) {
      clock.advance(150);
      await sweep();
    }

    const rows = await readLedger(db, workspaceId);
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('sent'));
    expect(slack.messages.map(({ deliveryId }) => deliveryId).toSorted()).toEqual(
      rows.map(({ id }) => id).toSorted(),
    );
  },
);

test('case 34: on a server that only reads nothing is sent, and later everything once', async () => {
  const { db } = pool;
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspaceId } = await createPlannedRep(db);
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });
  await db.execute(sql`alter role postgres set default_transaction_read_only = on`);
  await server.crash();

  await expect(sweep()).rejects.toThrow();
  const callsMeanwhile = slack.calls.length;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set transaction read write`);
    await tx.execute(sql`alter role postgres reset default_transaction_read_only`);
  });
  await server.crash();
  await sweep();

  expect(callsMeanwhile).toBe(0);
  expect(slack.messages).toHaveLength(1);
  expect(await readLedger(db, workspaceId)).toMatchObject([{ state: 'sent' }]);
});

test('case 24: connections that idled through a restart are replaced unnoticed', async () => {
  await Promise.all([1, 2, 3].map(() => pool.db.execute(sql`select pg_sleep(0.05)`)));

  await server.crash();
  const answers = await Promise.all([
    pool.db.execute(sql`select 1`),
    pool.db.transaction((tx) => tx.execute(sql`select 1`)),
  ]);

  expect(answers).toHaveLength(2);
});

test('case 28: crashes under load leave no exception, no hang and no half transaction', async () => {
  const { db } = pool;
  await db.execute(sql`create table halves (id int, half int)`);
  let running = true;
  let id = 0;
  const confirmed: number[] = [];
  const work = async () => {
    while (running) {
      const mine = ++id;
      await db
        .transaction(async (tx) => {
          await tx.execute(sql`insert into halves values (${mine}, 1)`);
          await tx.execute(sql`insert into halves values (${mine}, 2)`);
        })
        .then(
          () => confirmed.push(mine),
          () => {},
        );
    }
  };
  const workers = Array.from({ length: 8 }, work);

  for (let crash = 0; crash < 4; crash += 1) await server.crash();
  running = false;
  await Promise.all(workers);

  const rows = await db.execute<{ id: number; halves: number }>(
    sql`select id, count(*)::int as halves from halves group by id`,
  );
  const kept = new Set(rows.map((row) => row.id));
  expect(confirmed.filter((one) => !kept.has(one))).toEqual([]);
  expect(rows.filter(({ halves }) => halves !== 2)).toEqual([]);
});

test('case 23: without its database the bot says so, lives on and is back at once', async () => {
  const slack = await startSlackApi();
  slack.tokens.set(BOT_TOKEN, { teamId: TEAM, teamName: 'Northwind' });
  addUser(slack, 'U1');
  const config = readConfig({
    DATABASE_URL: server.url,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    PORT: '0',
    HOST: '127.0.0.1',
  });
  const app = createApp({ config, log: createLogger({ level: 'silent' }) });
  const { port } = await app.start();
  const origin = `http://127.0.0.1:${port}`;
  const ask = async () => {
    const began = performance.now();
    const response = await sendSigned(`${origin}/slack/events`, commandBy('U1'));
    return { text: await response.text(), ms: performance.now() - began };
  };
  const readyStatus = async () => (await fetch(`${origin}/readyz`)).status;
  try {
    await app.sweep();
    const before = await ask();
    await server.down();
    const during = await ask();
    const statusDuring = await readyStatus();
    await server.up();
    const backAt = performance.now();
    while ((await readyStatus()) !== 200) await new Promise((resolve) => setTimeout(resolve, 200));
    const after = await ask();

    expect(before.text).not.toContain('database');
    expect(during.text).toContain('cannot reach its database. Nothing was saved');
    expect(during.ms).toBeLessThan(3000);
    expect(statusDuring).toBe(503);
    expect(performance.now() - backAt).toBeLessThan(30_000);
    expect(after.text).toBe(before.text);
  } finally {
    await server.up().catch(() => {});
    await app.stop();
    await slack.close();
  }
}, 60_000);
