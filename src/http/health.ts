import { setTimeout as sleep } from 'node:timers/promises';
import { judgeSkew, saySkew } from '../domain/clock-skew.ts';
import { type Audit, isClean } from '../services/audit-deliveries.ts';
import { type Route, sendJson } from './route.ts';

export type HealthParts = {
  /** Release of the time-zone data, as Node names it. */
  timeZoneData: string;
  askDatabase(): Promise<unknown>;
  isSlackConnected(): boolean;
  /** When deliveries were last swept; null before the first time. */
  lastSweepAt(): Date | null;
  /** How far this computer's clock is ahead of the database's, in milliseconds; null before the first sweep. */
  clockSkewMs(): number | null;
  /** What the last comparison of ledger and calendar found; null before the first. */
  lastAudit(): Audit | null;
};

type Check = { ok: boolean; says: string };

const DATABASE_ANSWERS_WITHIN_MS = 1000;
const SWEEP_AT_LEAST_EVERY_MS = 120_000;
/** The first release with the changes of Vancouver, Edmonton and Casablanca in 2026. */
const NEEDED_TIME_ZONE_DATA = '2026c';

/** `/healthz` says that the process lives, `/readyz` that it can do its work. */
export function buildHealthRoutes(parts: HealthParts): Route[] {
  const timeZoneData = describeTimeZoneData(parts.timeZoneData).says;
  return [
    {
      method: 'GET',
      path: '/healthz',
      handle: (_request, response) => sendJson(response, 200, { alive: true, timeZoneData }),
    },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_request, response) => {
        const checks = await checkReadiness(parts);
        const ready = Object.values(checks).every(({ ok }) => ok);
        const says = Object.entries(checks).map(([name, check]) => [name, check.says]);
        const body = { ready, ...Object.fromEntries(says), timeZoneData };
        sendJson(response, ready ? 200 : 503, body);
      },
    },
  ];
}

/** Old data puts some zones an hour off: the bot still works, and says so. */
export function describeTimeZoneData(release: string): Check {
  if (release >= NEEDED_TIME_ZONE_DATA) return { ok: true, says: release };
  return {
    ok: false,
    says: `${release} is older than ${NEEDED_TIME_ZONE_DATA}: Vancouver, Edmonton and Casablanca may be an hour off. Use a newer Node.`,
  };
}

async function checkReadiness(parts: HealthParts): Promise<Record<string, Check>> {
  return {
    database: await checkDatabase(parts),
    slack: parts.isSlackConnected()
      ? { ok: true, says: 'connected' }
      : { ok: false, says: 'not connected' },
    deliveries: checkSweep(parts),
    clock: checkClock(parts),
    audit: readAudit(parts),
  };
}

async function checkDatabase({ askDatabase }: HealthParts): Promise<Check> {
  const answered = askDatabase().then(
    () => true,
    () => false,
  );
  const late = sleep(DATABASE_ANSWERS_WITHIN_MS, false, { ref: false });
  const ok = await Promise.race([answered, late]);
  return { ok, says: ok ? 'answers' : 'does not answer within a second' };
}

/** A clock that far off refuses Slack's signatures, and nothing is sent by it. */
function checkClock({ clockSkewMs }: HealthParts): Check {
  const skewMs = clockSkewMs();
  if (skewMs === null) return { ok: true, says: 'not compared yet' };
  const fit = judgeSkew(skewMs);
  return { ok: fit !== 'too_far', says: fit === 'close' ? 'right' : saySkew(skewMs) };
}

/** What it finds is for a person to look into: taking the process from service would mend nothing. */
function readAudit({ lastAudit }: HealthParts): Check {
  const audit = lastAudit();
  if (!audit) return { ok: true, says: 'not compared yet' };
  const { missing, stuck, late } = audit;
  const found = isClean(audit) ? 'clean' : `missing ${missing}, stuck ${stuck}, late ${late}`;
  const minutes = Math.round((Date.now() - audit.at.getTime()) / 60_000);
  return { ok: true, says: `${found}, ${minutes} minutes ago` };
}

function checkSweep({ lastSweepAt }: HealthParts): Check {
  const at = lastSweepAt();
  if (!at) return { ok: false, says: 'not looked at yet' };
  const agoMs = Date.now() - at.getTime();
  const says = `looked at ${Math.round(agoMs / 1000)} seconds ago`;
  return { ok: agoMs < SWEEP_AT_LEAST_EVERY_MS, says };
}
