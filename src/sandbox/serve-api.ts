import type { Fault } from './contract.ts';
import { takesEffect } from './faults.ts';
import { type Exchange, readBody } from './http-exchange.ts';
import { parseJson, readArguments, text } from './web-api/arguments.ts';
import { type ApiBody, type Arguments, SlackError } from './web-api/call.ts';
import { acceptedScope, runMethod } from './web-api/run-method.ts';
import type { World } from './world.ts';

type Reply = {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** How the answer reaches the caller: whole, cut in the middle, as a reset, or never. */
  ending: 'whole' | 'cut' | 'reset' | 'hang';
};

const JSON_TYPE = 'application/json; charset=utf-8';
const OUTAGE_PAGE = '<!doctype html><title>Slack</title><h1>We are having some trouble</h1>';
const DEFAULT_RETRY_AFTER = '30';

/** `POST /api/<method>`, scripted failures included. */
export async function serveApi(world: World, exchange: Exchange, method: string): Promise<void> {
  const { request, url } = exchange;
  const started = Date.now();
  const body = await readBody(request);
  const args = readSafely(() =>
    readArguments(request.headers['content-type'] ?? '', body, url.searchParams),
  );
  const token = bearerOf(request.headers.authorization) ?? text(args.value, 'token');
  const reply = await withFaults(world, method, async () => ({
    status: 200,
    headers: {
      'content-type': JSON_TYPE,
      'x-oauth-scopes': world.options.scopes.join(','),
      'x-accepted-oauth-scopes': acceptedScope(method),
    },
    body: JSON.stringify(
      args.refusal ?? (await runMethod(world, { method, args: args.value, token })),
    ),
  }));
  world.traffic.record({
    direction: 'from app',
    title: method,
    transport: 'http',
    request: readable(args.value),
    response: reply.ending === 'whole' ? (parseJson(reply.body) ?? reply.body) : reply.ending,
    status: reply.status,
    ms: Date.now() - started,
  });
  sendReply(exchange, reply);
}

/** Runs the call, or not, as the next scripted fault for this method says. */
export async function withFaults(
  world: World,
  method: string,
  run: () => Promise<Omit<Reply, 'ending'>>,
): Promise<Reply> {
  const fault = world.faults.take(method);
  if (!fault) return { ...(await run()), ending: 'whole' };
  world.changed('fault');
  if (!takesEffect(fault)) return refusal(fault);
  return disturbed(fault, await run());
}

export function sendReply({ request, response }: Exchange, reply: Reply): void {
  if (reply.ending === 'hang') return;
  if (reply.ending === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const length = String(Buffer.byteLength(reply.body));
  response.writeHead(reply.status, { ...reply.headers, 'content-length': length });
  if (reply.ending === 'whole') {
    response.end(reply.body);
    return;
  }
  const half = reply.body.slice(0, Math.floor(reply.body.length / 2));
  response.write(half, () => request.socket.destroy());
}

function refusal(fault: Fault): Reply {
  const json = { 'content-type': JSON_TYPE };
  if (fault.kind === 'rate_limited') {
    const seconds = fault.retryAfter ?? DEFAULT_RETRY_AFTER;
    const headers = seconds === '' ? json : { ...json, 'retry-after': seconds };
    return { status: 429, headers, body: '{"ok":false,"error":"ratelimited"}', ending: 'whole' };
  }
  if (fault.kind === 'html') {
    return {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: OUTAGE_PAGE,
      ending: 'whole',
    };
  }
  if (fault.kind === 'platform_error') {
    const body = JSON.stringify({ ok: false, error: fault.error ?? 'internal_error' });
    return { status: 200, headers: json, body, ending: 'whole' };
  }
  return serverError(fault);
}

function disturbed(fault: Fault, reply: Omit<Reply, 'ending'>): Reply {
  if (fault.kind === 'reset_after') return { ...reply, ending: 'reset' };
  if (fault.kind === 'hang_after') return { ...reply, ending: 'hang' };
  if (fault.kind === 'cut_body') return { ...reply, ending: 'cut' };
  return serverError(fault);
}

function serverError(fault: Fault): Reply {
  const headers = { 'content-type': 'text/plain' };
  return { status: fault.status ?? 500, headers, body: 'Internal error', ending: 'whole' };
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer (.+)$/i.exec(header ?? '')?.[1];
}

function readSafely(read: () => Arguments): { value: Arguments; refusal?: ApiBody } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { value: {}, refusal: { ok: false, error: error.code, ...error.extra } };
  }
}

/** Blocks and views travel as text in forms; the traffic list shows what they say. */
function readable(args: Arguments): Arguments {
  const isJson = (value: unknown): value is string =>
    typeof value === 'string' && /^[[{]/.test(value);
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      isJson(value) ? (parseJson(value) ?? value) : value,
    ]),
  );
}
