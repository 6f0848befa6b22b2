import { ACK_TIMEOUT_MS, EVENT_RETRY_DELAYS_MS } from '../limits.ts';
import type { Traffic } from '../traffic.ts';
import { parseJson } from '../web-api/arguments.ts';
import { type AppAnswer, type Courier, type Delivery, TIMED_OUT, UNREACHABLE } from './courier.ts';
import { sign } from './sign.ts';

export type HttpCourierOptions = {
  url: string;
  signingSecret: string;
  traffic: Traffic;
  timeoutMs?: number;
  retryDelaysMs?: number[];
};

type Retry = { number: number; reason: string };
type Attempt = { status: number; body: string; reason: string; noRetry: boolean };

/** Delivers to the app's address as Slack does: signed, three seconds to answer, events up to three times more. */
export function createHttpCourier(options: HttpCourierOptions): Courier {
  const timers = new Set<NodeJS.Timeout>();
  const delays = options.retryDelaysMs ?? EVENT_RETRY_DELAYS_MS;

  const retryLater = (delivery: Delivery, reason: string, number: number): void => {
    const delay = delays[number - 1];
    if (delay === undefined) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(options, delivery, { number, reason }).then((result) => {
        if (!isHeard(result) && !result.noRetry) retryLater(delivery, result.reason, number + 1);
      });
    }, delay);
    timers.add(timer);
  };

  return {
    async send(delivery) {
      const result = await attempt(options, delivery);
      if (delivery.kind === 'event' && !isHeard(result) && !result.noRetry) {
        retryLater(delivery, result.reason, 1);
      }
      return toAnswer(result);
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

async function attempt(
  options: HttpCourierOptions,
  delivery: Delivery,
  retry?: Retry,
): Promise<Attempt> {
  const started = Date.now();
  const request = writeRequest(delivery);
  const timestamp = Math.floor(started / 1000);
  const result = await post(options, request.body, {
    'content-type': request.contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(options.signingSecret, timestamp, request.body),
    ...(retry
      ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason }
      : {}),
  });
  options.traffic.record({
    direction: 'to app',
    title: retry ? `${delivery.title} (retry ${retry.number})` : delivery.title,
    transport: 'http',
    request: delivery.payload,
    response: parseJson(result.body) ?? (result.body || result.reason),
    status: result.status,
    ms: Date.now() - started,
  });
  return result;
}

/** Bolt refuses any other spelling of the form's content type, a charset included. */
function writeRequest({ kind, payload }: Delivery): { contentType: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'event') return { contentType: 'application/json', body: JSON.stringify(payload) };
  if (kind === 'interaction') {
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return { contentType: form, body };
  }
  const fields = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return { contentType: form, body: new URLSearchParams(fields).toString() };
}

async function post(
  options: HttpCourierOptions,
  body: string,
  headers: Record<string, string>,
): Promise<Attempt> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? ACK_TIMEOUT_MS);
  try {
    const response = await fetch(options.url, {
      method: 'POST',
      body,
      headers,
      signal,
      redirect: 'manual',
    });
    const noRetry = response.headers.get('x-slack-no-retry') === '1' && response.status !== 200;
    return { status: response.status, body: await response.text(), reason: 'http_error', noRetry };
  } catch {
    const reason = signal.aborted ? 'http_timeout' : 'connection_failed';
    return { status: 0, body: '', reason, noRetry: false };
  }
}

function isHeard({ status }: Attempt): boolean {
  return status >= 200 && status < 300;
}

function toAnswer(result: Attempt): AppAnswer {
  if (result.reason === 'http_timeout') return { ok: false, problem: TIMED_OUT };
  if (result.status === 0) return { ok: false, problem: UNREACHABLE };
  if (!isHeard(result)) return { ok: false, problem: `http_error_${result.status}` };
  const text = result.body.trim();
  return { ok: true, body: text === '' ? '' : (parseJson(text) ?? text) };
}
