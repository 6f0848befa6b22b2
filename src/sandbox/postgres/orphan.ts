import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

/**
 * The port of a server that still runs on this cluster, left by a process that was killed; null when there is none.
 * A pid file whose number went to some other program is removed: Postgres would refuse to start beside it.
 */
export async function findOrphan(
  cluster: string,
  binaries: Binaries,
  account: Account | null,
): Promise<number | null> {
  const { code } = await runProgram(binaries.pgCtl, ['status', '-D', cluster], account);
  if (code !== 0) return null;

  const pidFile = join(cluster, 'postmaster.pid');
  const [pid, , , port] = (await readFile(pidFile, 'utf8')).split('\n');
  if (await canConnect(Number(port))) return Number(port);
  if (await isPostgres(Number(pid))) {
    throw new Error(
      `A Postgres server (process ${pid}) holds ${cluster} but does not answer. Stop it and start again.`,
    );
  }
  await rm(pidFile, { force: true });
  return null;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function isPostgres(pid: number): Promise<boolean> {
  const listed = await runProgram('ps', ['-o', 'command=', '-p', String(pid)], null);
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => listed.output);
  return command.includes('postgres');
}
