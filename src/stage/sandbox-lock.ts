import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Holder = { pid: number; port: number };

/**
 * Keeps a second sandbox off this folder: both would write the same messages, and the first to stop would take
 * the database from the other. What a killed sandbox left is taken over. Answers what gives the folder back.
 */
export async function lockFolder(folder: string, port: number): Promise<() => Promise<void>> {
  const file = join(folder, 'sandbox.pid');
  const holder = await readHolder(file);
  if (holder && holder.pid !== process.pid && (await isSandbox(holder.pid))) {
    throw new Error(
      `A sandbox already uses ${folder}: open http://127.0.0.1:${holder.port}, or stop it (process ${holder.pid}) first. --data FOLDER starts another beside it.`,
    );
  }
  await rm(file, { force: true });
  await writeFile(file, JSON.stringify({ pid: process.pid, port }), { flag: 'wx' });
  return () => rm(file, { force: true });
}

async function readHolder(file: string): Promise<Holder | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [pid, port] = text.match(/\d+/g) ?? [];
  return pid && port ? { pid: Number(pid), port: Number(port) } : null;
}

/** The number may have gone to some other program since. */
async function isSandbox(pid: number): Promise<boolean> {
  const ps = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  const listed = await ps.then(
    ({ stdout }) => stdout,
    () => '',
  );
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => listed);
  return command.includes('sandbox');
}
