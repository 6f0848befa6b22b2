import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { type Database, type DatabaseOptions, openDatabase } from '../src/db/client.ts';
import * as schema from '../src/db/schema.ts';

/** The bot's own database, or with `bare` postgres.js by itself with the same settings. */
export function openMeasured(
  url: string,
  { bare, ...size }: Omit<DatabaseOptions, 'name'> & { bare: boolean },
): Database {
  if (!bare) return openDatabase(url, { name: 'bench', ...size });
  const client = postgres(url, {
    max: size.connections,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { statement_timeout: size.statementTimeoutMs },
  });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}
