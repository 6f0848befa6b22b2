import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { readLedger } from '../support/ledger.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

async function setUp(now: string) {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock(now);
  const slack = stub.fresh(() => clock.machine);
  const { workspace, workspaceId } = await createPlannedRep(db);
  const deps = createSenderDeps(db, { slack, clock });
  const { sweep } = createSweep(deps, { name: 'one' });
  return { db, clock, slack, deps, workspace, workspaceId, sweep };
}

test('case 50: while the database is three hours ahead nothing is sent, and somebody is told', async () => {
  const { clock, slack, deps, sweep } = await setUp('2026-11-17T05:00:00Z');
  clock.advance(3 * 3600);
  clock.databaseAhead = 3 * 3600;

  for (let round = 0; round < 40; round++) {
    await sweep();
    clock.advance(15);
  }
  expect(slack.calls).toEqual([]);
  expect(deps.troubles).toEqual([
    { kind: 'clock_skew', error: '10800 seconds behind the database' },
  ]);
  clock.advance(-3 * 3600);
  clock.databaseAhead = 0;
  for (let round = 0; round < 18; round++) {
    await sweep();
    clock.advance(1200);
  }

  expect(slack.messages.map(({ text }) => text)).toEqual(['digest 2026-11-17']);
});

test('case 50: also when nobody notices, nothing is sent twice', async () => {
  const { clock, slack, sweep } = await setUp('2026-11-17T05:00:00Z');

  clock.advance(3 * 3600);
  await sweep();
  clock.advance(-3 * 3600);
  for (let hour = 0; hour < 4; hour++) {
    clock.advance(3600);
    await sweep();
  }

  expect(slack.messages.map(({ text }) => text)).toEqual(['digest 2026-11-17']);
});

test('case 51: a database clock two hours back sends nothing twice and goes on next day', async () => {
  const { clock, slack, sweep } = await setUp('2026-11-17T07:30:00Z');
  await sweep();

  clock.advance(-2 * 3600);
  await sweep();
  for (let hour = 0; hour < 26; hour++) {
    clock.advance(3600);
    await sweep();
  }

  expect(slack.messages.map(({ text }) => text)).toEqual([
    'digest 2026-11-17',
    'digest 2026-11-18',
  ]);
});

test.each([-600, 600])(
  'case 52: a replica %i s off leaves the sending to the others',
  async (databaseAhead) => {
    const { db, clock, slack, sweep } = await setUp('2026-11-17T07:30:00Z');
    const wrong = Object.assign(new TestClock('2026-11-17T07:30:00Z'), { databaseAhead });
    const deps = createSenderDeps(db, { slack, clock: wrong });
    const off = createSweep(deps, { name: 'off' });

    expect(await off.sweep()).toMatchObject({ materialised: 0, attempted: 0 });
    expect(off.clockSkewMs()).toBe(-databaseAhead * 1000);
    await sweep();
    clock.advance(60);
    await off.sweep();

    expect(slack.messages).toHaveLength(1);
  },
);

test('a clock half a minute off is told once, and sends', async () => {
  const { clock, slack, deps, sweep } = await setUp('2026-11-17T07:30:00Z');
  clock.databaseAhead = 31;

  await sweep();
  await sweep();

  expect(slack.messages).toHaveLength(1);
  expect(deps.troubles).toEqual([{ kind: 'clock_skew', error: '31 seconds behind the database' }]);
});

test('case 59: twenty minutes of rate limits delay everybody and lose nobody', async () => {
  const { db, clock, slack, workspace, workspaceId, sweep } = await setUp('2026-11-17T07:30:00Z');
  for (let index = 0; index < 29; index++) await createPlannedRep(db, { workspace });
  slack.fail({ method: 'chat.postMessage', kind: 'rate_limited', retryAfter: '30', times: 60 });

  for (let step = 0; step < 42; step++) {
    await sweep();
    clock.advance(30);
  }

  expect(slack.messages).toHaveLength(30);
  const rows = await readLedger(db, workspaceId);
  expect(rows.every(({ state, failures }) => state === 'sent' && failures === 0)).toBe(true);
  // Three in flight when the first limit comes, and as many at each end of a wait.
  expect(slack.callsOf('chat.postMessage').length).toBeLessThanOrEqual(30 + 60);
});
