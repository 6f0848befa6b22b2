import { join } from 'node:path';
import { findFreePort } from '../free-port.ts';
import { findAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type ClusterOptions, lastLine, openCluster, readPassword } from './cluster.ts';
import { prepareDataFolder } from './data-folder.ts';
import { findOrphan } from './orphan.ts';
import { runProgram } from './run-program.ts';

export type PostgresOptions = {
  dataDir: string;
  /** For tests: trades durability for speed. */
  fast?: boolean;
  log?: (line: string) => void;
};

export type RunningPostgres = {
  /** Address of the `postgres` database, password included. */
  url: string;
  /** True when the server was found running; `stop` stops it all the same. */
  adopted: boolean;
  stop(): Promise<void>;
};

const START_ATTEMPTS = 3;

/** Starts a Postgres server of our own on this computer, or adopts the one an earlier run left behind. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDir, fast = false, log = () => undefined } = options;
  const account = await findAccount();
  await prepareDataFolder(dataDir, account);
  const binaries = await findBinaries(account);
  const settings = { dataDir, account, binaries, fast };
  const cluster = await openCluster(settings);

  const { port, adopted } = await findOrStart(cluster, settings);
  const verb = adopted ? 'found running' : 'started';
  log(`Postgres ${verb} on port ${port}, data in ${dataDir}`);
  return {
    url: `postgres://postgres:${await readPassword(cluster)}@127.0.0.1:${port}/postgres`,
    adopted,
    stop: () => stopServer(cluster, settings),
  };
}

async function findOrStart(
  cluster: string,
  options: ClusterOptions,
): Promise<{ port: number; adopted: boolean }> {
  const { binaries, account, dataDir } = options;
  const logFile = join(dataDir, 'postgres.log');
  let output = '';
  // A port that was free may be taken a moment later, and another process may start this very server.
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
    const running = await findOrphan(cluster, binaries, account);
    if (running !== null) return { port: running, adopted: true };
    const port = await findFreePort();
    const args = [
      'start',
      '-w',
      '-s',
      '-D',
      cluster,
      '-l',
      logFile,
      '-o',
      serverArgs(port, options),
    ];
    const result = await runProgram(binaries.pgCtl, args, account);
    if (result.code === 0) return { port, adopted: false };
    output = result.output;
  }
  throw new Error(`Postgres did not start (${lastLine(output)}). Its log is ${logFile}.`);
}

function serverArgs(port: number, { fast }: ClusterOptions): string {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'TimeZone=UTC'];
  settings.push('max_connections=200');
  if (fast) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  return [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
}

async function stopServer(cluster: string, { binaries, account }: ClusterOptions): Promise<void> {
  const status = await runProgram(binaries.pgCtl, ['status', '-D', cluster], account);
  if (status.code !== 0) return;
  const args = ['stop', '-w', '-s', '-m', 'fast', '-D', cluster];
  const { code, output } = await runProgram(binaries.pgCtl, args, account);
  if (code !== 0) throw new Error(`Postgres did not stop: ${lastLine(output)}`);
}
