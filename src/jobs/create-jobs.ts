import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { DELIVERY_TIMINGS, type DeliveryTimings } from '../domain/delivery.ts';
import type { Logger } from '../logger.ts';
import type { Audit } from '../services/audit-deliveries.ts';
import type { Clocks } from '../services/clocks.ts';
import type { WorkspaceContext } from '../services/context.ts';
import { redrawWanted } from '../slack/send/redraw-delivery.ts';
import { createRedrawers, createRenderers } from '../slack/send/renderers.ts';
import { createSenderClients, type TokenOf } from '../slack/send/sender-client.ts';
import type { SenderDeps } from '../slack/send/sender-deps.ts';
import { startJobs } from './start-jobs.ts';

export type JobParts = {
  db: WorkspaceContext['db'];
  clocks: Clocks;
  log: Logger;
  slackApiUrl: string;
  tokenOf: TokenOf;
  timings?: DeliveryTimings;
};

/** Scheduled messages: what the composition root starts, sweeps and stops. */
export type Jobs = {
  start(): Promise<void>;
  /** One look at what is due, now; resolves when it was sent. */
  sweep(): Promise<void>;
  /** Draws the workspace's sent messages whose content changed. */
  redraw(workspaceId: number): Promise<void>;
  stop(): Promise<void>;
  lastSweepAt(): Date | null;
  /** How far this computer's clock is ahead of the database's, in milliseconds; null before the first sweep. */
  clockSkewMs(): number | null;
  /** What the last comparison of ledger and calendar found; null before the first. */
  lastAudit(): Audit | null;
};

/** The jobs of one process, named in the ledger so that its claims are told from others'. */
export function createJobs(parts: JobParts): Jobs {
  const deps = senderDepsOf(parts);
  const name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  let running: ReturnType<typeof startJobs> | null = null;
  return {
    start: async () => {
      running ??= startJobs(deps, { name });
    },
    sweep: async () => {
      await running?.sweep();
    },
    redraw: (workspaceId) => redrawWanted(deps, { workspaceId }),
    stop: async () => running?.stop(),
    lastSweepAt: () => running?.lastSweepAt() ?? null,
    clockSkewMs: () => running?.clockSkewMs() ?? null,
    lastAudit: () => running?.lastAudit() ?? null,
  };
}

function senderDepsOf({ db, clocks, log, slackApiUrl, tokenOf, ...parts }: JobParts): SenderDeps {
  const { timings = DELIVERY_TIMINGS } = parts;
  return {
    db,
    clocks,
    timings,
    clients: createSenderClients({ tokenOf, slackApiUrl, callMs: timings.callMs }),
    renderers: createRenderers(db),
    redrawers: createRedrawers(db),
    presence: new Map(),
    ownClock: () => new Date(),
    onTrouble: (trouble) => log.warn(trouble, 'A delivery needs somebody to look.'),
  };
}
