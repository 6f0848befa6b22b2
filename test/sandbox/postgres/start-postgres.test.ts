import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, onTestFinished, test, vi } from 'vitest';
import { localDataFolder } from '../../../src/local-data.ts';
import {
  type RunningPostgres,
  startPostgres,
} from '../../../src/sandbox/postgres/start-postgres.ts';

// Creating a cluster takes about a second, and longer on a busy computer.
vi.setConfig({ testTimeout: 60_000 });

async function makeDataDir(): Promise<string> {
  const parent = process.getuid?.() === 0 ? '/var/tmp' : tmpdir();
  const path = await mkdtemp(join(parent, 'followup-test-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function start(dataDir: string): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, fast: true });
  onTestFinished(() => server.stop());
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

test('a restart finds the rows written before', async () => {
  const dataDir = await makeDataDir();
  const first = await start(dataDir);
  await query(first.url, 'create table notes (text text)');
  await query(first.url, "insert into notes values ('kept')");
  await first.stop();

  const second = await start(dataDir);

  expect(await query(second.url, 'select text from notes')).toEqual([{ text: 'kept' }]);
  expect(second.adopted).toBe(false);
});

test('a server left running is adopted, not started twice', async () => {
  const dataDir = await makeDataDir();
  const orphan = await start(dataDir);

  const adopted = await start(dataDir);

  expect(adopted).toMatchObject({ adopted: true, url: orphan.url });
  expect(await query(adopted.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a pid file whose process is some other program is no server', async () => {
  const dataDir = await makeDataDir();
  const { stop } = await start(dataDir);
  await stop();
  const { uid, gid } = await stat(join(dataDir, 'cluster'));
  const bystander = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
  onTestFinished(() => void bystander.kill());
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid');
  await writeFile(pidFile, `${bystander.pid}\n${dataDir}\n1\n1\n\n127.0.0.1\n\nready\n`);

  const server = await start(dataDir);

  expect(server.adopted).toBe(false);
});

test('two starts at once share one server', async () => {
  const dataDir = await makeDataDir();

  const servers = await Promise.all([start(dataDir), start(dataDir)]);

  expect(servers[0]?.url).toBe(servers[1]?.url);
});

test('half a data directory of a crashed start is made anew', async () => {
  const dataDir = await makeDataDir();
  await (await start(dataDir)).stop();
  await mkdir(join(dataDir, 'initdb-999999999-abc'));
  await rm(join(dataDir, 'cluster', 'global', 'pg_control'));

  const server = await start(dataDir);

  expect(await query(server.url, "select lower('É') as low")).toEqual([{ low: 'é' }]);
  expect(await readdir(dataDir)).not.toContain('initdb-999999999-abc');
});

test('the server asks for its password and listens on this computer only', async () => {
  const server = await start(await makeDataDir());
  const wrong = new URL(server.url);
  wrong.password = 'guess';

  await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(await query(server.url, 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
});

test('the password file is closed to others', async () => {
  const dataDir = await makeDataDir();
  await start(dataDir);

  const { mode } = await stat(join(dataDir, 'cluster', 'followup-password'));

  expect(mode & 0o077).toBe(0);
});

test('stopping twice is harmless', async () => {
  const server = await start(await makeDataDir());

  await server.stop();

  await expect(server.stop()).resolves.toBeUndefined();
});

test('the default folder is one the account of Postgres can reach', () => {
  expect(localDataFolder('sandbox')).toMatch(/^\/var\/tmp\/followup-sandbox$|\/followup\/sandbox$/);
});
