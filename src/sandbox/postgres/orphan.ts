import { readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

const ATTEMPTS = 50;
const PAUSE_MS = 200;

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
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const server = await readPidFile(pidFile);
    if (!server) return null;
    if (server.ready && (await canConnect(server.port))) return server.port;
    if (!(await isPostgres(server.pid))) {
      await rm(pidFile, { force: true });
      return null;
    }
    // It may be starting, or replaying what a crash left.
    await setTimeout(PAUSE_MS);
  }
  throw new Error(
    `A Postgres server holds ${cluster} but does not answer. Stop it and start again.`,
  );
}

/** Lines 1, 4 and 8: process, port and state, the last two written as the server comes up. */
async function readPidFile(
  path: string,
): Promise<{ pid: number; port: number; ready: boolean } | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' };
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
