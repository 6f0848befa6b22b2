import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

type Pair = { client: Socket; upstream: Socket; frozen: boolean; sawFirst: boolean };

/** Where a line breaks: at the first `at` after `first`, with or without what was just sent. */
export type Cut = { first?: string; at: string; forward: boolean };

export type TcpProxy = {
  /** The same database, reached through the proxy. */
  url: string;
  /** Lines that are open carry nothing more, and nobody is told; new ones work. */
  freeze(): void;
  /** Every answer comes that much later. */
  slow(ms: number): void;
  /** How many answers were kept back so far. */
  held(): number;
  /** Lines that are open end with a reset. */
  reset(): void;
  /** The next line that says so breaks, and what would have come back is lost. */
  cut(cut: Cut): void;
  /** Whether it has broken. */
  isCut(): boolean;
  close(): Promise<void>;
};

/** A line to a database that can break in the ways lines do. */
export async function startTcpProxy(databaseUrl: string): Promise<TcpProxy> {
  const url = new URL(databaseUrl);
  const target = { host: url.hostname, port: Number(url.port) };
  const pairs = new Set<Pair>();
  let cut: Cut | null = null;
  let delayMs = 0;
  let held = 0;
  const server = createServer((client) => {
    const upstream = connect(target);
    const pair = { client, upstream, frozen: false, sawFirst: false };
    pairs.add(pair);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => {});
      from.on('close', () => {
        if (!pair.frozen) to.destroy();
      });
    }
    upstream.on('data', (data) => {
      if (pair.frozen) return;
      if (delayMs === 0) {
        client.write(data);
        return;
      }
      held += 1;
      setTimeout(() => client.write(data), delayMs);
    });
    client.on('data', (data) => {
      if (pair.frozen) return;
      if (cut?.first && data.includes(cut.first)) pair.sawFirst = true;
      const cutsHere = cut && (!cut.first || pair.sawFirst) && data.includes(cut.at);
      if (!cutsHere || cut?.forward) upstream.write(data);
      if (!cutsHere) return;
      cut = null;
      pair.frozen = true;
      // Long enough for the server to do what it was asked.
      setTimeout(() => {
        upstream.destroy();
        client.destroy();
      }, 150);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    freeze: () => {
      for (const pair of pairs) pair.frozen = true;
    },
    slow: (ms) => {
      delayMs = ms;
    },
    held: () => held,
    reset: () => {
      for (const { client, upstream } of pairs) {
        client.resetAndDestroy();
        upstream.destroy();
      }
    },
    cut: (next) => {
      cut = next;
    },
    isCut: () => cut === null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const { client, upstream } of pairs) {
          client.destroy();
          upstream.destroy();
        }
      }),
  };
}
