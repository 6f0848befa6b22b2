import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One thing Slack tells the app. Commands and interactions are said once; events until they are heard. */
export type Delivery = {
  kind: 'command' | 'interaction' | 'event';
  /** For the traffic list: `/followup log`, `block_actions log`, `app_home_opened`. */
  title: string;
  payload: Record<string, unknown>;
};

/** What the app answered in time, or why the person sees an error. */
export type AppAnswer = { ok: true; body: unknown } | { ok: false; problem: string };

export type Courier = {
  /** Answers after the first attempt; an event that failed is tried again behind the scenes. */
  send(delivery: Delivery): Promise<AppAnswer>;
  /** Of Socket Mode: a ticket for one connection, and the connection itself. */
  openTicket?(): string;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
};

export const TIMED_OUT = 'operation_timeout';
export const UNREACHABLE = 'dispatch_failed';
