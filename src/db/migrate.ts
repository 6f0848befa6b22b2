import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any fixed number: replicas that start together wait for the one that migrates. */
const MIGRATION_LOCK = 4_071_188;
const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Applies the migrations that are missing, one process at a time; others wait and find nothing to do. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.end({ timeout: 5 });
  }
}
