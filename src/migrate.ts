import { ConfigError, readDatabaseConfig } from './config.ts';
import { migrateDatabase } from './db/migrate.ts';
import { createLogger } from './logger.ts';

/** `npm run migrate`: applies what is missing and ends, for deploys that migrate in a step of their own. */
async function main(): Promise<void> {
  const { migrateUrl } = readDatabaseConfig(process.env);
  await migrateDatabase(migrateUrl);
  createLogger({ level: 'info' }).info('The database is up to date.');
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else createLogger({ level: 'info' }).fatal({ err: error }, 'The database was not migrated.');
  process.exitCode = 1;
});
