import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '../../../src/sandbox/free-port.ts';

const START_WITHIN_MS = 120_000;

export type SandboxProcess = {
  url: string;
  /** All it wrote so far. */
  output(): string;
  /** As Ctrl-C does; answers the exit code. */
  stop(): Promise<number | null>;
};

/** A folder of its own for one sandbox, where the account that runs Postgres for root can reach it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(
    join(process.getuid?.() === 0 ? '/var/tmp' : tmpdir(), 'followup-page-'),
  );
  await chmod(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

/** `npm run sandbox`, without npm, in a process of its own. */
export async function startSandbox(folder: string): Promise<SandboxProcess> {
  const port = await findFreePort();
  const args = ['--import', 'tsx', 'src/sandbox.ts', '--port', String(port), '--data', folder];
  const { DATABASE_URL: _none, ...env } = process.env;
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await waitUntilOpen(child, { url, output: () => output });
  return {
    url,
    output: () => output,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}

async function waitUntilOpen(
  child: ChildProcess,
  { url, output }: { url: string; output: () => string },
): Promise<void> {
  const deadline = Date.now() + START_WITHIN_MS;
  while (!output().includes(`Open ${url}`)) {
    if (child.exitCode === null && Date.now() < deadline) await setTimeout(50);
    else {
      child.kill('SIGINT');
      throw new Error(`The sandbox did not start. It wrote:\n${output()}`);
    }
  }
}
