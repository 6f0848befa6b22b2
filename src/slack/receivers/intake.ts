import type { RequestListener } from 'node:http';
import type { Receiver } from '@slack/bolt';

/** How requests of Slack's come in. */
export type Intake = {
  receiver: Receiver;
  /** Serves `POST /slack/events`, where Slack calls us. */
  handle: RequestListener | null;
  open(): Promise<void>;
  /** Takes no new requests while those taken are finished and answered. */
  pause(): void;
  close(): Promise<void>;
  isOpen(): boolean;
};
