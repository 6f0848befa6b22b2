import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../../src/db/schema.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, TestClock } from '../../support/delivery-machine.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { useSlackStub } from '../../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();
const POST = 'chat.postMessage';

/** A workspace of so many reps who are all due. */
async function setUp(reps: number) {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspace, workspaceId } = await createPlannedRep(db, { slackDmId: 'D1' });
  for (let index = 1; index < reps; index++) {
    await createPlannedRep(db, { workspace, slackDmId: `D1${index}` });
  }
  const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });
  return { db, clock, slack, workspaceId, sweep };
}

test('case 70: after five unclear answers the workspace is left alone, then probed once', async () => {
  const { db, clock, slack, workspaceId, sweep } = await setUp(20);
  slack.fail({ method: POST, kind: 'status_before', times: 99 });

  await sweep();
  const first = slack.callsOf(POST).length;
  expect(first).toBeLessThanOrEqual(8);
  clock.advance(61);
  await sweep();

  expect(slack.callsOf(POST)).toHaveLength(first + 1);
  const rows = await readLedger(db, workspaceId);
  expect(rows.filter(({ state }) => state === 'pending')).toHaveLength(20 - first - 1);
});

test('case 70: forty due while Slack is unclear all settle, and none goes again unlooked for', async () => {
  const { db, clock, slack, workspaceId, sweep } = await setUp(40);
  slack.fail({ method: POST, kind: 'status_before', times: 999 });

  for (let minute = 0; minute < 5; minute++) {
    await sweep();
    clock.advance(61);
  }
  const unclear = slack.callsOf(POST).length;
  slack.heal();
  let minutes = 0;
  const open = async () =>
    (await readLedger(db, workspaceId)).filter(({ finishedAt }) => finishedAt === null);
  for (; minutes < 60 && (await open()).length > 0; minutes++) {
    await sweep();
    clock.advance(61);
  }

  const rows = await readLedger(db, workspaceId);
  const again = rows.filter(({ state, attempts }) => state === 'sent' && attempts > 1);
  const looks = slack.callsOf('conversations.history').length;
  expect(unclear).toBeLessThan(20);
  expect(rows.filter(({ state }) => state !== 'sent' && state !== 'unconfirmed')).toEqual([]);
  expect(slack.messages).toHaveLength(rows.filter(({ state }) => state === 'sent').length);
  expect(looks).toBeGreaterThanOrEqual(2 * again.length);
  expect(looks).toBeLessThanOrEqual(minutes + 6);
});
