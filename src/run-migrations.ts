import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, type DatabaseConfig } from './config.ts';
import { postgresCodeOf } from './db/faults.ts';
import { migrateDatabase } from './db/migrate.ts';
import type { Logger } from './logger.ts';

/** What the person who runs the bot can mend: the server is not there, or does not know us. */
const FAULTS_OF_THE_SETTING: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host is not known',
  CONNECT_TIMEOUT: 'it does not answer',
  '28P01': 'it refused the password',
  '28000': 'it refused the user',
  '3D000': 'it has no database of that name',
};

/** The server starts, recovers from a crash or is being restarted: it says so, or hangs up half-way. */
const NOT_YET = new Set(['57P01', '57P02', '57P03', 'CONNECTION_CLOSED', 'ECONNRESET']);
const WAIT_MS = 60_000;
const LOOK_EVERY_MS = 500;

/**
 * Brings the database up to date. A server that is there but still starts or recovers is waited for.
 * @throws ConfigError when the database cannot be reached as the settings say
 */
export async function runMigrations(
  { migrateUrl }: DatabaseConfig,
  { log, signal, waitMs = WAIT_MS }: { log: Logger; signal?: AbortSignal; waitMs?: number },
): Promise<void> {
  const until = Date.now() + waitMs;
  for (let waiting = false; ; waiting = true) {
    const error = await tryToMigrate(migrateUrl);
    if (error === null) return;
    const code = postgresCodeOf(error) ?? '';
    if (NOT_YET.has(code) && Date.now() < until) {
      const seconds = Math.round(waitMs / 1000);
      if (!waiting) log.warn({ code, seconds }, 'The database is starting or recovering: waiting.');
      await sleep(LOOK_EVERY_MS, undefined, { signal });
      continue;
    }
    const fault = FAULTS_OF_THE_SETTING[code];
    if (!fault) throw error;
    throw new ConfigError([`DATABASE_URL or MIGRATE_DATABASE_URL: ${fault}.`]);
  }
}

async function tryToMigrate(url: string): Promise<unknown> {
  try {
    await migrateDatabase(url);
    return null;
  } catch (error) {
    return error;
  }
}
