import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRIES = {
  replica: new URL('replica.ts', import.meta.url),
  main: new URL('../../src/main.ts', import.meta.url),
};
type Entry = keyof typeof ENTRIES;

/** One file of the bot, so that a process that is killed every second starts in a third of one. */
export async function bundle(entry: Entry): Promise<string> {
  const script = scriptOf(entry);
  await build({
    entryPoints: [fileURLToPath(ENTRIES[entry])],
    outfile: script,
    bundle: true,
    // Loaded when somebody asks for holidays, which nobody does here.
    external: ['date-holidays'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Whitespace alone: names stay, so that a fault can be read.
    minifyWhitespace: true,
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return script;
}

export async function removeBundle(entry: Entry): Promise<void> {
  await rm(scriptOf(entry), { force: true });
}

/** Two folders below the root, as the file that finds the migrations from its own place. */
function scriptOf(entry: Entry): string {
  return fileURLToPath(new URL(`../../dist/chaos/${entry}-${process.pid}.mjs`, import.meta.url));
}
