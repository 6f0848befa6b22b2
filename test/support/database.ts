import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, type Db, openDatabase } from '../../src/db/client.ts';
import { databaseUrl } from './postgres.ts';

/** A migrated database of this test file's own; ask for `db` inside a test. */
export function useDatabase(): { readonly db: Db; readonly url: string } {
  const name = `followup_${randomUUID().slice(0, 12).replaceAll('-', '')}`;
  const url = databaseUrl(inject('serverUrl'), name);
  let opened: Database | null = null;

  beforeAll(async () => {
    await runOnServer(`create database ${name} template ${inject('templateName')}`);
    opened = openDatabase(url, { name: 'test', connections: 8, statementTimeoutMs: 10_000 });
  });
  afterAll(async () => {
    await opened?.close();
    await runOnServer(`drop database if exists ${name} with (force)`);
  });

  return {
    url,
    get db() {
      if (!opened) throw new Error('The database is open inside tests only.');
      return opened.db;
    },
  };
}

async function runOnServer(statement: string): Promise<void> {
  const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(statement);
  } finally {
    await admin.end();
  }
}
