import { isRecord } from './blocks/rules.ts';
import type { ChangeEvent, Control } from './contract.ts';
import { type Exchange, readBody, sendJson } from './http-exchange.ts';
import { parseJson } from './web-api/arguments.ts';

const HEARTBEAT_MS = 15_000;

/** `POST /control/<name>`; only JSON is taken, which other sites' pages cannot send here unasked. */
export async function serveControl(
  control: Control,
  { request, response }: Exchange,
  name: string,
): Promise<void> {
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  if (request.method !== 'POST' || !isJson) {
    sendJson(response, 415, { ok: false, problem: 'Send a POST with JSON.' });
    return;
  }
  const body = await readBody(request);
  const input = parseJson(body === '' ? '{}' : body);
  if (!isRecord(input) || !Object.hasOwn(control, name)) {
    const status = isRecord(input) ? 404 : 400;
    sendJson(response, status, { ok: false, problem: 'There is no such control.' });
    return;
  }
  try {
    // Safe because the controls check what they are given and the name is one of theirs.
    const run = control[name as keyof Control] as (input: unknown) => Promise<unknown>;
    sendJson(response, 200, await run(input));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    sendJson(response, 400, { ok: false, problem });
  }
}

export type Announcer = {
  announce(kind: ChangeEvent['kind']): void;
  /** `GET /control/events` */
  subscribe(exchange: Exchange): void;
  close(): void;
};

/** Tells every open page that something changed; a burst of changes of one kind is told once. */
export function createAnnouncer(): Announcer {
  const listeners = new Set<Exchange['response']>();
  const pending = new Set<ChangeEvent['kind']>();
  const write = (text: string): void => {
    for (const listener of listeners) listener.write(text);
  };
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    announce(kind) {
      if (pending.size === 0) setImmediate(flush);
      pending.add(kind);
    },
    subscribe({ response }) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache',
        connection: 'keep-alive',
      });
      response.write(': hello\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
    },
  };

  function flush(): void {
    for (const kind of pending) write(`data: ${JSON.stringify({ kind })}\n\n`);
    pending.clear();
  }
}
