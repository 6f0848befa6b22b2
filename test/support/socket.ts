import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export type Envelope = { envelope_id: string; payload?: unknown };

/** The far end of Socket Mode: greets whoever connects, sends envelopes and keeps their answers. */
export async function startSocket() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  const answers: Envelope[] = [];
  const open: WebSocket[] = [];
  server.on('connection', (socket) => {
    open.push(socket);
    socket.on('message', (data) => answers.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ type: 'hello' }));
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    open,
    send: (type: string, envelopeId: string, payload: unknown) =>
      open.at(-1)?.send(JSON.stringify({ type, envelope_id: envelopeId, payload })),
    async answerTo(envelopeId: string, withinMs = 3000): Promise<Envelope | null> {
      const until = Date.now() + withinMs;
      while (Date.now() < until) {
        const found = answers.find(({ envelope_id }) => envelope_id === envelopeId);
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return null;
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.terminate();
        server.close(() => resolve());
      }),
  };
}
