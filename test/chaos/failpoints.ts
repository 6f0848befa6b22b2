import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Order, Step } from './steps.ts';
import { createWireReader } from './wire.ts';

/**
 * Makes this process die or freeze at a step, as told. The steps are seen from outside, in what is
 * written to Postgres and to Slack, so that the bot itself has no part in it.
 */
export function createFailpoints(databasePort: number) {
  let order: Order | null = null;
  const reach = (step: Step) => {
    if (!order?.steps.includes(step)) return;
    const { fate } = order;
    order = null;
    writeSync(1, `${fate} ${step}\n`);
    process.kill(process.pid, fate === 'die' ? 'SIGKILL' : 'SIGSTOP');
  };
  watchDatabase(databasePort, reach);
  watchSlack(reach);
  return {
    obey(next: Order) {
      order = next;
    },
  };
}

type Reach = (step: Step) => void;

function watchDatabase(port: number, reach: Reach): void {
  const readers = new WeakMap<Socket, ReturnType<typeof createWireReader>>();
  const write = Socket.prototype.write;
  Socket.prototype.write = function watched(this: Socket, ...args: unknown[]): boolean {
    const [chunk] = args;
    if (this.remotePort !== port || !(chunk instanceof Uint8Array)) {
      return Reflect.apply(write, this, args);
    }
    const reader = readers.get(this) ?? createWireReader();
    readers.set(this, reader);
    const { before, after } = reader.read(Buffer.from(chunk));
    for (const step of before) reach(step);
    const written = Reflect.apply(write, this, args);
    for (const step of after) reach(step);
    return written;
  };
}

function watchSlack(reach: Reach): void {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.endsWith('/chat.postMessage')) {
      reach('post: before the bytes');
      const answer = original(input, init);
      setTimeout(() => reach('post: bytes on their way'), Math.random() * 15);
      return answer.finally(() => reach('post: answered'));
    }
    const answer = await original(input, init);
    if (url.endsWith('/conversations.history')) reach('look: answered');
    return answer;
  };
}
