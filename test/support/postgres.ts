import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { localDataFolder } from '../../src/local-data.ts';
import { startPostgres } from '../../src/sandbox/postgres/start-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's own database, from which test files make theirs. */
    serverUrl: string;
    templateName: string;
  }
}

/** One server a run, migrated once into a template that each test file clones. */
export default async function setUpServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer();
  const templateName = `followup_template_${randomUUID().slice(0, 8)}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${templateName}`);
  await migrateDatabase(databaseUrl(server.url, templateName));

  project.provide('serverUrl', server.url);
  project.provide('templateName', templateName);
  return async () => {
    await admin.unsafe(`drop database if exists ${templateName} with (force)`);
    await admin.end();
    await server.stop();
  };
}

export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function findServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const dataDir = join(localDataFolder('test'), `run-${process.pid}`);
  const server = await startPostgres({ dataDir, fast: true });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
