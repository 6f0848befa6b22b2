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
  /** Machine timings are divided by this, and business time runs six times as much faster. */
  divisor: number;
  seed: number;
  /** How long things go wrong. */
  seconds: number;
  /** Whether the bot may look into histories. */
  history: boolean;
};

/** Business time runs so that the four hours in which a message may be late hold four horizons. */
const SPEED_PER_DIVISOR = 6;

export function speedOf({ divisor }: ChaosOptions): number {
  return divisor * SPEED_PER_DIVISOR;
}

/** Processes work no faster because time is divided: what they do themselves gets this much, in milliseconds. */
const LEAST: Partial<DeliveryTimings> = { leaseMs: 1500, freshMs: 500, callMs: 300 };

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

  --kills N        SIGKILLs, at steps of the send and at random moments (100)
  --deliveries D   messages that the calendar owes (6 for each kill)
  --divisor X      divides the machinery's times; business time runs 6X as fast (40)
  --seed S         chooses who is hit when; the processes still race (1)
  --crashes N      times that Postgres is restarted at once (1 for 125 kills)
  --freezes N      SIGSTOPs shorter than the horizon (1 for 25 kills)
  --seconds T      how long things go wrong (1 for each kill, at least 10)
  --workspaces N   (1 for 150 messages)
  --no-history     without the scope to look: nothing may be repeated, every loss is on record
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
    workspaces: count('workspaces', values.workspaces, Math.max(2, Math.ceil(deliveries / 150))),
    divisor: count('divisor', values.divisor, 40),
    seed: count('seed', values.seed, 1),
    seconds: count('seconds', values.seconds, Math.max(kills, 10)),
    history: !values['no-history'],
  };
}

function count(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Error(`--${name} ${given} is no whole number.`);
}
