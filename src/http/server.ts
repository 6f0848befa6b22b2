import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../logger.ts';
import type { Route } from './route.ts';

export type HttpServer = {
  listen(address: { host: string; port: number }): Promise<number>;
  /** Takes no new connections; those with a request keep theirs until `close`. */
  pause(): void;
  close(): Promise<void>;
};

/** Slow or idle callers are let go long before they can be many. */
const SERVER_OPTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5000,
};

/** The one server of the bot: Slack's requests, installation, health, the API. */
export function createHttpServer(routes: readonly Route[], log: Logger): HttpServer {
  const server = createServer(SERVER_OPTIONS, (request, response) => {
    void serve({ routes, log }, request, response);
  });
  return {
    listen: (address) => listen(server, address),
    pause: () => {
      server.close();
      server.closeIdleConnections();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  { routes, log }: { routes: readonly Route[]; log: Logger },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const path = pathOf(request);
    const here = routes.flatMap((route) => {
      const groups = path === null ? null : match(route.path, path);
      return groups ? [{ route, groups }] : [];
    });
    const found = here.find(({ route }) => route.method === request.method);
    if (found) await found.route.handle(request, response, found.groups);
    else response.writeHead(here.length > 0 ? 405 : 404).end();
  } catch (error) {
    log.error({ err: error }, 'A request over HTTP failed.');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

/** Null for an address that is none, such as `//`. */
function pathOf({ url }: IncomingMessage): string | null {
  return url && URL.canParse(url, 'http://here') ? new URL(url, 'http://here').pathname : null;
}

function match(wanted: string | RegExp, path: string): Record<string, string> | null {
  if (typeof wanted === 'string') return wanted === path ? {} : null;
  const found = wanted.exec(path);
  return found?.[0] === path ? { ...found.groups } : null;
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      // A server on a TCP port has an address of this form.
      resolve((server.address() as AddressInfo).port);
    });
  });
}
