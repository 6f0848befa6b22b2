import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema.ts';

/** The database, or a transaction on it: every query takes one first. */
export type Db = PostgresJsDatabase<typeof schema>;

export type Database = { db: Db; close(): Promise<void> };

export type DatabaseOptions = {
  /** Shown in `pg_stat_activity`: whose connections these are. */
  name: string;
  connections: number;
  statementTimeoutMs: number;
};

const LOCK_TIMEOUT_MS = 800;
const IDLE_IN_TRANSACTION_MS = 10_000;

/**
 * Opens a bounded pool. Listeners and deliveries each have their own, so that neither waits for the
 * other. Closing lets running queries end for five seconds.
 */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const client = postgres(url, {
    max: options.connections,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: options.name,
      statement_timeout: options.statementTimeoutMs,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

/** The code of a Postgres error, through Drizzle's wrapper, whose message holds the values. */
export function postgresCodeOf(error: unknown): string | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : null;
}
