import { type ChildProcess, spawn } from 'node:child_process';
import { BEGIN, type Order, type Progress } from './steps.ts';

/** One process of the bot among those of a run. */
export type Replica = {
  readonly child: ChildProcess;
  /** Its code is loaded and waits; it starts; it works. */
  state: 'spare' | 'starting' | 'ready';
  /** Somebody is about to kill or freeze it, or has. */
  marked: boolean;
  /** The end of what it wrote to its error output. */
  said: string;
  /** What befell it at a step, as it said itself; null before. */
  befallen: string | null;
  /** It has ended and all it said was heard. */
  isOver: boolean;
};

/** How long a process that is told to stop may take. */
const STOP_WAIT_MS = 8_000;

/** A process with the bot's code in it that waits for the word to begin. */
export function startReplica(script: string, environment: Record<string, string>): Replica {
  const child = spawn(process.execPath, [script], {
    env: { ...environment, PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const untouched = { state: 'spare', marked: false, befallen: null, isOver: false } as const;
  const replica: Replica = { ...untouched, child, said: '' };
  child.on('message', (said: Progress) => {
    if (said === 'ready') replica.state = 'ready';
  });
  // Written by itself in its last moment, or in its last before it is thawed.
  child.stdout?.on('data', (said: Buffer) => {
    const step = /^(?:die|freeze) (.*)$/m.exec(String(said))?.[1];
    if (step) replica.befallen = step;
  });
  child.on('close', () => {
    replica.isOver = true;
  });
  child.stderr?.on('data', (said: Buffer) => {
    replica.said = `${replica.said}${said}`.slice(-2_000);
  });
  return replica;
}

export function begin(replica: Replica): void {
  replica.state = 'starting';
  replica.child.send(BEGIN, () => undefined);
}

export function tellReplica({ child }: Replica, order: Order): void {
  if (child.connected) child.send(order, () => undefined);
}

export function isRunning({ child }: Replica): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** Ends a process, in order if it works and if it lasts. */
export async function endReplica(replica: Replica): Promise<void> {
  const { child } = replica;
  if (!isRunning(replica)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGCONT');
  child.kill(replica.state === 'ready' ? 'SIGTERM' : 'SIGKILL');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS);
  await ended;
  clearTimeout(timer);
}
