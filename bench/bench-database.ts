import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Database, type Db, openDatabase } from '../src/db/client.ts';
import { migrateDatabase } from '../src/db/migrate.ts';
import { reps, schedules } from '../src/db/schema.ts';
import { subjectKey } from '../src/domain/subject.ts';
import { localDataFolder } from '../src/local-data.ts';
import { startPostgres } from '../src/sandbox/postgres/start-postgres.ts';
import { createWorkspace } from '../test/support/factories.ts';

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

/** As many as the bot has for deliveries. */
export const POOL_CONNECTIONS = 10;

/** A pool as the bot opens it for deliveries. */
export function openPool(url: string): Database {
  return openDatabase(url, {
    name: 'followup deliveries',
    connections: POOL_CONNECTIONS,
    statementTimeoutMs: 10_000,
  });
}

/** Reps whose digests are due at `DUE_NOW`, each in a conversation that is known already. */
export async function addDueReps(
  db: Db,
  { workspaces, reps: people }: { workspaces: number; reps: number },
): Promise<void> {
  for (let index = 0; index < workspaces; index++) {
    const workspace = await createWorkspace(db);
    const { workspaceId, teamId } = workspace;
    const rows = Array.from({ length: people / workspaces }, (_none, person) => ({
      ...{ workspaceId, teamId, slackUserId: `U${person}`, slackDmId: `D${index}X${person}` },
      ...{ name: 'Ana Silva', zone: 'Europe/Berlin', createdAt: THE_DAY_BEFORE },
    }));
    const added = await db.insert(reps).values(rows).returning({ id: reps.id });
    const rhythm = { zone: 'Europe/Berlin', localTime: '08:30', weekdays: 31 };
    const next = { nextLocalDate: '2026-11-17', nextDueAt: DUE_NOW, sinceAt: DUE_NOW };
    await db.insert(schedules).values(
      added.map(({ id }) => ({
        ...{ workspaceId, kind: 'digest' as const, subjectKey: subjectKey({ kind: 'rep', id }) },
        ...{ ...rhythm, ...next, tzdb: process.versions.tz ?? '' },
      })),
    );
  }
  await db.execute(sql`analyze`);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
