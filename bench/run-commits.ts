import { sql } from 'drizzle-orm';
import { kept } from '../src/db/kept.ts';
import { openPool, POOL_CONNECTIONS } from './bench-database.ts';

/** What the disk and the driver allow: one small write and its commit for each, on as many connections. */
export async function runCommits(url: string, { commits }: { commits: number }): Promise<number> {
  const { db, close } = openPool(url);
  await db.execute(
    sql`create table if not exists bench_commits (id int primary key, n int not null)`,
  );
  await db.execute(sql`truncate bench_commits`);
  await db.execute(
    sql`insert into bench_commits select id, 0 from generate_series(1, ${commits}) id`,
  );
  let next = 0;
  const started = performance.now();
  const line = async () => {
    while (next < commits) {
      next += 1;
      await db.execute(kept(sql`update bench_commits set n = n + 1 where id = ${next}::int`));
    }
  };
  await Promise.all(Array.from({ length: POOL_CONNECTIONS }, line));
  const seconds = (performance.now() - started) / 1000;
  await close();
  return commits / seconds;
}
