import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from '../blocks/rules.ts';
import { ACK_TIMEOUT_MS, EVENT_RETRY_DELAYS_MS, SOCKETS_PER_APP } from '../limits.ts';
import { randomToken } from '../state.ts';
import type { Traffic } from '../traffic.ts';
import { parseJson } from '../web-api/arguments.ts';
import { type Courier, TIMED_OUT, UNREACHABLE } from './courier.ts';
import {
  createEnvelope,
  type Envelope,
  readAck,
  recordEnvelope,
  writeEnvelope,
  writeHello,
} from './envelopes.ts';

const PING_EVERY_MS = 5000;

export type SocketCourierOptions = {
  appId: string;
  traffic: Traffic;
  timeoutMs?: number;
  retryDelaysMs?: number[];
};

type Hub = SocketCourierOptions & {
  server: WebSocketServer;
  tickets: Set<string>;
  /** Open connections, the least recently used one first. */
  sockets: WebSocket[];
  waiting: Map<string, Envelope>;
};

/** Delivers through the connections the app opened; what is not acknowledged comes again. */
export function createSocketCourier(options: SocketCourierOptions): Required<Courier> {
  const hub: Hub = {
    ...options,
    server: new WebSocketServer({ noServer: true }),
    tickets: new Set(),
    sockets: [],
    waiting: new Map(),
  };
  // Slack's client takes a silent connection for a dead one.
  const pings = setInterval(() => {
    for (const socket of hub.sockets) socket.ping('Ping from the local Slack');
  }, PING_EVERY_MS);
  pings.unref();
  return {
    openTicket() {
      const ticket = randomToken();
      hub.tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => accept(hub, request, socket, head),
    send(delivery) {
      // People are told at once that nobody listens; events wait for a connection.
      const noneOpen = hub.sockets.length === 0;
      if (noneOpen && delivery.kind !== 'event') {
        return Promise.resolve({ ok: false, problem: UNREACHABLE });
      }
      return new Promise((resolve) => {
        const envelope = createEnvelope(delivery, resolve);
        hub.waiting.set(envelope.id, envelope);
        transmit(hub, envelope, '');
        if (noneOpen) resolve({ ok: false, problem: UNREACHABLE });
      });
    },
    async close() {
      clearInterval(pings);
      for (const envelope of hub.waiting.values()) {
        clearTimeout(envelope.timer);
        envelope.settle({ ok: false, problem: UNREACHABLE });
      }
      hub.waiting.clear();
      for (const socket of [...hub.sockets]) socket.terminate();
      hub.server.close();
    },
  };
}

function accept(hub: Hub, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? '';
  if (!hub.tickets.delete(ticket) || hub.sockets.length >= SOCKETS_PER_APP) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    return;
  }
  hub.server.handleUpgrade(request, socket, head, (opened) => listen(hub, opened));
}

function listen(hub: Hub, socket: WebSocket): void {
  hub.sockets.push(socket);
  socket.on('message', (data) => receive(hub, data.toString()));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    hub.sockets.splice(hub.sockets.indexOf(socket), 1);
    const lost = [...hub.waiting.values()].filter((envelope) => envelope.socket === socket);
    for (const envelope of lost) transmit(hub, envelope, '');
  });
  socket.send(writeHello(hub.appId, hub.sockets.length));
  const unsent = [...hub.waiting.values()].filter((envelope) => envelope.socket === null);
  for (const envelope of unsent) transmit(hub, envelope, '');
}

/** Each payload goes to one connection; without any it waits for the next to open. */
function transmit(hub: Hub, envelope: Envelope, reason: string): void {
  clearTimeout(envelope.timer);
  const socket = hub.sockets.shift();
  envelope.socket = socket ?? null;
  if (!socket) return;
  hub.sockets.push(socket);
  envelope.sentAt = Date.now();
  socket.send(writeEnvelope(envelope, reason));
  envelope.timer = setTimeout(() => giveUp(hub, envelope), hub.timeoutMs ?? ACK_TIMEOUT_MS);
}

function giveUp(hub: Hub, envelope: Envelope): void {
  recordEnvelope(hub.traffic, envelope, { response: 'timeout', status: 0 });
  envelope.settle({ ok: false, problem: TIMED_OUT });
  const delay = (hub.retryDelaysMs ?? EVENT_RETRY_DELAYS_MS)[envelope.attempts];
  envelope.attempts += 1;
  if (delay === undefined) hub.waiting.delete(envelope.id);
  else envelope.timer = setTimeout(() => transmit(hub, envelope, 'timeout'), delay);
}

function receive(hub: Hub, data: string): void {
  const ack = parseJson(data);
  const envelope = isRecord(ack) ? hub.waiting.get(String(ack.envelope_id)) : undefined;
  if (!envelope || !isRecord(ack)) return;
  hub.waiting.delete(envelope.id);
  clearTimeout(envelope.timer);
  const body = readAck(ack.payload);
  recordEnvelope(hub.traffic, envelope, { response: body, status: 200 });
  envelope.settle({ ok: true, body });
}
