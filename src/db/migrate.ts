import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { type Connection, openConnection } from './connection.ts';
import { createDrizzleClient } from './drizzle-client.ts';
import type { Pool } from './pool.ts';

/** Any fixed number: replicas that start together wait for the one that migrates. */
const MIGRATION_LOCK = 4_071_188;
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
const CONNECT_MS = 5000;
/** Waiting for another process and a long migration both take their time; a dead line does not take for ever. */
const ANSWER_MS = 15 * 60_000;

/** Applies the migrations that are missing, one process at a time; others wait and find nothing to do. */
export async function migrateDatabase(url: string): Promise<void> {
  const codecs = { parsers: {}, serializers: {} };
  const settings = { application_name: 'followup migrations' };
  const options = { codecs, settings, connectMs: CONNECT_MS, answerMs: ANSWER_MS };
  const connection = await openConnection(url, options);
  try {
    await connection.run({ text: `select pg_advisory_lock(${MIGRATION_LOCK})` });
    const db = drizzle({ client: createDrizzleClient(poolOf(connection), codecs) });
    await migrate(db, { migrationsFolder: MIGRATIONS });
  } finally {
    await connection.close();
  }
}

/** The lock is held by this one connection: when it is lost, so is the right to go on. */
function poolOf(connection: Connection): Pool {
  return {
    acquire: async () => connection,
    release: () => {},
    close: () => connection.close(),
  };
}
