import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Control, LocalSlack, LocalSlackOptions } from './contract.ts';
import { createControl } from './control/control.ts';
import type { Courier } from './deliver/courier.ts';
import { createHttpCourier } from './deliver/http.ts';
import { createSocketCourier } from './deliver/socket.ts';
import { createDirectory } from './directory.ts';
import { createFaults } from './faults.ts';
import { type Exchange, sendText } from './http-exchange.ts';
import { serveInstallPage } from './install-page.ts';
import { serveResponseUrl } from './response-url.ts';
import { serveApi } from './serve-api.ts';
import { type Announcer, createAnnouncer, serveControl } from './serve-control.ts';
import { keepState, readState } from './state-file.ts';
import { serveFile } from './static-files.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import type { World } from './world.ts';

const LOOPBACK = '127.0.0.1';

/** A Slack of our own on this computer: Web API, both transports, a person's hands and a page. */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const state = await readState(options.stateFile);
  const server = createServer();
  const url = await listen(server, options);
  const file = keepState(state, options.stateFile);
  const announcer = createAnnouncer();
  const traffic = createTraffic(() => announcer.announce('traffic'));
  const world: World = {
    options,
    url,
    state,
    traffic,
    faults: createFaults(),
    courier: createCourier(options, traffic),
    awake: new Set(),
    changed(kind) {
      file.changed();
      announcer.announce(kind);
    },
  };
  const control = createControl(world);
  const directory = createDirectory(world);
  server.on('request', (request, response) => {
    void serve({ world, control, announcer }, { request, response }).catch((error: unknown) => {
      sendText(response, 500, error instanceof Error ? error.message : String(error));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (world.courier.upgrade) world.courier.upgrade(request, socket, head);
    else socket.destroy();
  });
  const close = async (): Promise<void> => {
    await world.courier.close();
    announcer.close();
    await stop(server);
    await file.close();
  };
  return { url, apiUrl: `${url}/api/`, control, directory, close };
}

async function serve(
  parts: { world: World; control: Control; announcer: Announcer },
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { world, control, announcer } = parts;
  const url = new URL(request.url ?? '/', world.url);
  const exchange: Exchange = { request, response, url };
  const [, area = '', ...rest] = url.pathname.split('/');
  const name = rest.join('/');
  if (!isFromHere(world, request)) {
    sendText(response, 403, 'Only pages of the local Slack may call it.');
  } else if (area === 'api') {
    await serveApi(world, exchange, name);
  } else if (area === 'hooks') {
    await serveResponseUrl(world, exchange, rest.at(-1) ?? '');
  } else if (url.pathname === '/oauth/v2/authorize') {
    await serveInstallPage(world, exchange);
  } else if (url.pathname === '/control/events') {
    announcer.subscribe(exchange);
  } else if (area === 'control') {
    await serveControl(control, exchange, name);
  } else {
    await serveFile(response, url.pathname);
  }
}

/** A page from elsewhere, open in the same browser, gets nothing: neither by address nor by a name made to point here. */
function isFromHere(world: World, request: IncomingMessage): boolean {
  const { origin, host = '' } = request.headers;
  const name = host.replace(/:\d+$/, '');
  const onLoopback = (world.options.host ?? LOOPBACK) === LOOPBACK;
  if (onLoopback && !['127.0.0.1', 'localhost', '[::1]'].includes(name)) return false;
  return origin === undefined || origin === `http://${host}`;
}

function createCourier(options: LocalSlackOptions, traffic: Traffic): Courier {
  const { deliver, appId, signingSecret, ackTimeoutMs, eventRetryDelaysMs } = options;
  const waits = {
    ...(ackTimeoutMs === undefined ? {} : { timeoutMs: ackTimeoutMs }),
    ...(eventRetryDelaysMs === undefined ? {} : { retryDelaysMs: eventRetryDelaysMs }),
  };
  return deliver.kind === 'http'
    ? createHttpCourier({ url: deliver.url, signingSecret, traffic, ...waits })
    : createSocketCourier({ appId, traffic, ...waits });
}

function listen(server: Server, { port, host = LOOPBACK }: LocalSlackOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : port;
      const name = host === '0.0.0.0' || host === '::' ? LOOPBACK : host;
      resolve(`http://${name}:${actual}`);
    });
  });
}

function portTaken(port: number): string {
  return `Port ${port} is in use by another program. Stop it, or choose another port with --port.`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
