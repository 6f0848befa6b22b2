import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

export type Received = {
  headers: IncomingHttpHeaders;
  rawBody: string;
  /** The command's fields, the interaction's payload or the event's body. */
  payload: Record<string, unknown>;
};

export type StubAnswer = { status?: number; body?: unknown; headers?: Record<string, string> };
type Answer = (received: Received) => StubAnswer | Promise<StubAnswer> | 'never';

export type AppStub = {
  url: string;
  received: Received[];
  /** What it answers from here on. */
  answer(answer: Answer): void;
  /** Resolves when so many requests have come. */
  heard(count: number): Promise<Received[]>;
  last(): Received;
};

/** An app that records what Slack sends it and answers what the test says; 200 and nothing unless told. */
export async function startAppStub(): Promise<AppStub> {
  const received: Received[] = [];
  const waiters: { count: number; done: (all: Received[]) => void }[] = [];
  let answer: Answer = () => ({});
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const rawBody = Buffer.concat(chunks).toString();
      const entry = { headers: request.headers, rawBody, payload: read(request.headers, rawBody) };
      received.push(entry);
      for (const { count, done } of waiters) if (received.length >= count) done(received);
      const given = await answer(entry);
      if (given === 'never') return;
      const body = given.body ?? '';
      response.writeHead(given.status ?? 200, given.headers ?? {});
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    received,
    answer: (next) => {
      answer = next;
    },
    heard: (count) =>
      new Promise((done) => {
        if (received.length >= count) done(received);
        else waiters.push({ count, done });
      }),
    last() {
      const entry = received.at(-1);
      if (!entry) throw new Error('The app has heard nothing yet.');
      return entry;
    },
  };
}

function read(headers: IncomingHttpHeaders, body: string): Record<string, unknown> {
  if (headers['content-type']?.startsWith('application/json')) return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form.payload === undefined ? form : JSON.parse(form.payload);
}
