import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

export type SignedOptions = { secondsAgo?: number; secret?: string; signature?: string };

/** Sends a form body as Slack does, signed now unless told. */
export async function sendSigned(
  url: string,
  fields: Record<string, string>,
  { secondsAgo = 0, secret = SIGNING_SECRET, signature }: SignedOptions = {},
): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  return send(url, {
    body,
    type: 'application/x-www-form-urlencoded',
    secondsAgo,
    secret,
    signature,
  });
}

/** Sends an interaction: a click, a submission, a shortcut. */
export async function sendPayload(url: string, payload: unknown): Promise<Response> {
  return sendSigned(url, { payload: JSON.stringify(payload) });
}

/** Sends an event of the Events API. */
export async function sendEvent(
  url: string,
  body: Record<string, unknown>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = JSON.stringify({ type: 'event_callback', ...body });
  return send(url, {
    body: text,
    type: 'application/json',
    secondsAgo: 0,
    secret: SIGNING_SECRET,
    headers,
  });
}

async function send(
  url: string,
  {
    body,
    type,
    secondsAgo,
    secret,
    signature,
    headers = {},
  }: {
    body: string;
    type: string;
    secondsAgo: number;
    secret: string;
    signature?: string | undefined;
    headers?: Record<string, string>;
  },
): Promise<Response> {
  const timestamp = Math.floor(Date.now() / 1000) - secondsAgo;
  const hash = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature ?? `v0=${hash}`,
    },
    body,
  });
}
