import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

type Args = Record<string, string>;
export type PostedMessage = {
  channel: string;
  ts: string;
  text: string;
  deliveryId: string | null;
};

/** How the next calls of a method go wrong: `before` and `after` say whether the message was posted. */
export type StubFault = {
  method: string;
  token?: string;
  times?: number;
  kind:
    | 'rate_limited'
    | 'error'
    | 'status_before'
    | 'status_after'
    | 'reset_before'
    | 'reset_after'
    | 'html_before'
    | 'html_after'
    | 'cut_after';
  error?: string;
  retryAfter?: string;
};

/** A call that came in and waits until the test says how it ends. */
export type HeldCall = { goOn(): void; reset(): void };

/** A scripted Slack for tests of sending: it posts, opens, looks and fails as told. */
export class SlackStub {
  readonly messages: PostedMessage[] = [];
  readonly calls: { method: string; token: string; args: Args }[] = [];
  readonly deleted = new Set<string>();
  readonly lostChannels = new Set<string>();
  url = '';
  private readonly faults: (StubFault & { times: number })[] = [];
  private readonly holds = new Map<string, HeldCall[]>();
  private readonly now: () => Date;
  private opened = 0;
  private stamp = 0;

  constructor(now: () => Date) {
    this.now = now;
  }

  fail(fault: StubFault): void {
    this.faults.push({ times: 1, ...fault });
  }

  /** Ends every fault. */
  heal(): void {
    this.faults.length = 0;
  }

  /** Holds the calls of a method from here on; the list grows as they come in. */
  hold(method: string): HeldCall[] {
    const held: HeldCall[] = [];
    this.holds.set(method, held);
    return held;
  }

  /** Lets the calls of a method through again, those that wait included. */
  letGo(method: string): void {
    for (const call of this.holds.get(method) ?? []) call.goOn();
    this.holds.delete(method);
  }

  callsOf(method: string): Args[] {
    return this.calls.filter((call) => call.method === method).map(({ args }) => args);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const args = Object.fromEntries(new URLSearchParams(body));
    this.calls.push({ method, token, args });
    const held = this.holds.get(method);
    if (held) {
      await new Promise<void>((goOn) => held.push({ goOn, reset: () => void response.destroy() }));
    }
    const fault = this.faultFor(method, token);
    if (fault) return this.failWith(fault, { method, args, response });
    reply(response, this.perform(method, args));
  }

  private faultFor(method: string, token: string): StubFault | undefined {
    const fault = this.faults.find(
      (one) => one.method === method && one.times > 0 && (one.token ?? token) === token,
    );
    if (fault) fault.times--;
    return fault;
  }

  private failWith(
    fault: StubFault,
    { method, args, response }: { method: string; args: Args; response: ServerResponse },
  ): void {
    if (fault.kind.endsWith('_after')) this.perform(method, args);
    const retryAfter = fault.retryAfter ?? '30';
    if (fault.kind.startsWith('reset')) response.destroy();
    else if (fault.kind === 'cut_after') cut(response);
    else if (fault.kind.startsWith('html')) response.end('<html>Bad gateway</html>');
    else if (fault.kind.startsWith('status')) response.writeHead(503).end('down');
    else if (fault.kind === 'error') reply(response, { ok: false, error: fault.error });
    else response.writeHead(429, { 'retry-after': retryAfter }).end('{"ok":false}');
  }

  private perform(method: string, args: Args): Record<string, unknown> {
    const channel = args.channel ?? '';
    switch (method) {
      case 'chat.postMessage': {
        if (this.lostChannels.has(channel)) return { ok: false, error: 'channel_not_found' };
        const ts = `${Math.floor(this.now().getTime() / 1000)}.${String(++this.stamp).padStart(6, '0')}`;
        const metadata = JSON.parse(args.metadata ?? '{}') as { event_payload?: { d?: string } };
        const deliveryId = metadata.event_payload?.d ?? null;
        this.messages.push({ channel, ts, text: args.text ?? '', deliveryId });
        return { ok: true, channel, ts };
      }
      case 'chat.update': {
        const message = this.messages.find(({ ts }) => ts === args.ts);
        if (!message) return { ok: false, error: 'message_not_found' };
        message.text = args.text ?? '';
        return { ok: true, channel, ts: args.ts };
      }
      case 'chat.delete':
        this.messages.splice(
          this.messages.findIndex(({ ts }) => ts === args.ts),
          1,
        );
        return { ok: true };
      case 'conversations.open':
        return { ok: true, channel: { id: `D${args.users}${++this.opened}` } };
      case 'conversations.history':
        return { ok: true, has_more: false, messages: this.history(channel, args.oldest ?? '0') };
      case 'users.info':
        return { ok: true, user: { id: args.user, deleted: this.deleted.has(args.user ?? '') } };
      default:
        return { ok: true };
    }
  }

  private history(channel: string, oldest: string) {
    return this.messages
      .filter((message) => message.channel === channel && Number(message.ts) >= Number(oldest))
      .map(({ ts, text, deliveryId }) => ({
        ...{ type: 'message', ts, text },
        metadata: { event_type: 'fu_delivery', event_payload: { d: deliveryId } },
      }));
  }
}

/** The answer breaks off in the middle. */
function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
  response.write('{"ok":true,"chan', () => response.destroy());
}

function reply(response: ServerResponse, body: Record<string, unknown>): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Runs a stub for the tests of a file; `fresh` forgets what earlier tests did. */
export function useSlackStub(): { fresh(now: () => Date): SlackStub } {
  let current: SlackStub | null = null;
  let url = '';
  const server = createServer((request, response) => {
    void current?.answer(request, response).catch(() => response.destroy());
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    fresh(now) {
      current = new SlackStub(now);
      current.url = url;
      return current;
    },
  };
}
