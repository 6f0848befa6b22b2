import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { listTeams } from '../../src/db/teams.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { beginSend } from '../../src/services/begin-send.ts';
import { claimDeliveries } from '../../src/services/claim-deliveries.ts';
import { deliveryContext } from '../../src/services/delivery-context.ts';
import { installWorkspace } from '../../src/services/install-workspace.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { createTokenBox } from '../../src/services/token-box.ts';
import { postMessage } from '../../src/slack/send/post-message.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createProspect, createRep } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';
import { useSlackStub } from '../support/slack-stub.ts';
import { bundle, removeBundle } from './bundle.ts';
import { environmentOf, startProcess } from './one-process.ts';
import type { Step } from './steps.ts';

const database = useDatabase();
const stub = useSlackStub();
const encryptionKey = randomBytes(32);
/** Half past eight in Berlin, when the one digest of each test is due. */
const DUE = '2026-11-17T07:30:00Z';
let script = '';
/** Processes start slowly on a busy computer. */
const PATIENCE_MS = 60_000;

beforeAll(async () => {
  script = await bundle('replica');
});
afterAll(() => removeBundle('replica'));

/** A workspace of this test's own with one digest due, and machine time as it is. */
async function setUp() {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock(DUE);
  clock.machine = new Date();
  const slack = stub.fresh(() => clock.machine);
  const before = new Date('2026-11-16T11:00:00Z');
  const tokens = { botToken: 'xoxb-step', botUserId: 'UBOT', botId: 'BBOT' };
  const { id: workspaceId } = await installWorkspace(
    db,
    {
      slackTeamId: `T${randomBytes(4).toString('hex')}`,
      slackEnterpriseId: null,
      slackTeamName: 'Northwind',
      tokens: { box: createTokenBox([encryptionKey]), tokens },
    },
    { now: before, machineNow: new Date() },
  );
  const [team] = await listTeams(db, workspaceId);
  const rep = await createRep(db, { workspaceId, teamId: team?.id ?? '' }, { slackDmId: 'D1' });
  await createProspect(db, rep);
  await syncRepSchedule({ db, workspaceId, now: before }, rep);
  const deps = createSenderDeps(db, { slack, clock });
  const read = async () => (await readLedger(db, workspaceId))[0];
  return { clock, slack, deps, read };
}

type World = Awaited<ReturnType<typeof setUp>>;

/** A process of the bot that kills itself with SIGKILL when it gets to the step. */
async function dieAt({ slack }: World, step: Step): Promise<void> {
  const simulation = { divisor: 1, standsAt: Date.parse(DUE) };
  const { child, ended, said } = startProcess(script, {
    environment: environmentOf({
      ...{ databaseUrl: database.url, slackApiUrl: slack.url },
      ...{ encryptionKey, simulation },
    }),
    order: { steps: [step], fate: 'die' },
  });
  const tooLong = setTimeout(() => child.kill('SIGTERM'), 12_000);
  const { signal } = await ended;
  clearTimeout(tooLong);
  expect(signal, said()).toBe('SIGKILL');
  expect(said()).toContain(`die ${step}`);
}

/** Another process goes on until nothing is open, however long the waits of the machinery. */
async function recover({ clock, deps, read }: World): Promise<void> {
  clock.machine = new Date();
  const { sweep } = createSweep(deps, { name: 'living' });
  for (let minute = 0; minute < 20 && (await read())?.state !== 'sent'; minute++) {
    clock.advance(61);
    clock.business = new Date(DUE);
    await sweep();
  }
}

test.each<[number, Step, string[]]>([
  [1, 'plan: before commit', []],
  [2, 'plan: after commit', ['pending']],
  [3, 'claim: before', ['pending']],
  [3, 'claim: after', ['pending', 'claimed']],
  [3, 'claim: after commit', ['claimed']],
  [4, 'gate: passed', ['claimed']],
  [4, 'intent: before commit', ['claimed']],
  [5, 'intent: after commit', ['sending']],
  [5, 'post: before the bytes', ['sending']],
  [6, 'post: bytes on their way', ['sending', 'sent']],
  [7, 'post: answered', ['sending']],
  [7, 'settle: before commit', ['sending']],
  [7, 'settle: after commit', ['sent']],
])(
  'case %i: killed at “%s”, the digest arrives once',
  async (_case, step, states) => {
    const world = await setUp();

    await dieAt(world, step);
    // What was sent to the database before the end may still be at work there.
    if (states.length > 0) {
      await expect.poll(async () => states.includes((await world.read())?.state ?? '')).toBe(true);
    } else expect(await world.read()).toBeUndefined();
    await recover(world);

    expect(world.slack.messages).toHaveLength(1);
    const [message] = world.slack.messages;
    expect(await world.read()).toMatchObject({ state: 'sent', slackTs: message?.ts });
  },
  PATIENCE_MS,
);

/** A digest whose sender died so long ago, before or after Slack had it. */
async function diedBefore(world: World, { seconds, posted }: { seconds: number; posted: boolean }) {
  const { clock, deps } = world;
  clock.machine = new Date(Date.now() - seconds * 1000);
  await materialiseDue(await deliveryContext(deps));
  const { deliveries: claimed } = await claimDeliveries(await deliveryContext(deps), {
    claimedBy: 'dead',
  });
  const [delivery] = claimed;
  if (!delivery) throw new Error('nothing was claimed');
  await beginSend(await deliveryContext(deps), { delivery, slackChannelId: 'D1', items: [] });
  if (!posted) return;
  const client = await deps.clients.clientOf(delivery.workspaceId);
  if (!client) throw new Error('no client');
  const content = { text: 'digest', blocks: [] };
  await postMessage(client, { deliveryId: delivery.id, slackChannelId: 'D1', content });
}

test.each<[Step]>([
  ['look: taken'],
  ['look: answered'],
  ['look: before update'],
  ['look: after update'],
])(
  'case 8: killed at “%s”, what stands in Slack is found and not repeated',
  async (step) => {
    const world = await setUp();
    await diedBefore(world, { seconds: 100, posted: true });

    await dieAt(world, step);
    await recover(world);

    expect(world.slack.messages).toHaveLength(1);
    const [message] = world.slack.messages;
    expect(await world.read()).toMatchObject({ state: 'sent', slackTs: message?.ts });
  },
  PATIENCE_MS,
);

test.each<[Step]>([['look: before update'], ['look: after update']])(
  'case 9: killed at “%s” of the second look that finds nothing, it is sent again once',
  async (step) => {
    const world = await setUp();
    await diedBefore(world, { seconds: 700, posted: false });
    world.clock.advance(100);
    world.clock.business = new Date(DUE);
    await createSweep(world.deps, { name: 'first look' }).sweep();
    expect(await world.read()).toMatchObject({ state: 'uncertain', negativeLooks: 1 });

    await dieAt(world, step);
    await recover(world);

    expect(world.slack.messages).toHaveLength(1);
    expect(await world.read()).toMatchObject({ state: 'sent', attempts: 2 });
  },
  PATIENCE_MS,
);
