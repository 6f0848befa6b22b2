import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { createApp, type RunningApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/client.ts';
import { workspaces } from '../../src/db/schema.ts';
import { listTeams, updateTeam } from '../../src/db/teams.ts';
import { listWorkspaces } from '../../src/db/workspaces.ts';
import { DELIVERY_TIMINGS, UNPACED } from '../../src/domain/delivery.ts';
import type { Rep } from '../../src/domain/rep.ts';
import { instantOf } from '../../src/domain/zone.ts';
import { createJobs, type JobParts } from '../../src/jobs/create-jobs.ts';
import { createLogger } from '../../src/logger.ts';
import type { LocalSlack, Person } from '../../src/sandbox/contract.ts';
import { findFreePort } from '../../src/sandbox/free-port.ts';
import { startLocalSlack } from '../../src/sandbox/server.ts';
import { databaseClocks } from '../../src/services/clocks.ts';
import type { RepContext, WorkspaceContext } from '../../src/services/context.ts';
import { syncTeamSchedule } from '../../src/services/sync-schedules.ts';
import { COMMAND, SHORTCUTS } from '../../src/slack/ids.ts';
import { BOT_SCOPES } from '../../src/slack/scopes.ts';
import { joinAsRep } from '../../src/stage/seed-team.ts';
import { createProspect } from './factories.ts';
import { Colleague } from './person.ts';
import { SIGNING_SECRET } from './signed.ts';

const BERLIN = 'Europe/Berlin';
const APP_TOKEN = 'xapp-1-journey';

type Database = { readonly db: Db; readonly url: string };
type Place = { at: string; zone?: string; socket?: boolean };

/** Business time, moved by hand; it goes on at its usual pace from where it was put. */
export type Clock = {
  offsetMs(): number;
  now(): Date;
  /** Puts the clock there without a sweep. */
  set(local: string, zone?: string): void;
};

export type Story = {
  slack: LocalSlack;
  app: RunningApp;
  clock: Clock;
  team: { id: string; botToken: string };
  sales: string;
  events: string;
  lines: string[];
  /** Puts the clock there and sends what is due. */
  moveTo(local: string, zone?: string): Promise<void>;
  ctx(): WorkspaceContext;
  /** A member of Slack who uses the bot already. */
  rep(name: string, change?: Partial<Person> & { isManager?: boolean }): Promise<Actor>;
  /** A member of Slack who has not used the bot. */
  newcomer(name: string, change?: Partial<Person>): Colleague;
  /** A second server of the same bot, on the same database. */
  startAnother(): Promise<RunningApp>;
};

/** Somebody in Slack who is a rep: their hands, and the rep for what a story needs beforehand. */
export type Actor = Colleague & {
  rep: Rep;
  ctx(): RepContext;
  /** Gives them an open prospect, due on Tuesday 17 November unless told. */
  has(change?: Parameters<typeof createProspect>[2]): ReturnType<typeof createProspect>;
};

/** A local Slack and the real bot against it, in a workspace of this test's own. */
export async function openStory(database: Database, place: Place): Promise<Story> {
  const clock = createClock(place.at, place.zone);
  const port = await findFreePort();
  const events = `http://127.0.0.1:${port}/slack/events`;
  const slack = await openSlack(clock, place.socket ? null : events);
  const id = `T${randomUUID().slice(0, 8).toUpperCase()}`;
  // Runs after the app has stopped.
  onTestFinished(() => close(database.db, { slack, slackTeamId: id }));
  const team = slack.directory.addTeam({ id, name: 'Northwind' });
  const sales = slack.directory.addChannel({ teamId: id, name: 'sales' }).id;
  const lines: string[] = [];
  const start = (ownPort: number) =>
    startApp({
      clock,
      lines,
      settings: {
        DATABASE_URL: database.url,
        SLACK_BOT_TOKEN: team.botToken,
        ...(place.socket
          ? { SLACK_APP_TOKEN: APP_TOKEN }
          : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
        SLACK_API_URL: slack.apiUrl,
        HOST: '127.0.0.1',
        PORT: String(ownPort),
      },
    });
  const app = await start(port);
  const found = (await listWorkspaces(database.db)).find((one) => one.slackTeamId === id);
  if (!found) throw new Error('The bot did not find its workspace.');
  const ctx = () => ({ db: database.db, workspaceId: found.id, now: clock.now() });
  const settled = () => app.settled();
  await chooseChannel(ctx(), sales);
  return {
    slack,
    app,
    clock,
    team,
    sales,
    events,
    lines,
    ctx,
    moveTo: async (local, zone) => {
      clock.set(local, zone);
      await app.sweep();
    },
    rep: (name, change) => joinTeam(slack, { settled, ctx, teamId: id, name, ...change }),
    newcomer: (name, change) =>
      new Colleague(slack, addPerson(slack, { teamId: id, name, ...change }), settled),
    startAnother: () => start(0),
  };
}

export function createClock(at: string, zone = BERLIN): Clock {
  const clock = {
    offset: 0,
    offsetMs: () => clock.offset,
    now: () => new Date(Date.now() + clock.offset),
    set(local: string, where = BERLIN) {
      const [date = '', time = ''] = local.split('T');
      clock.offset = instantOf(date, time, where).getTime() - Date.now();
    },
  };
  clock.set(at, zone);
  return clock;
}

export async function startApp({
  settings,
  clock,
  lines = [],
}: {
  settings: Record<string, string>;
  clock: Clock;
  lines?: string[];
}): Promise<RunningApp> {
  const log = createLogger({ level: 'warn' }, { write: (line) => lines.push(line) });
  const clocks = (db: Db) => databaseClocks(db, clock.offsetMs);
  // A day passes in a moment here: a pace of one message a second would hold back its digests.
  const timings = { ...DELIVERY_TIMINGS, ...UNPACED };
  const jobs = (parts: JobParts) => createJobs({ ...parts, timings });
  const app = createApp({ config: readConfig(settings), log, clocks, jobs });
  await app.start();
  // What it says of this computer is no part of a story.
  lines.length = 0;
  onTestFinished(() => app.stop());
  return app;
}

export function openSlack(clock: Pick<Clock, 'now'>, events: string | null): Promise<LocalSlack> {
  return startLocalSlack({
    port: 0,
    appName: 'Followup',
    appId: 'A0FOLLOWUP',
    signingSecret: SIGNING_SECRET,
    appToken: APP_TOKEN,
    deliver: events === null ? { kind: 'socket' } : { kind: 'http', url: events },
    scopes: [...BOT_SCOPES],
    shortcuts: [
      { callbackId: SHORTCUTS.logTouch, name: 'Log a touch', type: 'global' },
      { callbackId: SHORTCUTS.logMessage, name: 'Log as a touch', type: 'message' },
    ],
    commands: [{ command: COMMAND, usage: 'log', description: 'Keep your follow-ups' }],
    clock,
  });
}

/** The team's channel and zone, as a manager would set them. */
export async function chooseChannel(ctx: WorkspaceContext, channelId: string): Promise<void> {
  const [team] = await listTeams(ctx.db, ctx.workspaceId);
  if (!team) throw new Error('The workspace has no team.');
  const change = { name: 'Sales', slackChannelId: channelId, zone: BERLIN };
  const changed = await updateTeam(ctx.db, { ...ctx, teamId: team.id, change });
  if (changed) await syncTeamSchedule(ctx, changed);
}

type Newcomer = Partial<Person> & { teamId: string; name: string };

function addPerson(slack: LocalSlack, { name, ...change }: Newcomer): Person {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@northwind.example.com`;
  return slack.directory.addPerson({ realName: name, email, zone: BERLIN, ...change });
}

export async function joinTeam(
  slack: LocalSlack,
  {
    ctx,
    settled,
    isManager = false,
    ...newcomer
  }: Newcomer & {
    ctx: () => WorkspaceContext;
    settled: () => Promise<unknown>;
    isManager?: boolean;
  },
): Promise<Actor> {
  const person = addPerson(slack, newcomer);
  const rep = await joinAsRep(ctx(), { slackTeamId: newcomer.teamId, person, isManager });
  return Object.assign(new Colleague(slack, person, settled), {
    rep,
    ctx: () => ({ ...ctx(), rep }),
    has: (change = {}) =>
      createProspect(ctx().db, { workspaceId: ctx().workspaceId, id: rep.id }, change),
  });
}

/** Stories after this one do not sweep its schedules. */
async function close(
  db: Db,
  { slack, slackTeamId }: { slack: LocalSlack; slackTeamId: string },
): Promise<void> {
  await slack.close();
  const own = eq(workspaces.slackTeamId, slackTeamId);
  await db.update(workspaces).set({ state: 'uninstalled' }).where(own);
}
