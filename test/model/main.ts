import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../src/db/client.ts';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { localDataFolder } from '../../src/local-data.ts';
import { startPostgres } from '../../src/sandbox/postgres/start-postgres.ts';
import { createFigures } from './figures.ts';
import { readOptions, USAGE } from './options.ts';
import { writeReport } from './report.ts';
import { type ModelRun, runModel } from './run-model.ts';

const PROGRESS_MS = 15_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  const dataDir = join(localDataFolder('test'), `model-${process.pid}`);
  const server = await startPostgres({ dataDir, fast: true });
  try {
    await run(server.url, options);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function run(url: string, options: ModelRun): Promise<void> {
  await migrateDatabase(url);
  const { db, close } = openDatabase(url, {
    ...{ name: 'model', connections: 6, statementTimeoutMs: 30_000 },
  });
  const figures = createFigures();
  const startedAt = performance.now();
  const progress = setInterval(() => {
    process.stdout.write(`  ${figures.sequences} sequences, ${figures.checks} checks\n`);
  }, PROGRESS_MS);
  const failure = await runModel(db, { ...options, signal: untilInterrupted() }, figures);
  clearInterval(progress);
  await close();
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(writeReport(figures, { failure, seconds }));
  if (failure) process.exitCode = 1;
}

/** Ctrl-C still stops the server and says what was found. */
function untilInterrupted(): AbortSignal {
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interrupt.abort());
  return interrupt.signal;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
