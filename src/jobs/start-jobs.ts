import cron from 'node-cron';
import { type Audit, auditDeliveries, isClean } from '../services/audit-deliveries.ts';
import { deliveryContext } from '../services/delivery-context.ts';
import { planUnsentNotices } from '../services/plan-unsent-notice.ts';
import { refreshHolidays } from '../services/refresh-holidays.ts';
import { refreshSchedules } from '../services/refresh-schedules.ts';
import type { SenderDeps } from '../slack/send/sender-deps.ts';
import { createSweep, type Sweep, type SweepResult } from './sweep.ts';
import { type Entry, timetable } from './timetable.ts';

/** What is in flight at a shutdown gets so long to end; the rest is left to its lease. */
const STOP_WAIT_MS = 20_000;

export type Jobs = {
  /** Passes until nothing is left that may be sent. */
  sweep(): Promise<SweepResult>;
  /** Machine time of the last sign of progress, for readiness. */
  lastSweepAt(): Date | null;
  /** How far this computer's clock is ahead of the database's, in milliseconds; null before the first sweep. */
  clockSkewMs(): number | null;
  /** Compares the ledger with the calendar, now. */
  audit(): Promise<Audit>;
  /** What the last comparison found; null before the first. */
  lastAudit(): Audit | null;
  stop(): Promise<void>;
};

/**
 * Starts what runs by itself: at once, and then by the timetable. `ticks: false` leaves the timetable
 * out for those who sweep by hand. `name` is this process's name in the ledger.
 */
export function startJobs(
  deps: SenderDeps,
  { name, ticks = true }: { name: string; ticks?: boolean },
): Jobs {
  const sweep = createSweep(deps, { name });
  let lastAudit: Audit | null = null;
  const audit = async () => {
    lastAudit = await auditDeliveries(await deliveryContext(deps));
    if (!isClean(lastAudit)) deps.onTrouble({ kind: 'audit', error: sayFindings(lastAudit) });
    return lastAudit;
  };
  const entries = timetable({
    sweep: () => sweepOut(sweep),
    refreshSchedules: () => refreshAll(deps),
    refreshHolidays: async () => refreshHolidays(await deliveryContext(deps)),
    audit,
    planUnsentNotices: async () => planUnsentNotices(await deliveryContext(deps)),
  });
  const run = async (entry: Entry) => {
    try {
      await entry.run();
    } catch (error) {
      // The next tick tries again; a database that is down must not end the process.
      const name = error instanceof Error ? error.name : 'unknown';
      deps.onTrouble({ kind: 'sweep_failed', error: `${entry.name}: ${name}` });
    }
  };
  const options = { timezone: 'Etc/UTC', noOverlap: true, logger: SILENT };
  const tasks = ticks
    ? entries.map((entry) =>
        cron.schedule(entry.cron, () => run(entry), { ...options, name: entry.name }),
      )
    : [];
  const atStart = entries.filter((entry) => entry.atStart !== false);
  if (ticks) for (const entry of atStart) void run(entry);
  return {
    sweep: () => sweepOut(sweep),
    audit,
    lastSweepAt: sweep.lastSweepAt,
    clockSkewMs: sweep.clockSkewMs,
    lastAudit: () => lastAudit,
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await sweep.stop(STOP_WAIT_MS);
    },
  };
}

/** A pass that left something for the pace's sake is followed by the next, as long as that claims anything. */
async function sweepOut({ sweep }: Sweep): Promise<SweepResult> {
  let result = await sweep();
  while (result.more && result.attempted > 0) result = await sweep();
  return result;
}

// A tick that is missed or comes while a sweep runs costs nothing and is no news.
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function sayFindings({ missing, stuck, late }: Audit): string {
  return `missing ${missing}, stuck ${stuck}, late ${late}`;
}

async function refreshAll(deps: SenderDeps): Promise<void> {
  while ((await refreshSchedules(await deliveryContext(deps))).more);
}
