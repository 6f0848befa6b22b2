import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { isRecord } from '../blocks/rules.ts';
import type { Traffic } from '../traffic.ts';
import type { AppAnswer, Delivery } from './courier.ts';

const TYPES = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' };

/** A delivery on its way through a connection, until it is acknowledged by its id. */
export type Envelope = {
  id: string;
  delivery: Delivery;
  attempts: number;
  sentAt: number;
  /** The connection it last went to; it goes to another at once when that one closes. */
  socket: WebSocket | null;
  /** Answers whoever waits; only the first answer counts. */
  settle(answer: AppAnswer): void;
  timer: NodeJS.Timeout | undefined;
};

export function createEnvelope(delivery: Delivery, settle: (answer: AppAnswer) => void): Envelope {
  return {
    id: randomUUID(),
    delivery,
    attempts: 0,
    sentAt: Date.now(),
    socket: null,
    settle,
    timer: undefined,
  };
}

export function writeEnvelope({ id, delivery, attempts }: Envelope, reason: string): string {
  const isRetried = delivery.kind === 'event' || reason !== '';
  return JSON.stringify({
    envelope_id: id,
    type: TYPES[delivery.kind],
    accepts_response_payload: delivery.kind !== 'event',
    payload: delivery.payload,
    ...(isRetried ? { retry_attempt: attempts, retry_reason: reason } : {}),
  });
}

export function writeHello(appId: string, connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'local-slack', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  });
}

/** What the app said with its acknowledgement; Slack's client sends an empty object for nothing. */
export function readAck(payload: unknown): unknown {
  if (payload === undefined || payload === null) return '';
  return isRecord(payload) && Object.keys(payload).length === 0 ? '' : payload;
}

export function recordEnvelope(
  traffic: Traffic,
  envelope: Envelope,
  outcome: { response: unknown; status: number },
): void {
  const { delivery, attempts, sentAt } = envelope;
  traffic.record({
    direction: 'to app',
    title: attempts > 0 ? `${delivery.title} (retry ${attempts})` : delivery.title,
    transport: 'socket',
    request: delivery.payload,
    ...outcome,
    ms: Date.now() - sentAt,
  });
}
