import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Db } from '../src/db/client.ts';
import { startOwnPostgres } from '../test/support/own-postgres.ts';
import { openMeasured } from './open-measured.ts';

/**
 * Crashes a Postgres of its own again and again under load and counts what must not happen: uncaught
 * exceptions, calls that never end, rows that were confirmed and are gone, halves of transactions.
 * `--bare` measures postgres.js by itself. Each worker writes the two halves of a transaction, reads,
 * and writes a single row; it notes what it was told of each.
 */
const { values: options } = parseArgs({
  options: {
    restarts: { type: 'string', default: '200' },
    workers: { type: 'string', default: '16' },
    bare: { type: 'boolean', default: false },
  },
});

/** Far longer than any bound: what takes longer than this hangs. */
const HANGS_AFTER_MS = 30_000;

const count = { uncaught: 0, calls: 0, refused: 0, hung: 0 };
const faults = new Map<string, number>();
const confirmed = new Set<string>();
let slowestMs = 0;
let running = true;

for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    count.uncaught += 1;
    note(error instanceof Error ? `${fault}: ${error.message}` : fault);
  });
}

const server = await startOwnPostgres();
const size = { connections: 8, statementTimeoutMs: 1500 };
const database = openMeasured(server.url, { bare: options.bare, ...size });
await database.db.execute(sql`create table halves (id uuid, half int, primary key (id, half))`);
const workers = Array.from({ length: Number(options.workers) }, () => work(database.db));
const startedAt = Date.now();
let recoveryMs = 0;
for (let restart = 0; restart < Number(options.restarts); restart += 1) {
  await sleep(60 + Math.random() * 120);
  await server.crash();
  recoveryMs = Math.max(recoveryMs, await timeToAnswer(database.db));
}
await sleep(500);
running = false;
await Promise.race([Promise.all(workers), sleep(HANGS_AFTER_MS + 1000)]);
await report();
await Promise.race([database.close(), sleep(10_000)]);
await server.remove();
process.exit(count.uncaught + count.hung > 0 ? 1 : 0);

async function work(db: Db): Promise<void> {
  while (running) {
    const id = randomUUID();
    const pause = Math.random() * 4;
    const saved = await bounded(
      db.transaction(async (tx) => {
        await tx.execute(sql`insert into halves values (${id}, 1)`);
        await sleep(pause);
        await tx.execute(sql`insert into halves values (${id}, 2)`);
      }),
    );
    if (saved) confirmed.add(id);
    await bounded(db.execute(sql`select count(*) from halves where id = ${id}`));
  }
}

/** Whether a call was confirmed. One that hangs is left behind and counted. */
async function bounded(call: Promise<unknown>): Promise<boolean> {
  const began = Date.now();
  count.calls += 1;
  const late = new AbortController();
  const ended = await Promise.race([
    call.then(() => 'done' as const, refuse),
    sleep(HANGS_AFTER_MS, 'hung' as const, { ref: false, signal: late.signal }),
  ]);
  late.abort();
  if (ended === 'hung') count.hung += 1;
  else slowestMs = Math.max(slowestMs, Date.now() - began);
  if (ended === 'refused') await sleep(5);
  return ended === 'done';
}

function refuse(error: unknown): 'refused' {
  count.refused += 1;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { name, code } = cause as { name?: string; code?: string };
  note(`${name} ${code}`);
  return 'refused';
}

function note(fault: string): void {
  faults.set(fault, (faults.get(fault) ?? 0) + 1);
}

async function timeToAnswer(db: Db): Promise<number> {
  const began = Date.now();
  while (Date.now() - began < HANGS_AFTER_MS && !(await bounded(db.execute(sql`select 1`))));
  return Date.now() - began;
}

async function report(): Promise<void> {
  const admin = postgres(server.url, { max: 1 });
  const rows = await admin<{ id: string; halves: number }[]>`
    select id, count(*)::int as halves from halves group by id`;
  await admin.end();
  const kept = new Set(rows.map(({ id }) => id));
  const lines = {
    driver: options.bare ? 'postgres.js by itself' : 'openDatabase',
    restarts: Number(options.restarts),
    seconds: Math.round((Date.now() - startedAt) / 1000),
    ...count,
    slowestMs,
    recoveryMs,
    confirmed: confirmed.size,
    confirmedButLost: [...confirmed].filter((id) => !kept.has(id)).length,
    halfTransactions: rows.filter(({ halves }) => halves !== 2).length,
  };
  process.stdout.write(`${JSON.stringify(lines, null, 2)}\n`);
  for (const [fault, times] of faults) process.stdout.write(`${times} x ${fault}\n`);
}
