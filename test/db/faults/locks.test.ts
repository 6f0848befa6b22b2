import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/db/client.ts';
import { migrateDatabase } from '../../../src/db/migrate.ts';
import { prospects, touches } from '../../../src/db/schema.ts';
import { findTeam } from '../../../src/db/teams.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import type { RepContext } from '../../../src/services/context.ts';
import { inTransaction } from '../../../src/services/in-transaction.ts';
import { logTouch } from '../../../src/services/log-touch.ts';
import { hashOf, once } from '../../../src/services/once.ts';
import { syncTeamSchedule } from '../../../src/services/sync-schedules.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, plainRenderer, TestClock } from '../../support/delivery-machine.ts';
import { createProspect, createRep, createWorkspace } from '../../support/factories.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { databaseUrl } from '../../support/postgres.ts';
import { useSlackStub } from '../../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();
const NOW = new Date('2026-11-17T09:00:00Z');
let pool: Database;

beforeAll(async () => {
  // Deadlocks are found before the wait for a lock ends by itself.
  await database.db.execute(
    sql.raw(`alter database ${nameOf(database.url)} set deadlock_timeout = '100ms'`),
  );
  pool = openDatabase(database.url, { name: 'faults', connections: 4, statementTimeoutMs: 1500 });
});
afterAll(() => pool.close());

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

async function setUp() {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));
  const ctx: RepContext = { db: pool.db, workspaceId: rep.workspaceId, now: NOW, rep };
  const [first, second] = [await createProspect(db, rep), await createProspect(db, rep)];
  const log = async (inside: RepContext, prospectId: string) => {
    const input = { prospectId, channel: 'call', outcome: 'no_answer' } as const;
    return (await logTouch(inside, input)).touch.id;
  };
  const saved = () => db.select().from(touches).where(eq(touches.workspaceId, rep.workspaceId));
  return { ctx, first, second, log, saved };
}

function request(key: string) {
  return { key, hash: hashOf(key) };
}

test('case 29: of two submissions that lock each other out one is tried again, both are saved', async () => {
  const { ctx, first, second, log, saved } = await setUp();
  let tries = 0;
  let waiting = 0;
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const both = (key: string, order: string[]) =>
    once(ctx, request(key), async (inside) => {
      tries += 1;
      await log(inside, order[0] ?? '');
      waiting += 1;
      if (waiting === 2) meet();
      await met;
      return log(inside, order[1] ?? '');
    });

  await Promise.all([both('one', [first.id, second.id]), both('two', [second.id, first.id])]);

  expect(tries).toBe(3);
  expect(await saved()).toHaveLength(4);
});

test('case 30: what cannot be serialized is tried three times and then told in a sentence', async () => {
  const { ctx } = await setUp();
  let tries = 0;

  const failed = inTransaction(ctx, async ({ db }) => {
    tries += 1;
    await db.execute(sql`do $$ begin raise exception 'x' using errcode = '40001'; end $$`);
  });

  await expect(failed).rejects.toThrow('The database is busy. Nothing was saved');
  expect(tries).toBe(3);
});

test('case 31: a locked table is told within three seconds, and the repeat is saved once', async () => {
  const { ctx, first, log, saved } = await setUp();
  const began = performance.now();
  let ms = 0;
  await database.db.transaction(async (admin) => {
    await admin.execute(sql`lock table touches in access exclusive mode`);
    const failed = once(ctx, request('form'), (inside) => log(inside, first.id));
    await expect(failed).rejects.toThrow('The database is busy. Nothing was saved');
    ms = performance.now() - began;
  });

  await once(ctx, request('form'), (inside) => log(inside, first.id));

  expect(ms).toBeLessThan(3000);
  expect(await saved()).toHaveLength(1);
});

test('case 32: a team post that takes too long waits and is not held against it; digests go out', async () => {
  const clock = new TestClock('2026-11-17T08:15:00Z');
  const slack = stub.fresh(() => clock.machine);
  const deliveries = openDatabase(database.url, {
    ...{ name: 'faults', connections: 4, statementTimeoutMs: 300 },
  });
  const workspace = await createWorkspaceWithPost();
  const { workspaceId } = await createPlannedRep(database.db, { workspace });
  let isSlow = true;
  const plain = plainRenderer(deliveries.db);
  const team_post: typeof plain = async (...asked) => {
    if (isSlow) await deliveries.db.execute(sql`select pg_sleep(5)`);
    return plain(...asked);
  };
  const deps = createSenderDeps(deliveries.db, { slack, clock, renderers: { team_post } });
  const { sweep } = createSweep(deps, { name: 'one' });

  await sweep();
  const [slowPost] = await readLedger(database.db, workspaceId, 'team_post');
  const [digest] = await readLedger(database.db, workspaceId, 'digest');
  isSlow = false;
  clock.advance(600);
  await sweep();
  const [post] = await readLedger(database.db, workspaceId, 'team_post');
  await deliveries.close();

  expect(slowPost).toMatchObject({ state: 'pending', failures: 0, lastError: 'render: database' });
  expect(digest).toMatchObject({ state: 'sent' });
  expect(post).toMatchObject({ state: 'sent' });
});

test('case 37: a migration that dies half-way leaves nothing, and of those who wait one does it all', async () => {
  const name = `followup_${randomUUID().slice(0, 8)}`;
  const url = databaseUrl(database.url, name);
  await database.db.execute(sql.raw(`create database ${name}`));
  const dying = openDatabase(url, { name: 'dying', connections: 1, statementTimeoutMs: 20_000 });
  const half = dying.db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_lock(4071188)`);
    await tx.execute(sql`create schema drizzle`);
    await tx.execute(sql`create table workspaces (id int)`);
    await tx.execute(sql`select pg_sleep(20)`);
  });
  half.catch(() => {});
  await waitFor(
    `application_name = 'dying' and query like '%pg_sleep%' and state = 'active'`,
    name,
  );

  const both = [migrateDatabase(url), migrateDatabase(url)];
  await waitFor(`wait_event = 'advisory'`, name);
  await database.db.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and application_name = 'dying'`,
  );
  await Promise.all(both);

  await expect(half).rejects.toMatchObject({ why: 'lost' });
  await dying.close();
  const migrated = openDatabase(url, { name: 'check', connections: 1, statementTimeoutMs: 2000 });
  expect(await migrated.db.select().from(prospects)).toEqual([]);
  await migrated.close();
  await database.db.execute(sql.raw(`drop database ${name} with (force)`));
});

/** A workspace whose team gets its post at 09:15 in Berlin (08:15Z). */
async function createWorkspaceWithPost() {
  const { db } = database;
  const workspace = await createWorkspace(db, { team: { slackChannelId: 'C1' } });
  const team = await findTeam(db, workspace);
  const ctx = { db, workspaceId: workspace.workspaceId, now: new Date('2026-11-16T11:00:00Z') };
  if (team) await syncTeamSchedule(ctx, team);
  return workspace;
}

async function waitFor(condition: string, name: string): Promise<void> {
  for (let tried = 0; tried < 200; tried += 1) {
    const found = await database.db.execute(
      sql`select 1 from pg_stat_activity where datname = ${name} and ${sql.raw(condition)}`,
    );
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nobody was seen with ${condition}.`);
}
