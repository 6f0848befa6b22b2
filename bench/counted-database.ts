import { drizzle } from 'drizzle-orm/postgres-js';
import type { Database } from '../src/db/client.ts';
import type { Connection, Statement } from '../src/db/connection.ts';
import { createDrizzleClient } from '../src/db/drizzle-client.ts';
import { createPool, type Pool } from '../src/db/pool.ts';
import * as schema from '../src/db/schema.ts';

export type Counts = { statements: number; commits: number };

/** A database with the pool of deliveries that counts what is asked of it. */
export function openCounted(
  url: string,
  { connections }: { connections: number },
): Database & { counts: Counts } {
  const codecs = { parsers: {}, serializers: {} };
  const pool = createPool(url, {
    ...{ connections, codecs, settings: { application_name: 'followup deliveries' } },
    ...{ waitMs: 10_000, connectMs: 3_000, answerMs: 11_000 },
  });
  const counts: Counts = { statements: 0, commits: 0 };
  const client = createDrizzleClient(countIn(pool, counts), codecs);
  return { db: drizzle({ client, schema }), counts, close: () => pool.close(5_000) };
}

/** Reads commit nothing; what writes outside of a transaction commits by itself. */
function countIn(pool: Pool, counts: Counts): Pool {
  const known = new WeakSet<Connection>();
  return {
    ...pool,
    async acquire() {
      const connection = await pool.acquire();
      if (known.has(connection)) return connection;
      known.add(connection);
      const { run } = connection;
      let inTransaction = false;
      const counted = (statement: Statement) => {
        const { text } = statement;
        counts.statements += 1;
        if (text === 'begin') inTransaction = true;
        if (text === 'commit' || (!inTransaction && writes(text))) counts.commits += 1;
        if (text === 'commit' || text === 'rollback') inTransaction = false;
        return run(statement);
      };
      return Object.assign(connection, { run: counted });
    },
  };
}

function writes(text: string): boolean {
  return /\b(insert into|update \S+ .*\bset|delete from)\b/s.test(text);
}
