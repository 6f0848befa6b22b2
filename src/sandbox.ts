import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from './config.ts';
import { localDataFolder } from './local-data.ts';
import { pinProcessZone } from './process-zone.ts';
import { makeFolder } from './sandbox/postgres/data-folder.ts';
import { startPostgres } from './sandbox/postgres/start-postgres.ts';
import { raiseSandbox, type SandboxOptions } from './stage/raise-sandbox.ts';
import { lockFolder } from './stage/sandbox-lock.ts';

const USAGE = `npm run sandbox -- [options]

  --fresh          start over: forget people, prospects and messages
  --port NUMBER    where the page is, 4390 unless told
  --data FOLDER    where everything is kept; two sandboxes need two
  --people FILE    add the people of a CSV (sales_agent, manager, regional_office)
  --socket         let the bot reach the local Slack by Socket Mode instead of HTTP
`;

const DEFAULT_PORT = 4390;

/** `npm run sandbox`: a Postgres, a local Slack and the bot, until Ctrl-C. */
async function main(): Promise<void> {
  pinProcessZone(process.env);
  const options = readOptions(process.argv.slice(2));
  if (options === null) return say(USAGE);
  const interruption = waitForSignal();
  await makeFolder(options.folder, { owners: [process.getuid?.() ?? 0], mode: 0o755 });
  const stages = [await lockFolder(options.folder, options.port)];
  const stop = async () => {
    const failures: unknown[] = [];
    for (const end of stages.reverse()) await end().catch((error) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  };
  try {
    if (options.fresh) await forget(options.folder);
    await raiseSandbox(options, {
      say,
      onStop: (end) => stages.push(end),
      openDatabase: () => openDatabase(options),
    });
    await interruption;
    say('\nStopping…');
  } finally {
    await stop();
  }
  say('Stopped. The next start finds everything again.');
}

function readOptions(args: string[]): SandboxOptions | null {
  const { values } = parseArgs({
    args,
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      data: { type: 'string' },
      people: { type: 'string' },
      socket: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port ${values.port} is no port. Choose a number from 1 to 65535.`);
  }
  const { fresh, socket, people = null } = values;
  const given = process.env.DATABASE_URL ? 'sandbox-given' : 'sandbox';
  const folder = values.data ? resolve(values.data) : localDataFolder(given);
  return { port, fresh, socket, people, folder };
}

/** The given server, or one of our own whose data stays in the sandbox's folder. */
async function openDatabase({ folder }: SandboxOptions) {
  const given = process.env.DATABASE_URL;
  const server = given
    ? { url: given, stop: async () => {} }
    : await startPostgres({ dataDir: join(folder, 'postgres'), log: (line) => say(`   ${line}`) });
  await writeFile(join(folder, 'database-url'), server.url, { mode: 0o600 });
  return server;
}

async function forget(folder: string): Promise<void> {
  for (const file of ['slack.json', 'clock.json', 'clock-offset']) {
    await rm(join(folder, file), { force: true });
  }
}

/** Resolves at the first Ctrl-C, SIGTERM or closed terminal; a second one ends the process at once. */
function waitForSignal(): Promise<void> {
  let seen = false;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (seen) process.exit(1);
        seen = true;
        resolve();
      });
    }
    // npm ends its shell when it is told to end, and the shell tells nobody.
    if (process.env.npm_lifecycle_event === 'sandbox') onOrphaned(resolve);
  });
}

function onOrphaned(then: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    then();
  }, 500);
  watch.unref();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof ConfigError || (error instanceof Error && !error.cause);
    const text = known ? (error as Error).message : String((error as Error)?.stack ?? error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  },
);
