import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { createDrizzleClient } from './drizzle-client.ts';
import { createPool } from './pool.ts';
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
const CONNECT_MS = 3000;
/** What the way to the server and back may take on top of a statement's own bound. */
const ON_THE_WAY_MS = 1000;
const CLOSE_WITHIN_MS = 5000;

/**
 * Opens a bounded pool. Listeners and deliveries each have their own, so that neither waits for the
 * other. No call waits for ever: for a connection as long as a statement may take, and for an answer
 * a second longer. Closing lets what is running end for five seconds.
 */
export function openDatabase(url: string, options: DatabaseOptions): Database {
  const { statementTimeoutMs, connections, name } = options;
  // Drizzle writes here how it wants values read, before anything connects.
  const codecs = { parsers: {}, serializers: {} };
  const pool = createPool(url, {
    connections,
    codecs,
    waitMs: statementTimeoutMs,
    connectMs: Math.min(CONNECT_MS, statementTimeoutMs),
    answerMs: statementTimeoutMs + ON_THE_WAY_MS,
    settings: {
      application_name: name,
      statement_timeout: statementTimeoutMs,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  const db = drizzle({ client: createDrizzleClient(pool, codecs), schema });
  return { db, close: () => pool.close(CLOSE_WITHIN_MS) };
}
