import { type ChildProcess, spawn } from 'node:child_process';
import { type Chance, pick } from './chance.ts';
import { type Order, STEPS } from './steps.ts';

export type FleetCounts = {
  kills: number;
  freezes: number;
  /** Ends that nobody ordered, by the first line of what the process said. */
  ownEnds: Map<string, number>;
  /** What befell at which step. */
  atStep: Map<string, number>;
};

/** Processes of the bot that are started again whenever they end. */
export type Fleet = {
  counts: FleetCounts;
  /** Kills some replica, at a step of its work or wherever it is; false when none is up. */
  kill(chance: Chance): boolean;
  /** Freezes some replica for so long; false when none is up. */
  freeze(chance: Chance, forMs: number): boolean;
  stop(): Promise<void>;
};

type Replica = {
  child: ChildProcess;
  ready: boolean;
  doomed: boolean;
  frozen: boolean;
  frozenForMs: number;
  said: string;
};

/** An order that finds no occasion for so long is carried out wherever the process then is. */
const PATIENCE_MS = 1_500;
const AT_START = 0.1;
const RESTART_AFTER_MS = 100;
const STOP_WAIT_MS = 8_000;

export function startFleet(options: {
  script: string;
  environment: Record<string, string>;
  replicas: number;
}): Fleet {
  const counts: FleetCounts = { kills: 0, freezes: 0, ownEnds: new Map(), atStep: new Map() };
  const replicas: Replica[] = [];
  let stopping = false;

  const launch = (slot: number) => {
    const child = spawn(process.execPath, [options.script], {
      env: { ...options.environment, PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const replica = { child, ready: false, doomed: false, frozen: false, frozenForMs: 0, said: '' };
    replicas[slot] = replica;
    child.on('message', () => {
      replica.ready = true;
    });
    child.stdout?.on('data', (said: Buffer) => hear(replica, String(said)));
    child.stderr?.on('data', (said: Buffer) => {
      replica.said = `${replica.said}${said}`.slice(-2_000);
    });
    child.on('exit', (_code, signal) => {
      if (signal === 'SIGKILL') counts.kills += 1;
      else if (!stopping) add(counts.ownEnds, reasonIn(replica.said));
      if (!stopping) setTimeout(() => stopping || launch(slot), RESTART_AFTER_MS);
    });
  };

  const hear = (replica: Replica, said: string) => {
    for (const line of said.split('\n').filter((text) => /^(die|freeze) /.test(text))) {
      add(counts.atStep, line);
      if (line.startsWith('freeze')) thaw(replica);
    }
  };
  const thaw = (replica: Replica) => {
    counts.freezes += 1;
    setTimeout(() => {
      replica.frozen = false;
      replica.child.kill('SIGCONT');
    }, replica.frozenForMs);
  };
  const choose = (chance: Chance) => {
    const free = replicas.filter(
      ({ doomed, frozen, child }) => isRunning(child) && !doomed && !frozen,
    );
    // Most are hit at work; some while they start.
    return pick(chance, chance() < AT_START ? free : free.filter(({ ready }) => ready));
  };
  const order = (replica: Replica, chance: Chance, fate: Order['fate']) => {
    const step = pick(chance, STEPS);
    if (!step || !replica.ready || !replica.child.connected) return false;
    replica.child.send({ step, fate } satisfies Order, () => undefined);
    return true;
  };

  for (let slot = 0; slot < options.replicas; slot++) launch(slot);
  return {
    counts,
    kill(chance) {
      const replica = choose(chance);
      if (!replica) return false;
      replica.doomed = true;
      const atStep = chance() < 0.75 && order(replica, chance, 'die');
      setTimeout(() => replica.child.kill('SIGKILL'), atStep ? PATIENCE_MS : 0);
      return true;
    },
    freeze(chance, forMs) {
      const replica = choose(chance);
      if (!replica) return false;
      replica.frozen = true;
      replica.frozenForMs = forMs;
      const before = counts.freezes;
      if (!order(replica, chance, 'freeze')) {
        replica.child.kill('SIGSTOP');
        thaw(replica);
        return true;
      }
      setTimeout(() => {
        if (counts.freezes === before) replica.frozen = false;
      }, PATIENCE_MS * 2);
      return true;
    },
    async stop() {
      stopping = true;
      await Promise.all(replicas.map(({ child }) => endInOrder(child)));
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function endInOrder(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WAIT_MS);
  await ended;
  clearTimeout(timer);
}

function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => /Error|mend|:/.test(line));
  return lines[0]?.trim().slice(0, 160) ?? 'nothing said';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
