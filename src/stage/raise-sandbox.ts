import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { createApp, type RunningApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { type Database, type Db, openDatabase } from '../db/client.ts';
import { findNextSchedule } from '../db/next-schedule.ts';
import { countOpenProspects } from '../db/prospect-lists.ts';
import { listWorkspaces } from '../db/workspaces.ts';
import { DELIVERY_TIMINGS, UNPACED } from '../domain/delivery.ts';
import { addDays } from '../domain/local-date.ts';
import { instantOf } from '../domain/zone.ts';
import { createJobs, type JobParts } from '../jobs/create-jobs.ts';
import { createLogger } from '../logger.ts';
import type { LocalSlack } from '../sandbox/contract.ts';
import { findFreePort } from '../sandbox/free-port.ts';
import { startLocalSlack } from '../sandbox/server.ts';
import { databaseClocks } from '../services/clocks.ts';
import type { WorkspaceContext } from '../services/context.ts';
import { COMMAND, SHORTCUTS } from '../slack/ids.ts';
import { VERBS } from '../slack/listeners/command-verbs.ts';
import { BOT_SCOPES } from '../slack/scopes.ts';
import { addPeople } from './add-people.ts';
import { FIRST_MORNING } from './cast.ts';
import { openSandboxClock, type SandboxClock } from './sandbox-clock.ts';
import { seedMonday, seedSlack, seedTeam } from './seed-team.ts';

export type SandboxOptions = {
  port: number;
  fresh: boolean;
  socket: boolean;
  people: string | null;
  /** Where the sandbox keeps its data. */
  folder: string;
};

export type Stagehands = {
  say: (line: string) => void;
  /** Called with what ends each stage, in the order they were raised. */
  onStop: (end: () => Promise<void>) => void;
  openDatabase: () => Promise<{ url: string; stop(): Promise<void> }>;
};

const APP_ID = 'A0FOLLOWUP';
const SIGNING_SECRET = 'sandbox-signing-secret-0123456789';
const APP_TOKEN = 'xapp-sandbox-0123456789';
const STORY_ZONE = 'Europe/Berlin';
const TRIES = [
  { label: 'Log a touch', text: '/followup log dana' },
  { label: 'See a timeline', text: '/followup show dana' },
  { label: 'What is overdue', text: '/followup list overdue' },
  { label: 'The leaderboard', text: '/followup board' },
  { label: 'What it teaches', text: '/followup insights team' },
  { label: 'Add a prospect', text: '/followup add Kim Park' },
  { label: 'A typing mistake', text: '/followup lst' },
];

/** Raises the sandbox stage by stage: local Slack, Postgres, the bot, the team and its first morning. */
export async function raiseSandbox(options: SandboxOptions, hands: Stagehands): Promise<void> {
  const { say, onStop } = hands;
  const start = instantOf(addDays(FIRST_MORNING, -2), '18:00', STORY_ZONE);
  const clock = await openSandboxClock(options.folder, start);
  const hooks: Hooks = {};
  const botPort = await findFreePort();
  say(`1. Local Slack on port ${options.port}.`);
  const slack = await openSlack(options, { clock, hooks, botPort });
  onStop(() => slack.close());

  say('2. Postgres.');
  const server = await hands.openDatabase();
  onStop(() => server.stop());

  say('3. The bot.');
  const team = slack.directory.addTeam({ name: 'Northwind' });
  const app = openBot(options, {
    clock,
    slack,
    botPort,
    databaseUrl: server.url,
    botToken: team.botToken,
  });
  await app.start();
  onStop(() => app.stop());
  const database = openDatabase(server.url, {
    name: 'sandbox',
    connections: 2,
    statementTimeoutMs: 20_000,
  });
  onStop(async () => {
    await clock.save();
    await database.close();
  });

  const stage: Stage = { options, slack, app, clock, database, teamId: team.id, start };
  connectHooks(hooks, stage);
  await setScene(stage, say);
  say(
    `\n   Open ${slack.url}\n\n   Data in ${options.folder}; the bot writes ${join(options.folder, 'bot.log')}.`,
  );
  say('   Ctrl-C stops everything. `npm run sandbox -- --fresh` starts over.');
}

type Hooks = Partial<NonNullable<Parameters<typeof startLocalSlack>[0]['hooks']>>;

type Stage = {
  options: SandboxOptions;
  slack: LocalSlack;
  app: RunningApp;
  clock: SandboxClock;
  database: Database;
  teamId: string;
  start: Date;
};

function openSlack(
  options: SandboxOptions,
  { clock, hooks, botPort }: { clock: SandboxClock; hooks: Hooks; botPort: number },
): Promise<LocalSlack> {
  const url = `http://127.0.0.1:${botPort}/slack/events`;
  return startLocalSlack({
    port: options.port,
    appName: 'Followup',
    appId: APP_ID,
    signingSecret: SIGNING_SECRET,
    appToken: APP_TOKEN,
    deliver: options.socket ? { kind: 'socket' } : { kind: 'http', url },
    scopes: [...BOT_SCOPES],
    shortcuts: [
      { callbackId: SHORTCUTS.logTouch, name: 'Log a touch', type: 'global' },
      { callbackId: SHORTCUTS.logMessage, name: 'Log as a touch', type: 'message' },
    ],
    commands: [
      {
        command: COMMAND,
        usage: VERBS.map((verb) => verb.name).join(' | '),
        description: 'Keep your follow-ups',
      },
    ],
    tries: TRIES,
    clock,
    stateFile: join(options.folder, 'slack.json'),
    hooks: {
      moveClock: async (to) => hooks.moveClock?.(to),
      nextEvent: async () => hooks.nextEvent?.() ?? null,
      startOver: async () => hooks.startOver?.(),
    },
  });
}

function openBot(
  { folder, socket }: SandboxOptions,
  input: {
    clock: SandboxClock;
    slack: LocalSlack;
    botPort: number;
    databaseUrl: string;
    botToken: string;
  },
): RunningApp {
  const config: Config = readConfig({
    DATABASE_URL: input.databaseUrl,
    SLACK_BOT_TOKEN: input.botToken,
    ...(socket ? { SLACK_APP_TOKEN: APP_TOKEN } : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
    SLACK_API_URL: input.slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(input.botPort),
  });
  const log = createLogger(config.log, createWriteStream(join(folder, 'bot.log'), { flags: 'a' }));
  const clocks = (db: Db) => databaseClocks(db, input.clock.offsetMs);
  // The local Slack has no limits, and whoever moves the clock should not wait for the pace of the real one.
  const timings = { ...DELIVERY_TIMINGS, ...UNPACED };
  const jobs = (parts: JobParts) => createJobs({ ...parts, timings });
  return createApp({ config, log, clocks, jobs });
}

function connectHooks(hooks: Hooks, stage: Stage): void {
  const { clock, app, database, slack } = stage;
  hooks.moveClock = (to) => clock.advance(to, app.sweep);
  hooks.nextEvent = async () => {
    const next = await findNextSchedule(database.db);
    return next && { at: next.dueAt.toISOString(), label: labelOf(next) };
  };
  hooks.startOver = async () => {
    await emptyTables(database.db);
    await playStory({ ...stage, slack });
  };
}

function labelOf(next: { kind: string; repName: string | null }): string {
  if (next.kind === 'team_post') return 'Team post';
  if (next.kind === 'monthly_lessons') return 'Lessons of the month';
  const whats = { digest: 'digest', friday_summary: 'Friday summary', manager_sweep: 'sweep' };
  const what = Object.entries(whats).find(([kind]) => kind === next.kind)?.[1] ?? 'message';
  return `${next.repName ?? 'A rep'}’s ${what}`;
}

async function setScene(stage: Stage, say: (line: string) => void): Promise<void> {
  const ctx = await contextOf(stage);
  if (stage.options.fresh) await emptyTables(stage.database.db);
  if ((await countOpenProspects(stage.database.db, ctx)) === 0) {
    say('4. A small sales team, their prospects, and the first two mornings.');
    await playStory(stage);
  } else {
    say('4. Your team as you left it.');
  }
  const { people: file } = stage.options;
  if (file === null) return;
  const added = await addPeople(await contextOf(stage), {
    file,
    directory: stage.slack.directory,
    slackTeamId: stage.teamId,
  });
  say(`5. ${added.agents} agents and ${added.managers} managers from ${file}.`);
}

/** The story from Sunday evening to the first morning, through the services people use. */
async function playStory(stage: Stage): Promise<void> {
  const { slack, clock, app, teamId } = stage;
  await clock.set(stage.start);
  const scene = seedSlack(slack.directory, teamId);
  await seedTeam(await contextOf(stage), { ...scene, slackTeamId: teamId });
  await clock.advance(instantOf(addDays(FIRST_MORNING, -1), '16:00', STORY_ZONE), app.sweep);
  await seedMonday(await contextOf(stage));
  await clock.advance(instantOf(FIRST_MORNING, '09:20', STORY_ZONE), app.sweep);
}

async function contextOf({ database, clock }: Stage): Promise<WorkspaceContext> {
  const [workspace] = await listWorkspaces(database.db);
  if (!workspace) throw new Error('The bot did not find its workspace.');
  return { db: database.db, workspaceId: workspace.id, now: clock.now() };
}

/** Everything but the workspace and its team, which the running bot knows by their ids. */
async function emptyTables(db: Db): Promise<void> {
  await db.execute(
    sql`truncate held_matches, announced_cracks, receipts, send_state, delivery_items, deliveries, schedules, suppressions, holidays, absences, history, touches, prospects, reps`,
  );
}
