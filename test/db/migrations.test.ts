import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';
import { migrateDatabase } from '../../src/db/migrate.ts';
import { useDatabase } from '../support/database.ts';
import { databaseUrl } from '../support/postgres.ts';

const database = useDatabase();
/** Not of one workspace: the workspaces themselves. */
const ABOVE_WORKSPACES = ['workspaces'];

test('migrations come in the order of their moments, or Drizzle leaves some out', async () => {
  const path = new URL('../../migrations/meta/_journal.json', import.meta.url);
  const { entries }: { entries: { when: number; idx: number }[] } = JSON.parse(
    await readFile(path, 'utf8'),
  );

  const moments = entries.map(({ when }) => when);

  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(new Set(moments).size).toBe(moments.length);
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, index) => index));
});

test('two replicas that start at once both succeed, and migrate once (37)', async () => {
  const name = `followup_${randomUUID().slice(0, 8)}`;
  const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  const url = databaseUrl(inject('serverUrl'), name);
  const fresh = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`create database ${name}`);
    await Promise.all([migrateDatabase(url), migrateDatabase(url)]);

    const hashes = await fresh`select hash from drizzle.__drizzle_migrations`;
    expect(new Set(hashes.map((row) => row.hash)).size).toBe(hashes.length);
    expect(hashes.length).toBeGreaterThan(0);
  } finally {
    await fresh.end();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
});

/** What a version of the bot that knows one state of the schema relies on. */
async function readColumns(db: postgres.Sql): Promise<Map<string, Column>> {
  const rows = await db<Column[]>`
    select table_name || '.' || column_name as name, table_name as "table", data_type as type,
      is_nullable = 'YES' or column_default is not null or is_generated = 'ALWAYS'
        or is_identity = 'YES' as "mayBeLeftOut"
    from information_schema.columns where table_schema = 'public'`;
  return new Map(rows.map((row) => [row.name, row]));
}
type Column = { name: string; table: string; type: string; mayBeLeftOut: boolean };

test('case 17: the version before each migration goes on working beside the one that made it', async () => {
  const name = `followup_${randomUUID().slice(0, 8)}`;
  const admin = postgres(inject('serverUrl'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  const fresh = postgres(databaseUrl(inject('serverUrl'), name), { max: 1, onnotice: () => {} });
  const broken: string[] = [];
  try {
    for (const tag of await migrationTags()) {
      const before = await readColumns(fresh);
      const statements = await readFile(
        new URL(`../../migrations/${tag}.sql`, import.meta.url),
        'utf8',
      );
      for (const one of statements.split('--> statement-breakpoint')) await fresh.unsafe(one);
      const after = await readColumns(fresh);

      const known = new Set([...before.values()].map(({ table }) => table));
      for (const [column, { type }] of before) {
        if (after.get(column)?.type !== type) broken.push(`${tag}: ${column} is gone or other`);
      }
      for (const [column, { table, mayBeLeftOut }] of after) {
        const isNew = !before.has(column) && known.has(table);
        if (isNew && !mayBeLeftOut) broken.push(`${tag}: ${column} must be given`);
      }
    }
  } finally {
    await fresh.end();
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
  expect(broken).toEqual([]);
});

async function migrationTags(): Promise<string[]> {
  const path = new URL('../../migrations/meta/_journal.json', import.meta.url);
  const { entries }: { entries: { tag: string }[] } = JSON.parse(await readFile(path, 'utf8'));
  return entries.map(({ tag }) => tag);
}

test('every key of a table begins with the workspace', async () => {
  const keys = await database.db.execute<{ table: string; key: string; first: string }>(sql`
    select t.relname as table, i.relname as key, a.attname as first
    from pg_index x
    join pg_class t on t.oid = x.indrelid
    join pg_class i on i.oid = x.indexrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where x.indisunique`);

  const others = keys.filter((row) => row.first !== 'workspace_id');

  expect(keys.length).toBeGreaterThan(15);
  expect(new Set(others.map((row) => row.table))).toEqual(new Set(ABOVE_WORKSPACES));
});

test('every reference between tables of a workspace stays inside it', async () => {
  const references = await database.db.execute<{ name: string }>(sql`
    select c.conname as name
    from pg_constraint c
    join pg_class to_table on to_table.oid = c.confrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
    where c.contype = 'f' and to_table.relname <> 'workspaces'
      and (a.attname <> 'workspace_id' or b.attname <> 'workspace_id')`);

  expect([...references]).toEqual([]);
});
