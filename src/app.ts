import { type Config, ConfigError } from './config.ts';
import { type Database, openDatabase } from './db/client.ts';
import { DELIVERY_TIMINGS, INTERNAL_APP_TIMINGS } from './domain/delivery.ts';
import { buildHealthRoutes, describeTimeZoneData } from './http/health.ts';
import { buildMetricsRoute } from './http/metrics.ts';
import type { Route } from './http/route.ts';
import { createHttpServer, type HttpServer } from './http/server.ts';
import { createJobs, type JobParts, type Jobs } from './jobs/create-jobs.ts';
import type { Logger } from './logger.ts';
import { runMigrations } from './run-migrations.ts';
import { type Clocks, databaseClocks } from './services/clocks.ts';
import type { WorkspaceContext } from './services/context.ts';
import { loadDeliveryMetrics } from './services/load-delivery-metrics.ts';
import { planOwnerGone } from './services/plan-owner-gone.ts';
import { planSetupNotice } from './services/plan-setup-notice.ts';
import { planWelcome } from './services/plan-welcome.ts';
import type { OnRepChanged } from './services/recognise-rep.ts';
import { syncRepSchedule } from './services/sync-schedules.ts';
import { createSlack, type Slack } from './slack/create-slack.ts';
import { createInFlight, type InFlight } from './slack/in-flight.ts';
import type { RegisterListeners } from './slack/listeners/listener-deps.ts';

type Db = WorkspaceContext['db'];

export type AppOptions = {
  config: Config;
  log: Logger;
  /** Built on each pool; the sandbox and tests move business time with them. */
  clocks?: (db: Db) => Clocks;
  /** Scheduled messages; the bot's own unless told. */
  jobs?: (parts: JobParts) => Jobs;
  onRepChanged?: OnRepChanged;
  /** In place of the bot's own listeners. */
  listeners?: RegisterListeners;
  /** Addresses beside Slack's, installation and health. */
  routes?: (parts: { db: Db; clocks: Clocks; log: Logger; config: Config }) => Route[];
};

export type RunningApp = {
  /** Migrates, connects, listens; answers the port. */
  start(): Promise<{ port: number }>;
  sweep(): Promise<void>;
  /** Waits, five seconds at most, until every request taken so far has ended. */
  settled(): Promise<boolean>;
  /** Takes nothing new, finishes what is in hand within 20 seconds, closes the database. */
  stop(): Promise<void>;
};

type Pools = { listeners: Database; deliveries: Database };
type Parts = {
  pools: Pools;
  inFlight: InFlight;
  slack: Slack;
  jobs: Jobs;
  server: HttpServer;
};

const DRAIN_MS = 20_000;

/** The composition root: every part is made here and handed what it needs. */
export function createApp(options: AppOptions): RunningApp {
  const parts = buildParts(options);
  const stopping = new AbortController();
  let stopped: Promise<void> | null = null;
  return {
    start: () => start(options, parts, stopping.signal),
    sweep: () => parts.jobs.sweep(),
    settled: () => parts.inFlight.drained(5000),
    stop: () => {
      stopping.abort();
      stopped ??= stop(options, parts);
      return stopped;
    },
  };
}

function buildParts(options: AppOptions): Parts {
  const { config, log, clocks = databaseClocks } = options;
  const pools = openPools(config);
  const inFlight = createInFlight();
  const slack: Slack = createSlack({
    config: config.slack,
    publicUrl: config.http.publicUrl,
    db: pools.listeners.db,
    clocks: clocks(pools.listeners.db),
    log,
    inFlight,
    onRepChanged: options.onRepChanged ?? followRep,
    redrawMessages: (workspaceId) => jobs.redraw(workspaceId),
    register: options.listeners,
  });
  const jobs: Jobs = (options.jobs ?? createJobs)({
    db: pools.deliveries.db,
    clocks: clocks(pools.deliveries.db),
    log,
    slackApiUrl: config.slack.apiUrl,
    tokenOf: slack.tokenOf,
    timings: config.slack.mode === 'oauth' ? DELIVERY_TIMINGS : INTERNAL_APP_TIMINGS,
  });
  const server = buildServer(options, { pools, slack, jobs });
  return { pools, inFlight, slack, jobs, server };
}

/** A rep who came, changed or left gets or loses the messages that go with it. */
const followRep: OnRepChanged = async (ctx, rep, { before, addedBy }) => {
  await syncRepSchedule(ctx, rep);
  if (before === null) await planWelcome(ctx, rep, addedBy);
  await planSetupNotice(ctx, rep);
  await planOwnerGone(ctx, rep);
};

/** Whoever waits for an answer and what is sent in the background never wait for each other's connections. */
function openPools({ database: { url } }: Config): Pools {
  return {
    listeners: openDatabase(url, {
      name: 'followup listeners',
      connections: 8,
      statementTimeoutMs: 1500,
    }),
    deliveries: openDatabase(url, {
      name: 'followup deliveries',
      // What messages say is read for many reps at once.
      connections: 10,
      statementTimeoutMs: 10_000,
    }),
  };
}

function buildServer(
  options: AppOptions,
  { pools, slack, jobs }: Pick<Parts, 'pools' | 'slack' | 'jobs'>,
) {
  const { config, log, clocks = databaseClocks } = options;
  const { db } = pools.listeners;
  const health = buildHealthRoutes({
    timeZoneData: process.versions.tz ?? 'none',
    askDatabase: () => clocks(db).machine(),
    isSlackConnected: slack.isConnected,
    lastSweepAt: jobs.lastSweepAt,
    clockSkewMs: jobs.clockSkewMs,
    lastAudit: jobs.lastAudit,
  });
  const others = options.routes?.({ db, clocks: clocks(db), log, config }) ?? [];
  const { metricsToken } = config.http;
  const metrics =
    metricsToken === null ? [] : [metricsRoute(metricsToken, { options, pools, jobs })];
  return createHttpServer([...health, ...metrics, ...slack.routes, ...others], log);
}

/** Asked through the pool of deliveries: who reads metrics never takes a connection from listeners. */
function metricsRoute(
  token: string,
  { options, pools, jobs }: { options: AppOptions } & Pick<Parts, 'pools' | 'jobs'>,
): Route {
  const { db } = pools.deliveries;
  const clocks = (options.clocks ?? databaseClocks)(db);
  return buildMetricsRoute({
    token,
    loadDeliveries: async () => loadDeliveryMetrics(db, await clocks.business()),
    lastSweepAt: jobs.lastSweepAt,
    clockSkewMs: jobs.clockSkewMs,
    lastAudit: jobs.lastAudit,
  });
}

async function start(
  { config, log }: AppOptions,
  { slack, jobs, server }: Parts,
  signal: AbortSignal,
): Promise<{ port: number }> {
  const timeZoneData = describeTimeZoneData(process.versions.tz ?? 'none');
  if (!timeZoneData.ok) log.error(`Time-zone data ${timeZoneData.says}`);
  const port = await listen(server, config);
  await runMigrations(config.database, { log, signal });
  await slack.open(signal);
  await jobs.start();
  log.info({ port, mode: config.slack.mode }, 'Followup is running.');
  return { port };
}

async function listen(server: HttpServer, { http }: Config): Promise<number> {
  try {
    return await server.listen(http);
  } catch (error) {
    const { code } = error as { code?: string };
    throw new ConfigError([
      `PORT ${http.port} or HOST ${http.host} cannot be listened on (${code}).`,
    ]);
  }
}

async function stop({ log }: AppOptions, { pools, slack, jobs, server }: Parts): Promise<void> {
  log.info('Stopping: finishing what is in hand.');
  server.pause();
  const [isDrained] = await Promise.all([slack.close(DRAIN_MS), jobs.stop()]);
  if (!isDrained) log.warn('Some requests were not finished in time.');
  await server.close();
  await Promise.all([pools.listeners.close(), pools.deliveries.close()]);
  log.info('Stopped.');
}
