import { sql } from 'drizzle-orm';
import type { Db } from './client.ts';
import { kept } from './kept.ts';

/** The database's clock: the one clock all replicas share. */
export async function readDatabaseClock(db: Db): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(
    kept(
      sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
    ),
  );
  if (!row) throw new Error('The database did not tell the time.');
  return new Date(row.now);
}
