import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Audit } from '../services/audit-deliveries.ts';
import type { DeliveryMetrics } from '../services/load-delivery-metrics.ts';
import type { Route } from './route.ts';

export type MetricsParts = {
  token: string;
  loadDeliveries(): Promise<DeliveryMetrics>;
  lastSweepAt(): Date | null;
  clockSkewMs(): number | null;
  lastAudit(): Audit | null;
};

/** `/metrics` in Prometheus' text format, for whoever sends the token as a bearer. */
export function buildMetricsRoute({ token, ...parts }: MetricsParts): Route {
  return {
    method: 'GET',
    path: '/metrics',
    handle: async (request, response) => {
      if (!holds(request, token)) {
        response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
        return;
      }
      const body = [
        ...writeMetrics(await parts.loadDeliveries(), parts.lastSweepAt()),
        ...writeSkew(parts.clockSkewMs()),
        ...writeAudit(parts.lastAudit()),
      ].join('\n');
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(`${body}\n`);
    },
  };
}

function writeMetrics(
  { counts, oldestDueSeconds }: DeliveryMetrics,
  sweptAt: Date | null,
): string[] {
  return [
    '# HELP followup_deliveries Scheduled messages due in the last 24 hours, by what became of them.',
    '# TYPE followup_deliveries gauge',
    ...counts.map(
      ({ kind, state, reason, count }) =>
        `followup_deliveries{kind="${kind}",state="${state}",reason="${label(reason)}"} ${count}`,
    ),
    '# HELP followup_oldest_due_seconds Age of the delivery that waits longest; 0 when none waits.',
    '# TYPE followup_oldest_due_seconds gauge',
    `followup_oldest_due_seconds ${oldestDueSeconds}`,
    '# HELP followup_last_sweep_timestamp_seconds When deliveries were last looked at.',
    '# TYPE followup_last_sweep_timestamp_seconds gauge',
    `followup_last_sweep_timestamp_seconds ${Math.round((sweptAt?.getTime() ?? 0) / 1000)}`,
  ];
}

function writeSkew(skewMs: number | null): string[] {
  if (skewMs === null) return [];
  return [
    '# HELP followup_clock_skew_seconds How far this computer is ahead of the database.',
    '# TYPE followup_clock_skew_seconds gauge',
    `followup_clock_skew_seconds ${skewMs / 1000}`,
  ];
}

/** Nothing at all before the first comparison, so that its absence can ring too. */
function writeAudit(audit: Audit | null): string[] {
  if (audit === null) return [];
  const { missing, stuck, late, at } = audit;
  return [
    '# HELP followup_audit Deliveries that differ from what the calendar owes, as last compared.',
    '# TYPE followup_audit gauge',
    ...Object.entries({ missing, stuck, late }).map(
      ([finding, count]) => `followup_audit{finding="${finding}"} ${count}`,
    ),
    '# HELP followup_audit_timestamp_seconds When ledger and calendar were last compared.',
    '# TYPE followup_audit_timestamp_seconds gauge',
    `followup_audit_timestamp_seconds ${Math.round(at.getTime() / 1000)}`,
  ];
}

/** Reasons are codes of ours or Slack's. */
function label(reason: string | null): string {
  return (reason ?? '').replace(/[^\w: ]/g, '').slice(0, 60);
}

function holds(request: IncomingMessage, token: string): boolean {
  const sent = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return sent.length === wanted.length && timingSafeEqual(sent, wanted);
}
