import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('replica.ts', import.meta.url));
/** Two folders below the root, as the file that finds the migrations from its own place. */
const SCRIPT = fileURLToPath(
  new URL(`../../dist/chaos/replica-${process.pid}.mjs`, import.meta.url),
);

/** One file of the bot, so that a process that is killed every second starts in a third of one. */
export async function bundleReplica(): Promise<string> {
  await build({
    entryPoints: [ENTRY],
    outfile: SCRIPT,
    bundle: true,
    // Loaded when somebody asks for holidays, which nobody does here.
    external: ['date-holidays'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return SCRIPT;
}

export async function removeBundle(): Promise<void> {
  await rm(SCRIPT, { force: true });
}
