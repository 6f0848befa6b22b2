import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DeliveryMetrics } from '../services/load-delivery-metrics.ts';
import type { Route } from './route.ts';

export type MetricsParts = {
  token: string;
  loadDeliveries(): Promise<DeliveryMetrics>;
  lastSweepAt(): Date | null;
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
      const body = writeMetrics(await parts.loadDeliveries(), parts.lastSweepAt());
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
      response.end(body);
    },
  };
}

function writeMetrics({ counts, oldestDueSeconds }: DeliveryMetrics, sweptAt: Date | null): string {
  const lines = [
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
  return `${lines.join('\n')}\n`;
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
