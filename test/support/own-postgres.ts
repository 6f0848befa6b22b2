import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDataFolder } from '../../src/local-data.ts';
import { findAccount } from '../../src/sandbox/postgres/account.ts';
import { findBinaries } from '../../src/sandbox/postgres/binaries.ts';
import { runProgram } from '../../src/sandbox/postgres/run-program.ts';
import { startPostgres } from '../../src/sandbox/postgres/start-postgres.ts';

/** A server that may be crashed: it keeps what was committed, and its address. */
export type OwnPostgres = {
  url: string;
  /** Ends every connection at once, as a crash does, and comes back. */
  crash(): Promise<void>;
  /** The same without coming back. */
  down(): Promise<void>;
  up(): Promise<void>;
  remove(): Promise<void>;
};

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = join(localDataFolder('test'), `own-${process.pid}-${randomUUID().slice(0, 8)}`);
  const server = await startPostgres({ dataDir });
  const account = await findAccount();
  const { pgCtl } = await findBinaries(account);
  const control = async (...args: string[]) => {
    const place = ['-w', '-s', '-D', join(dataDir, 'cluster'), '-l', join(dataDir, 'postgres.log')];
    const { code, output } = await runProgram(pgCtl, [...args, ...place], account);
    if (code !== 0) throw new Error(`pg_ctl ${args[0]}: ${output}`);
  };
  return {
    url: server.url,
    crash: () => control('restart', '-m', 'immediate'),
    down: () => control('stop', '-m', 'immediate'),
    // A restart starts a server that is down with the options it had.
    up: () => control('restart'),
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
