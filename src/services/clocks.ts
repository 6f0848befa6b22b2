import type { Db } from '../db/client.ts';
import { readDatabaseClock } from '../db/clock.ts';

/**
 * The two clocks. Business time (due, late, days, undo) is the database's plus an offset that is zero
 * except in the sandbox and in tests; machine time (leases, backoff, reconciling) never moves.
 */
export type Clocks = {
  business(): Promise<Date>;
  machine(): Promise<Date>;
};

/** Clocks that read the database; `offsetMs` is asked at every reading. */
export function databaseClocks(db: Db, offsetMs: () => number = () => 0): Clocks {
  let asked: Promise<Date> | null = null;
  // Whoever asks before the question is on its way gets the same answer.
  const machine = () => {
    asked ??= Promise.resolve().then(() => {
      asked = null;
      return readDatabaseClock(db);
    });
    return asked;
  };
  return {
    machine,
    business: async () => new Date((await machine()).getTime() + offsetMs()),
  };
}

/** One moment in both times. */
export async function readMoment(clocks: Clocks): Promise<{ now: Date; machineNow: Date }> {
  const [now, machineNow] = await Promise.all([clocks.business(), clocks.machine()]);
  return { now, machineNow };
}
