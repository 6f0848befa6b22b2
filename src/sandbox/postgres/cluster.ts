import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

const PASSWORD_FILE = 'followup-password';
const DRAFT = 'initdb-';

export type ClusterOptions = {
  dataDir: string;
  account: Account | null;
  binaries: Binaries;
  fast: boolean;
};

/** The folder of the database files below `dataDir`, made on first use. */
export async function openCluster(options: ClusterOptions): Promise<string> {
  const cluster = join(options.dataDir, 'cluster');
  await removeDeadDrafts(options.dataDir);
  if (await exists(join(cluster, 'global', 'pg_control'))) {
    await checkVersion(cluster, options);
    return cluster;
  }
  await rm(cluster, { recursive: true, force: true });
  await createCluster(cluster, options);
  return cluster;
}

export async function readPassword(cluster: string): Promise<string> {
  return (await readFile(join(cluster, PASSWORD_FILE), 'utf8')).trim();
}

/** initdb works on a draft that takes its final name when complete, so a crash leaves nothing half made. */
async function createCluster(cluster: string, options: ClusterOptions): Promise<void> {
  const { dataDir, account, binaries, fast } = options;
  const draft = join(dataDir, `${DRAFT}${process.pid}-${randomBytes(3).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);

  const args = ['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', '--encoding=UTF8'];
  args.push(`--pwfile=${passwordFile}`, '--no-instructions', '--locale=C');
  // Letters beyond ASCII change case as on a production server, whatever the locales of this computer.
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8');
  if (fast) args.push('--no-sync');
  const { code, output } = await runProgram(binaries.initdb, args, account);
  if (code !== 0) {
    await rm(passwordFile, { force: true });
    throw new Error(`Postgres could not create its data in ${dataDir}: ${lastLine(output)}`);
  }
  await rename(passwordFile, join(draft, PASSWORD_FILE));
  // Another process may have been quicker; its cluster stands, and this draft goes.
  await rename(draft, cluster).catch(() => rm(draft, { recursive: true, force: true }));
}

async function removeDeadDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = name.startsWith(DRAFT) ? Number.parseInt(name.slice(DRAFT.length), 10) : 0;
    if (name.startsWith(DRAFT) && !isAlive(pid)) {
      await rm(join(dataDir, name), { recursive: true, force: true });
    }
  }
}

async function checkVersion(cluster: string, { binaries }: ClusterOptions): Promise<void> {
  const written = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const { output } = await runProgram(binaries.postgres, ['--version'], null);
  const ours = /(\d+)/.exec(output)?.[1];
  if (ours === undefined || ours === written) return;
  throw new Error(
    `The data in ${cluster} was written by Postgres ${written} and this is Postgres ${ours}. Move that folder away, or set DATABASE_URL.`,
  );
}

export function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}

export function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
