import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/db/client.ts';
import { UnavailableError } from '../../../src/domain/errors.ts';
import { useDatabase } from '../../support/database.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';

const database = useDatabase();
const opened: Database[] = [];
let proxy: TcpProxy;

/** A statement may take half a second, its answer a second more. */
const BOUND_MS = 1500;
/** What a busy computer may add. */
const SLACK_MS = 2500;

beforeAll(async () => {
  proxy = await startTcpProxy(database.url);
  await database.db.execute(sql`create table notes (id int)`);
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await proxy.close();
});

async function openWarm({ connections = 4, url = proxy.url, statementTimeoutMs = 500 } = {}) {
  const pool = openDatabase(url, { name: 'faults', connections, statementTimeoutMs });
  opened.push(pool);
  await Promise.all(Array.from({ length: connections }, () => sleepIn(pool, 0.05)));
  return pool;
}

function sleepIn({ db }: Database, seconds: number) {
  return db.execute(sql`select pg_sleep(${seconds})`);
}

/** How a call ended and when. */
async function timed(call: Promise<unknown>) {
  const began = performance.now();
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, ms: performance.now() - began };
}

test('case 25: no query hangs on a line that carries nothing, and the pool is replaced', async () => {
  const pool = await openWarm();
  proxy.freeze();

  const ended = await Promise.all(
    Array.from({ length: 6 }, () => timed(pool.db.execute(sql`select 1`))),
  );
  const after = await timed(pool.db.execute(sql`select 1`));

  for (const { ms } of ended) expect(ms).toBeLessThan(BOUND_MS + SLACK_MS);
  expect(after.error).toBeNull();
  expect(after.ms).toBeLessThan(SLACK_MS);
});

test('case 26: a transaction on such a line ends with all its queued queries, saving nothing', async () => {
  const pool = await openWarm();
  const call = pool.db.transaction(async (tx) => {
    await tx.execute(sql`insert into notes values (26)`);
    proxy.freeze();
    await Promise.all([1, 2, 3].map((id) => tx.execute(sql`insert into notes values (${id})`)));
  });

  const { error, ms } = await timed(call);

  expect(error).toBeInstanceOf(UnavailableError);
  expect(error).toMatchObject({ why: 'lost' });
  expect(ms).toBeLessThan(BOUND_MS + SLACK_MS);
  expect([...(await pool.db.execute(sql`select * from notes`))]).toEqual([]);
});

test('case 26: what a lost transaction does later reaches no other connection', async () => {
  const pool = await openWarm({ connections: 1 });
  let goOn = () => {};
  const until = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let later: Promise<unknown> = Promise.resolve();
  const call = pool.db.transaction(async (tx) => {
    await tx.execute(sql`insert into notes values (1)`);
    proxy.reset();
    later = until.then(() => tx.execute(sql`insert into notes values (2)`));
    await later;
  });

  await expect(call).rejects.toMatchObject({ why: 'lost' });
  await pool.db.execute(sql`select 1`);
  goOn();

  await expect(later).rejects.toThrow();
  expect([...(await pool.db.execute(sql`select * from notes`))]).toEqual([]);
});

test.each([
  ['a reset', () => proxy.reset()],
  ['the line went dead', () => proxy.freeze()],
])('case 27: closing after %s ends', async (_title, harm) => {
  const pool = await openWarm();
  const running = timed(sleepIn(pool, 0.2));
  harm();

  const { error, ms } = await timed(pool.close());

  expect(error).toBeNull();
  expect(ms).toBeLessThan(5000 + SLACK_MS);
  expect((await running).ms).toBeLessThan(BOUND_MS + SLACK_MS);
  await expect(pool.db.execute(sql`select 1`)).rejects.toThrow();
});

test('case 33: fifty slow queries on one pool keep nobody of the other waiting', async () => {
  const slow = await openWarm({ connections: 5, url: database.url, statementTimeoutMs: 2000 });
  const listeners = await openWarm({ url: database.url });
  const exports = Array.from({ length: 50 }, () => timed(sleepIn(slow, 0.7)));

  const { error, ms } = await timed(listeners.db.execute(sql`select 1`));
  const ended = await Promise.all(exports);

  expect(error).toBeNull();
  expect(ms).toBeLessThan(500);
  // Those who found no place in time are told so, none waits on.
  const refused = ended.filter((one) => one.error !== null);
  expect(refused.length).toBeGreaterThan(20);
  for (const one of ended) expect(one.ms).toBeLessThan(2000 + 700 + SLACK_MS);
});

test('case 33: asking the pool from inside its last transaction ends instead of hanging', async () => {
  const pool = await openWarm({ connections: 1 });

  const { error, ms } = await timed(
    pool.db.transaction(async () => {
      await pool.db.execute(sql`select 1`);
    }),
  );

  expect(error).toMatchObject({ why: 'lost' });
  expect(ms).toBeLessThan(BOUND_MS + SLACK_MS);
});
