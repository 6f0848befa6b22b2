import { ConfigError, type DatabaseConfig } from './config.ts';
import { postgresCodeOf } from './db/faults.ts';
import { migrateDatabase } from './db/migrate.ts';

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

/**
 * Brings the database up to date.
 * @throws ConfigError when the database cannot be reached as the settings say
 */
export async function runMigrations({ migrateUrl }: DatabaseConfig): Promise<void> {
  try {
    await migrateDatabase(migrateUrl);
  } catch (error) {
    const fault = FAULTS_OF_THE_SETTING[postgresCodeOf(error) ?? ''];
    if (!fault) throw error;
    throw new ConfigError([`DATABASE_URL or MIGRATE_DATABASE_URL: ${fault}.`]);
  }
}
