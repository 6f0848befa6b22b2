import { ConfigError, readDatabaseConfig } from './config.ts';
import { createLogger } from './logger.ts';
import { runMigrations } from './run-migrations.ts';

/** `npm run migrate`: applies what is missing and ends, for deploys that migrate in a step of their own. */
async function main(): Promise<void> {
  const log = createLogger({ level: 'info' });
  await runMigrations(readDatabaseConfig(process.env), { log });
  log.info('The database is up to date.');
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else createLogger({ level: 'info' }).fatal({ err: error }, 'The database was not migrated.');
  process.exitCode = 1;
});
