import { parseArgs } from 'node:util';
import { DELIVERY_TIMINGS, type DeliveryTimings } from '../../src/domain/delivery.ts';

/** What a chaos run is asked for, and what follows from it. */
export type ChaosOptions = {
  kills: number;
  databaseCrashes: number;
  freezes: number;
  cuts: number;
  deliveries: number;
  workspaces: number;
  /** Machine timings are divided by this, and business time runs four times as much faster. */
  divisor: number;
  seed: number;
  /** How long things go wrong, at least. */
  seconds: number;
  /** Business time stands still while more than so many wait for an attempt. */
  waiting: number;
  /** Whether the bot may look into histories. */
  history: boolean;
};

/** Business time runs so that the four hours in which a message may be late hold six horizons. */
const SPEED_PER_DIVISOR = 4;

export function speedOf({ divisor }: Pick<ChaosOptions, 'divisor'>): number {
  return divisor * SPEED_PER_DIVISOR;
}

/** How far business time goes, in milliseconds. */
export function spanOf(options: ChaosOptions): number {
  return options.seconds * 1000 * speedOf(options);
}

/** A run that its own rule holds back for longer than so many times its seconds is ended. */
export const LONGEST = 8;

/** Processes work no faster because time is divided: what they do themselves gets this much, in milliseconds. */
const LEAST: Partial<DeliveryTimings> = { leaseMs: 5000, freshMs: 3000, callMs: 800 };

/** Every time of the machinery, divided; counts stay as they are. */
export function divideTimings(divisor: number): DeliveryTimings {
  const least = new Map(Object.entries(LEAST));
  const divided = Object.entries(DELIVERY_TIMINGS).map(([name, value]) => [
    name,
    name.endsWith('Ms') ? Math.max(value / divisor, least.get(name) ?? 0) : value,
  ]);
  return Object.fromEntries(divided);
}

export const USAGE = `npm run test:chaos -- [options]

  --kills N        SIGKILLs, most of them at steps of the send (100)
  --deliveries D   messages that the calendar owes (6 for each kill)
  --divisor X      divides the machinery's times; business time runs 4X as fast at most (40)
  --seed S         chooses who is hit when; the processes still race (1)
  --crashes N      times that Postgres is restarted at once (1 for 125 kills)
  --freezes N      SIGSTOPs shorter than the horizon (1 for 25 kills)
  --seconds T      how long things go wrong, at least (2 for each kill, at least 8)
  --workspaces N   (1 for 60 messages)
  --waiting N      see below (40)
  --no-history     without the scope to look: nothing may be repeated, every loss is on record

Kills, crashes, freezes and cuts are spread evenly over business time. It moves in steps of a quarter
of a second of machine time, and stands still while more than N messages that are due wait for an
attempt, in nobody's hands or in somebody's, or while a kill, crash, freeze or cut whose moment has come is still to be done: a computer
that is too slow for the run makes it longer, not emptier. What an attempt has failed to send waits
for nothing but its own time, so it may expire as it would; what expires is counted.
A run that takes ${LONGEST}T is ended. It fails, too, when it did less than was asked, when something was
lost or repeated, when a recorded loss was not announced to a manager, and, with history, when less
than nine tenths were delivered.
`;

export function readOptions(args: string[]): ChaosOptions | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      kills: text,
      deliveries: text,
      divisor: text,
      seed: text,
      crashes: text,
      freezes: text,
      seconds: text,
      workspaces: text,
      waiting: text,
      'no-history': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const kills = count('kills', values.kills, 100);
  const deliveries = count('deliveries', values.deliveries, Math.max(6 * kills, 40));
  return {
    kills,
    deliveries,
    databaseCrashes: count('crashes', values.crashes, Math.round(kills / 125)),
    freezes: count('freezes', values.freezes, Math.round(kills / 25)),
    cuts: Math.round(kills / 10),
    workspaces: count('workspaces', values.workspaces, Math.max(2, Math.ceil(deliveries / 60))),
    divisor: count('divisor', values.divisor, 40),
    seed: count('seed', values.seed, 1),
    seconds: count('seconds', values.seconds, Math.max(2 * kills, 8)),
    waiting: count('waiting', values.waiting, 40),
    history: !values['no-history'],
  };
}

function count(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} ${given} is no whole number.`);
}
