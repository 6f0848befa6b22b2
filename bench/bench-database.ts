import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/db/client.ts';
import { migrateDatabase } from '../src/db/migrate.ts';
import { localDataFolder } from '../src/local-data.ts';
import { startPostgres } from '../src/sandbox/postgres/start-postgres.ts';
import { syncRepSchedule } from '../src/services/sync-schedules.ts';
import { createRep, createWorkspace } from '../test/support/factories.ts';

/** Half past eight in Berlin on a Tuesday: every rep of a measurement is due. */
export const DUE_NOW = new Date('2026-11-17T07:30:00Z');
const THE_DAY_BEFORE = new Date('2026-11-16T11:00:00Z');

/** A durable Postgres of the measurement's own, for as long as it takes. */
export async function withBenchDatabase(
  measure: (database: Database & { url: string }) => Promise<void>,
): Promise<void> {
  const dataDir = join(localDataFolder('bench'), `run-${process.pid}`);
  const server = await startPostgres({ dataDir });
  try {
    await migrateDatabase(server.url);
    const database = openPool(server.url);
    try {
      await measure({ ...database, url: server.url });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** A pool as the bot opens it for deliveries. */
export function openPool(url: string): Database {
  return openDatabase(url, {
    name: 'followup deliveries',
    connections: 5,
    statementTimeoutMs: 10_000,
  });
}

/** Reps whose digests are due at `DUE_NOW`, each in a conversation that is known already. */
export async function addDueReps(
  db: Database['db'],
  { workspaces, reps }: { workspaces: number; reps: number },
): Promise<void> {
  for (let index = 0; index < workspaces; index++) {
    const workspace = await createWorkspace(db);
    for (let person = 0; person < reps / workspaces; person++) {
      const rep = await createRep(db, workspace, { slackDmId: `D${index}X${person}` });
      await syncRepSchedule({ db, workspaceId: workspace.id, now: THE_DAY_BEFORE }, rep);
    }
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
