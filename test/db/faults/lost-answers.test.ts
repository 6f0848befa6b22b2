import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/db/client.ts';
import { touches } from '../../../src/db/schema.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import type { RepContext } from '../../../src/services/context.ts';
import { inTransaction } from '../../../src/services/in-transaction.ts';
import { logTouch } from '../../../src/services/log-touch.ts';
import { hashOf, once } from '../../../src/services/once.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, TestClock } from '../../support/delivery-machine.ts';
import { createProspect, createRep, createWorkspace } from '../../support/factories.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { useSlackStub } from '../../support/slack-stub.ts';
import { startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';

const database = useDatabase();
const stub = useSlackStub();
const NOW = new Date('2026-11-17T09:00:00Z');
let proxy: TcpProxy;
let pool: Database;

beforeAll(async () => {
  proxy = await startTcpProxy(database.url);
  pool = openDatabase(proxy.url, { name: 'faults', connections: 2, statementTimeoutMs: 2000 });
});
afterAll(async () => {
  await pool.close();
  await proxy.close();
});

/** A rep with one prospect, reached over the line that breaks, and a submission about it. */
async function setUp() {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));
  const prospect = await createProspect(db, rep);
  const ctx: RepContext = { db: pool.db, workspaceId: rep.workspaceId, now: NOW, rep };
  const log = async (inside: RepContext) => {
    const input = { prospectId: prospect.id, channel: 'call', outcome: 'no_answer' } as const;
    return (await logTouch(inside, input)).touch.id;
  };
  const request = { key: 'view:log:n1', hash: hashOf({ outcome: 'no_answer' }) };
  const saved = () => db.select().from(touches).where(eq(touches.prospectId, prospect.id));
  return { ctx, log, request, saved };
}

/** Ends the connection of a transaction from the outside. */
async function terminate({ db }: RepContext): Promise<void> {
  const [row] = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await database.db.execute(sql`select pg_terminate_backend(${row?.pid}::int)`);
}

test('case 20: a submission whose connection is killed on the way is saved once', async () => {
  const { ctx, log, request, saved } = await setUp();
  let kills = 1;

  const answer = await once(ctx, request, async (inside) => {
    const id = await log(inside);
    if (kills-- > 0) await terminate(inside);
    return id;
  });

  expect((await saved()).map(({ id }) => id)).toEqual([answer]);
});

test('case 20: one that is killed each time says that nothing was saved, and may come again', async () => {
  const { ctx, log, request, saved } = await setUp();
  const killed = once(ctx, request, async (inside) => {
    const id = await log(inside);
    await terminate(inside);
    return id;
  });

  await expect(killed).rejects.toThrow('Nothing was saved');
  expect(await saved()).toEqual([]);
  const answer = await once(ctx, request, log);

  expect((await saved()).map(({ id }) => id)).toEqual([answer]);
});

test.each([
  ['was saved', true],
  ['never came', false],
])('case 21: a commit that %s and whose answer is lost is one touch', async (_title, forward) => {
  const { ctx, log, request, saved } = await setUp();
  proxy.cut({ first: 'begin', at: 'commit', forward });

  const answer = await once(ctx, request, log);
  const again = await once(ctx, request, log);

  expect(again).toBe(answer);
  expect((await saved()).map(({ id }) => id)).toEqual([answer]);
});

test('case 21: without a receipt a lost answer is told as such and nothing is tried again', async () => {
  const { ctx, log, saved } = await setUp();
  proxy.cut({ first: 'begin', at: 'commit', forward: true });

  await expect(inTransaction(ctx, log)).rejects.toMatchObject({ why: 'unclear' });

  expect(await saved()).toHaveLength(1);
});

test.each([
  ['was saved', true],
  ['never came', false],
])(
  'case 22: a result that %s and whose answer is lost is one message, sent',
  async (_title, forward) => {
    const clock = new TestClock('2026-11-17T07:30:00Z');
    const slack = stub.fresh(() => clock.machine);
    const { workspaceId } = await createPlannedRep(database.db);
    const deps = createSenderDeps(pool.db, { slack, clock });
    const { sweep } = createSweep(deps, { name: 'one' });
    proxy.cut({ at: '"slackTs":', forward });

    await sweep();
    expect(proxy.isCut()).toBe(true);
    for (let round = 0; round < 8; round += 1) {
      clock.advance(150);
      await sweep();
    }

    const rows = await readLedger(database.db, workspaceId);
    // Asked again on another line: the claim's fence tells what became of the first.
    expect(deps.troubles).toEqual([]);
    expect(slack.messages).toHaveLength(1);
    expect(rows).toMatchObject([{ state: 'sent', slackTs: slack.messages[0]?.ts }]);
  },
);
