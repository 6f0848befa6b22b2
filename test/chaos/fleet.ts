import { setTimeout as sleep } from 'node:timers/promises';
import { type Chance, pick } from './chance.ts';
import {
  begin,
  endReplica,
  isRunning,
  type Replica,
  startReplica,
  tellReplica,
} from './replicas.ts';
import { type Order, STEPS, type Step } from './steps.ts';

export type FleetCounts = {
  kills: number;
  freezes: number;
  /** How many were killed, and frozen, where. */
  killedAt: Map<string, number>;
  frozenAt: Map<string, number>;
  /** Ends that nobody ordered, by the first line of what the process said. */
  ownEnds: Map<string, number>;
  /** From the word to begin until a replica works, in milliseconds. */
  startsMs: number[];
};

/** Processes of the bot; one that ends is replaced at once by a spare that has its code loaded. */
export type Fleet = {
  counts: FleetCounts;
  /** Kills some replica, most likely at a step of its work; false when none was there for long. */
  kill(chance: Chance): Promise<boolean>;
  /** Freezes some replica for so long, and resolves when it is frozen; false as in `kill`. */
  freeze(chance: Chance, forMs: number): Promise<boolean>;
  stop(): Promise<void>;
};

/** So long a process is given to get to one of some steps, and then to any; after that it is hit wherever it is. */
const PATIENCE_MS = 2_000;
/** So long somebody to hit is waited for. */
const NOBODY_MS = 30_000;
const LOOK_EVERY_MS = 20;
const AT_START = 0.05;
const WHILE_STARTING = 'while starting';
const ANYWHERE = 'wherever it was';
const SPARES = 2;
/** Any but the one that comes by itself all the time. */
const ANY_STEP = STEPS.filter((step) => step !== 'claim: before');
/** A process that ends by itself is not begun again in the same moment. */
const AFTER_OWN_END_MS = 200;

export function startFleet(options: {
  script: string;
  environment: Record<string, string>;
  replicas: number;
}): Fleet {
  const counts = noCounts();
  const replicas: Replica[] = [];
  const spares: Replica[] = [];
  let stopping = false;

  const addSpare = () => {
    if (!stopping) spares.push(startReplica(options.script, options.environment));
  };
  const launch = (slot: number) => {
    if (stopping) return;
    const replica = takeSpare(spares) ?? startReplica(options.script, options.environment);
    replicas[slot] = replica;
    const begun = performance.now();
    replica.child.on('message', () => {
      if (replica.state === 'ready') counts.startsMs.push(performance.now() - begun);
    });
    replica.child.on('exit', () => {
      if (stopping) return;
      const expected = replica.child.signalCode === 'SIGKILL';
      if (!expected) add(counts.ownEnds, reasonIn(replica.said));
      setTimeout(() => launch(slot), expected ? 0 : AFTER_OWN_END_MS);
    });
    begin(replica);
    if (spares.length < SPARES) addSpare();
  };

  /** Somebody whom nothing befalls yet, in that state if there is one. */
  const choose = async (chance: Chance, state: Replica['state']): Promise<Replica | null> => {
    const until = Date.now() + NOBODY_MS;
    while (!stopping && Date.now() < until) {
      const free = replicas.filter((one) => isRunning(one) && !one.marked && one.state === state);
      const chosen = pick(chance, free);
      if (chosen) return chosen;
      await sleep(LOOK_EVERY_MS);
    }
    return null;
  };

  for (let spare = 0; spare < options.replicas + SPARES; spare++) addSpare();
  for (let slot = 0; slot < options.replicas; slot++) launch(slot);
  return {
    counts,
    async kill(chance) {
      const state = chance() < AT_START ? 'starting' : 'ready';
      const replica = await choose(chance, state);
      if (!replica) return false;
      replica.marked = true;
      const order: Order = { fate: 'die', steps: leastOf(counts.killedAt) };
      if (state === 'ready') await sendTo(replica, order);
      if (isRunning(replica)) replica.child.kill('SIGKILL');
      while (!replica.isOver) await sleep(LOOK_EVERY_MS);
      if (replica.child.signalCode !== 'SIGKILL') return false;
      counts.kills += 1;
      const where = replica.befallen ?? (state === 'ready' ? ANYWHERE : WHILE_STARTING);
      add(counts.killedAt, where);
      return true;
    },
    async freeze(chance, forMs) {
      const replica = await choose(chance, 'ready');
      if (!replica) return false;
      replica.marked = true;
      await sendTo(replica, { fate: 'freeze', steps: leastOf(counts.frozenAt) });
      if (!isRunning(replica)) return false;
      if (replica.befallen === null) replica.child.kill('SIGSTOP');
      counts.freezes += 1;
      add(counts.frozenAt, replica.befallen ?? ANYWHERE);
      void thaw(replica, forMs);
      return true;
    },
    async stop() {
      stopping = true;
      await Promise.all([...replicas, ...spares].map(endReplica));
    },
  };
}

function noCounts(): FleetCounts {
  const counts = { kills: 0, freezes: 0, startsMs: [] };
  return { ...counts, killedAt: new Map(), frozenAt: new Map(), ownEnds: new Map() };
}

function takeSpare(spares: Replica[]): Replica | null {
  for (let spare = spares.shift(); spare; spare = spares.shift())
    if (isRunning(spare)) return spare;
  return null;
}

/** Lets a replica suffer at one of the steps, or after a while at any; resolves when it did or when it had time enough. */
async function sendTo(replica: Replica, { fate, steps: wanted }: Order): Promise<void> {
  for (const steps of [wanted, ANY_STEP]) {
    tellReplica(replica, { steps, fate });
    const until = Date.now() + PATIENCE_MS;
    while (Date.now() < until) {
      if (!isRunning(replica) || replica.befallen !== null) return;
      await sleep(LOOK_EVERY_MS);
    }
  }
  tellReplica(replica, { steps: [], fate });
}

/** Told more than once: it may have frozen itself anew before it heard that it need not. */
async function thaw(replica: Replica, afterMs: number): Promise<void> {
  for (const wait of [afterMs, 200, 800]) {
    await sleep(wait);
    replica.child.kill('SIGCONT');
  }
  Object.assign(replica, { marked: false, befallen: null });
}

/** The third of the steps at which least befell: one of them is soon come to. */
function leastOf(counts: ReadonlyMap<string, number>): Step[] {
  const countOf = (step: Step) => counts.get(step) ?? 0;
  return STEPS.toSorted((one, other) => countOf(one) - countOf(other)).slice(0, STEPS.length / 3);
}

function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => /Error|mend|:/.test(line));
  return lines[0]?.trim().slice(0, 160) ?? 'nothing said';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
