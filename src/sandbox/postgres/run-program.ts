import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export type ProgramResult = { code: number; output: string };

/**
 * Runs one of Postgres' programs to its end; failing to start is an answer with code -1, never an exception.
 * The working directory is the root: the account may be unable to stand in ours.
 */
export function runProgram(
  program: string,
  args: string[],
  account: Account | null,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: process.platform === 'win32' ? undefined : '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }),
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, output: output.trim() }));
  });
}
