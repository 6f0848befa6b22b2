import { connect, type Socket } from 'node:net';

/** Where postgres.js was told to go; `path` is a socket in the file system. */
export type Target = { host: string[]; port: number[]; path: string | false };

const KEEP_ALIVE_MS = 20_000;

/** A connected socket to the first host of the address that answers, each within its share of the time. */
export async function dial({ host, port, path }: Target, withinMs: number): Promise<Socket> {
  let refusal: unknown;
  for (const [index, name] of host.entries()) {
    const socket = connect(path ? { path } : { host: name, port: port[index] ?? 5432 });
    try {
      await connected(socket, withinMs / host.length);
      // The name is what a certificate is checked against.
      return Object.assign(socket, { host: name });
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

function connected(socket: Socket, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.destroy(timedOut()), withinMs);
    socket.once('close', () => clearTimeout(late));
    socket.on('error', reject);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.setNoDelay(true);
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      resolve();
    });
  });
}

function timedOut(): Error {
  return Object.assign(new Error('The database does not answer.'), { code: 'CONNECT_TIMEOUT' });
}
