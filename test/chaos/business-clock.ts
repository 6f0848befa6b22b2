import { sql } from 'drizzle-orm';
import type { Db } from '../../src/db/client.ts';

/** Business time of a run: it stands in the database, where every replica reads it, and moves when told. */
export type BusinessClock = {
  now(): number;
  /** Goes to an instant, in milliseconds; not when the database is away. */
  moveTo(ms: number): Promise<void>;
  /** What it showed at a moment of machine time. */
  at(machineMs: number): number;
};

export async function createBusinessClock(db: Db, from: number): Promise<BusinessClock> {
  await db.execute(sql`create schema chaos`);
  await db.execute(sql`create table chaos.clock (business timestamptz not null)`);
  await db.execute(sql`insert into chaos.clock values (${new Date(from).toISOString()})`);
  const shown = [{ machineMs: 0, ms: from }];
  const now = () => shown.at(-1)?.ms ?? from;
  return {
    now,
    async moveTo(ms) {
      if (ms <= now()) return;
      await db.execute(sql`update chaos.clock set business = ${new Date(ms).toISOString()}`);
      shown.push({ machineMs: Date.now(), ms });
    },
    at: (machineMs) => shown.findLast((one) => one.machineMs <= machineMs)?.ms ?? from,
  };
}

/** Business time as a replica reads it. */
export async function readBusinessClock(db: Db): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(
    sql`select to_char(business at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now from chaos.clock`,
  );
  if (!row) throw new Error('The run has no clock.');
  return new Date(row.now);
}
