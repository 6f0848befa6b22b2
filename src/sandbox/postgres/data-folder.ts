import { chmod, chown, lstat, mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Account } from './account.ts';
import { runProgram } from './run-program.ts';

/**
 * Makes a folder, or accepts one that stands there when it is a real folder of these owners: others may write
 * beside it, and must not be able to put theirs in its place.
 */
export async function makeFolder(
  path: string,
  { owners, mode }: { owners: number[]; mode: number },
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const made = await mkdir(path, { mode }).then(
    () => true,
    () => false,
  );
  if (process.platform === 'win32') return;
  const found = await lstat(path);
  if (!found.isDirectory()) throw new Error(`${path} is not a folder. Move it away.`);
  if (made || owners.includes(found.uid)) return;
  throw new Error(`${path} belongs to another account. Move it away, or choose another folder.`);
}

export async function prepareDataFolder(path: string, account: Account | null): Promise<void> {
  const uid = process.getuid?.() ?? 0;
  const found = await lstat(path).catch(() => null);
  const empty = found?.isDirectory() ? (await readdir(path)).length === 0 : true;
  const owners = account && !empty ? [account.uid] : [uid, account?.uid ?? uid];
  await makeFolder(path, { owners, mode: 0o700 });
  if (!account) return;

  if (empty) await giveTo(path, account);
  const { code } = await runProgram('/bin/sh', ['-c', 'cd "$1"', 'sh', path], account);
  if (code === 0) return;
  throw new Error(
    `The account ${account.name}, which runs Postgres for root, cannot reach ${path}. Choose a folder below /var/tmp.`,
  );
}

async function giveTo(path: string, account: Account): Promise<void> {
  await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}
