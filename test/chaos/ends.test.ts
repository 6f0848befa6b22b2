import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { deliveries, reps, touches, workspaces } from '../../src/db/schema.ts';
import { listTeams } from '../../src/db/teams.ts';
import { localDateOf, localTimeOf } from '../../src/domain/zone.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { findFreePort } from '../../src/sandbox/free-port.ts';
import { installWorkspace } from '../../src/services/install-workspace.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { createTokenBox } from '../../src/services/token-box.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM } from '../support/app.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createProspect, createRep } from '../support/factories.ts';
import { SIGNING_SECRET, sendSigned } from '../support/signed.ts';
import { startSlackApi } from '../support/slack-api.ts';
import { useSlackStub } from '../support/slack-stub.ts';
import { bundle, removeBundle } from './bundle.ts';
import { environmentOf, startProcess } from './one-process.ts';

const database = useDatabase();
const stub = useSlackStub();
const encryptionKey = randomBytes(32);
const HOUR_MS = 3_600_000;
let script = '';
/** Processes start slowly on a busy computer. */
const PATIENCE_MS = 60_000;

beforeAll(async () => {
  script = await bundle('main');
});
afterAll(() => removeBundle('main'));

/** A zone where it is about noon, so that nothing here falls on a midnight. */
function zoneAtNoon(now: Date): string {
  const ahead = 12 - now.getUTCHours();
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

/** Four workspaces of five reps whose digests fell due a minute ago, by the real clock: three of each go at once. */
async function setUp() {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  const now = new Date();
  const clock = new TestClock(now.toISOString());
  clock.machine = now;
  const slack = stub.fresh(() => clock.machine);
  const before = { now: new Date(now.getTime() - HOUR_MS), machineNow: now };
  const zone = zoneAtNoon(now);
  const digestTime = localTimeOf(new Date(now.getTime() - 60_000), zone);
  for (let home = 0; home < 4; home++) {
    const tokens = { botToken: `xoxb-${home}`, botUserId: 'UBOT', botId: 'BBOT' };
    const { id: workspaceId } = await installWorkspace(
      db,
      {
        ...{ slackTeamId: `T${randomBytes(4).toString('hex')}`, slackEnterpriseId: null },
        ...{ slackTeamName: 'Northwind', tokens: { box: createTokenBox([encryptionKey]), tokens } },
      },
      before,
    );
    const [team] = await listTeams(db, workspaceId);
    for (let person = 0; person < 5; person++) {
      const change = { slackDmId: `D${home}${person}`, zone, digestTime, weekdays: 0b1111111 };
      const rep = await createRep(db, { workspaceId, teamId: team?.id ?? '' }, change);
      await createProspect(db, rep, { nextOn: localDateOf(now, zone) });
      await syncRepSchedule({ db, workspaceId, now: before.now }, rep);
    }
  }
  const held = slack.hold('chat.postMessage');
  const bot = startProcess(script, {
    environment: environmentOf({
      databaseUrl: database.url,
      slackApiUrl: slack.url,
      encryptionKey,
    }),
  });
  onTestFinished(() => void bot.child.kill('SIGKILL'));
  await expect.poll(() => held.length, { timeout: 15_000 }).toBe(12);
  return { db, clock, slack, bot, held };
}

/** How many deliveries of the workspaces in use are in each state. */
async function countStates(): Promise<Record<string, number>> {
  const rows = await database.db
    .select({ state: deliveries.state, count: sql<number>`count(*)::int` })
    .from(deliveries)
    .innerJoin(workspaces, eq(workspaces.id, deliveries.workspaceId))
    .where(eq(workspaces.state, 'active'))
    .groupBy(deliveries.state);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

test(
  'case 10: told to stop with twelve calls in flight, it ends them, begins none and exits',
  async () => {
    const { bot, held } = await setUp();
    const began = performance.now();

    bot.child.kill('SIGTERM');
    await sleep(300);
    const [first, second, ...others] = held;
    first?.reset();
    second?.reset();
    for (const call of others) call.goOn();
    const { code } = await bot.ended;

    expect(code, bot.said()).toBe(0);
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(held).toHaveLength(12);
    expect(await countStates()).toEqual({ sent: 10, uncertain: 2, pending: 8 });
    const untouched = await database.db
      .select({ attempts: deliveries.attempts })
      .from(deliveries)
      .where(eq(deliveries.state, 'pending'));
    expect(untouched.map(({ attempts }) => attempts)).toEqual(Array(8).fill(0));
  },
  PATIENCE_MS,
);

test(
  'case 11: told to stop and then killed, every digest still arrives once',
  async () => {
    const { db, clock, slack, bot, held } = await setUp();

    bot.child.kill('SIGTERM');
    await sleep(500);
    bot.child.kill('SIGKILL');
    expect((await bot.ended).signal).toBe('SIGKILL');
    expect(await countStates()).toEqual({ sending: 12, pending: 8 });
    // Slack had taken half of what was on its way.
    for (const call of held.splice(6)) call.reset();
    slack.letGo('chat.postMessage');
    await expect.poll(() => slack.messages.length).toBe(6);
    const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'living' });
    const planned = clock.business;
    for (let minute = 0; minute < 25 && (await countStates()).sent !== 20; minute++) {
      clock.advance(61);
      clock.business = planned;
      await sweep();
    }

    expect(await countStates()).toEqual({ sent: 20 });
    expect(slack.messages).toHaveLength(20);
    expect(new Set(slack.messages.map(({ deliveryId }) => deliveryId)).size).toBe(20);
  },
  PATIENCE_MS,
);

/** A fault nobody foresaw, in whatever handler runs when the signal comes. */
const THROW_ON_SIGNAL =
  'data:text/javascript,process.on("SIGUSR2",()=>{throw new TypeError("unforeseen")})';

/** A server of the bot for one workspace, ready for requests. */
async function startServer(
  slackApiUrl: string,
  { args = [], zone = 'Etc/UTC' }: { args?: string[]; zone?: string } = {},
) {
  const port = await findFreePort();
  const bot = startProcess(script, {
    args,
    environment: {
      TZ: zone,
      ...{ DATABASE_URL: database.url, SLACK_API_URL: slackApiUrl, LOG_LEVEL: 'info' },
      ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET },
      ...{ HOST: '127.0.0.1', PORT: String(port) },
    },
  });
  onTestFinished(() => void bot.child.kill('SIGKILL'));
  const origin = `http://127.0.0.1:${port}`;
  const isReady = async () => (await fetch(`${origin}/readyz`).catch(() => null))?.status;
  await expect.poll(isReady, { timeout: 15_000 }).toBe(200);
  return { bot, isReady, events: `${origin}/slack/events` };
}

async function startNorthwind() {
  const slack = await startSlackApi();
  onTestFinished(() => slack.close());
  slack.tokens.set(BOT_TOKEN, { teamId: TEAM, teamName: 'Northwind' });
  addUser(slack, 'UANA');
  return slack;
}

/** Local time half an hour into the hour that New York repeats. */
const TELL_ON_SIGNAL =
  'data:text/javascript,process.on("SIGUSR2",()=>console.log(new Date("2026-11-01T06:30:00Z").toTimeString()))';

test(
  'case 40: on a computer in New York the bot itself lives in UTC',
  async () => {
    const slack = await startNorthwind();
    const { bot } = await startServer(slack.apiUrl, {
      args: ['--import', TELL_ON_SIGNAL],
      zone: 'America/New_York',
    });

    bot.child.kill('SIGUSR2');

    await expect.poll(bot.said).toContain('06:30:00 GMT+0000');
  },
  PATIENCE_MS,
);

test(
  'case 14: an uncaught fault ends one server, saves nothing by halves, and the other serves',
  async () => {
    const { db } = database;
    const slack = await startNorthwind();
    const [one, other] = await Promise.all([
      startServer(slack.apiUrl, { args: ['--import', THROW_ON_SIGNAL] }),
      startServer(slack.apiUrl),
    ]);
    await sendSigned(other.events, commandBy('UANA'));
    const [ana] = await db.select().from(reps).where(eq(reps.slackUserId, 'UANA'));
    if (!ana) throw new Error('no rep');
    const dana = await createProspect(db, ana);
    const command = commandBy('UANA', { text: 'log Dana Reyes at Acme: called, no answer' });
    const saved = () => db.select().from(touches).where(eq(touches.prospectId, dana.id));

    const lost = await db.transaction(async (admin) => {
      await admin.execute(sql`lock table touches in access exclusive mode`);
      const cut = sendSigned(one.events, command).catch(() => 'cut off');
      const waits = async () =>
        (
          await db.execute(
            sql`select 1 from pg_locks where relation = 'touches'::regclass and not granted`,
          )
        ).length;
      await expect.poll(waits, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
      one.bot.child.kill('SIGUSR2');
      return cut;
    });
    const { code } = await one.bot.ended;
    const savedByHalves = await saved();
    const answer = await sendSigned(other.events, command);

    expect([lost, code]).toEqual(['cut off', 1]);
    expect(one.bot.said()).toContain('An unforeseen fault; the bot ends.');
    expect(savedByHalves).toEqual([]);
    expect(await answer.text()).toContain('Logged: call, no answer');
    expect(await saved()).toHaveLength(1);
    expect(await other.isReady()).toBe(200);
  },
  PATIENCE_MS,
);
