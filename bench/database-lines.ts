import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Database, Db } from '../src/db/client.ts';
import { startOwnPostgres } from '../test/support/own-postgres.ts';
import { startTcpProxy } from '../test/support/tcp-proxy.ts';
import { openMeasured } from './open-measured.ts';

/**
 * How long calls take on lines that carry nothing, on a pool that is all lent out, and at the end
 * after a reset. `--bare` measures postgres.js by itself.
 */
const { values: options } = parseArgs({ options: { bare: { type: 'boolean', default: false } } });
const HANGS_AFTER_MS = 20_000;
const CONNECTIONS = 4;

const uncaught = new Set<string>();
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    uncaught.add(error instanceof Error ? error.message : fault);
  });
}

const server = await startOwnPostgres();
const proxy = await startTcpProxy(server.url);
const ask = (db: Db) => db.execute(sql`select 1`);

await measure('half-open: six queries on four connections', async ({ db }) => {
  proxy.freeze();
  return Promise.all(Array.from({ length: 6 }, () => timed(ask(db))));
});
await measure('half-open inside a transaction, three queries queued', async ({ db }) => [
  await timed(
    db.transaction(async (tx) => {
      await ask(tx);
      proxy.freeze();
      await Promise.all([ask(tx), ask(tx), ask(tx)]);
    }),
  ),
]);
await measure('all lent out: asking the pool inside each transaction', async ({ db }) =>
  Promise.all(
    Array.from({ length: CONNECTIONS }, () =>
      timed(
        db.transaction(async () => {
          await sleep(200);
          await ask(db);
        }),
      ),
    ),
  ),
);
await measure('all lent out: fifty queries of 0.7 seconds', async ({ db }) =>
  Promise.all(Array.from({ length: 50 }, () => timed(db.execute(sql`select pg_sleep(0.7)`)))),
);
await measure('closing after a reset', async (database) => {
  const running = timed(database.db.execute(sql`select pg_sleep(0.3)`));
  proxy.reset();
  return [await timed(database.close()), await running];
});
for (const message of uncaught) process.stdout.write(`uncaught: ${message}\n`);
await proxy.close();
await server.remove();
process.exit(uncaught.size > 0 ? 1 : 0);

type Ended = { how: 'done' | 'refused' | 'hung'; ms: number };

/** Each case on a pool of its own with warm connections; then whether the pool answers again. */
async function measure(name: string, act: (database: Database) => Promise<Ended[]>): Promise<void> {
  const size = { connections: CONNECTIONS, statementTimeoutMs: 1500 };
  const database = openMeasured(proxy.url, { bare: options.bare, ...size });
  const warm = () => database.db.execute(sql`select pg_sleep(0.05)`);
  await Promise.all(Array.from({ length: CONNECTIONS }, warm));
  const ended = await act(database);
  const after = await timed(ask(database.db));
  const count = (how: Ended['how']) => ended.filter((one) => one.how === how).length;
  const slowest = Math.round(Math.max(...ended.map(({ ms }) => ms)));
  process.stdout.write(
    `${name}: ${count('done')} done, ${count('refused')} refused, ${count('hung')} hung, slowest ${slowest} ms; then ${after.how} in ${Math.round(after.ms)} ms\n`,
  );
  await Promise.race([database.close(), sleep(8000)]);
}

async function timed(call: Promise<unknown>): Promise<Ended> {
  const began = performance.now();
  const how = await Promise.race([
    call.then(
      () => 'done' as const,
      () => 'refused' as const,
    ),
    sleep(HANGS_AFTER_MS, 'hung' as const, { ref: false }),
  ]);
  return { how, ms: performance.now() - began };
}
