import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Db, openDatabase } from './db/client.ts';
import { postgresCodeOf } from './db/faults.ts';
import { listWorkspaces } from './db/workspaces.ts';
import { AppError, InvalidError } from './domain/errors.ts';
import { readColumnChoices } from './domain/import/column-choices.ts';
import { importReportText } from './domain/import/report-text.ts';
import type { Workspace } from './domain/workspace.ts';
import { localDataFolder } from './local-data.ts';
import { databaseClocks } from './services/clocks.ts';
import { type ImportOptions, importProspects } from './services/import-prospects.ts';
import { readCountry } from './services/phone.ts';
import { readCsv } from './services/read-csv.ts';

/** In the image there is no npm script for it: only what was built. */
const COMMAND = import.meta.filename.endsWith('.ts') ? 'npm run import --' : 'node dist/import.js';

const USAGE = `Imports prospects from a CSV file; see it first with --dry-run.

  ${COMMAND} --file prospects.csv [options]

  --file FILE          the CSV file, with a header line
  --workspace ID       id or Slack team id; needed when there is more than one
  --dry-run            report what would happen and write nothing
  --owner REP          e-mail or name of the rep who takes rows without a known owner
  --map "HEADER=FIELD,…"  says what a column holds; "FIELD=" reads a field from nowhere
  --dates dmy|mdy      the order of dates such as 03/04/2026
  --country CODE       whose phone numbers lack the country code, such as US
  --report full        list every row
  --sandbox FOLDER     the data folder of a sandbox that was started with --data
  --help               show this

The database is DATABASE_URL, else the running sandbox's.
`;

const OPTIONS = {
  file: { type: 'string' },
  workspace: { type: 'string' },
  map: { type: 'string' },
  dates: { type: 'string' },
  owner: { type: 'string' },
  country: { type: 'string' },
  report: { type: 'string' },
  sandbox: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What to type after a problem with one input of the import. */
const HINTS: Record<string, string> = {
  choices: 'Pass --map "HEADER=FIELD".',
  dates: 'Pass --dates dmy or --dates mdy.',
  owner: 'Pass --owner with the e-mail or name of an active rep.',
};

type Arguments = ReturnType<typeof readArguments>;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});

async function main(args: string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { file, options } = readOptions(asked);
  const target = await findDatabase(asked.sandbox ?? null);
  const records = await readCsv(await openFile(file));
  const { db, close } = openDatabase(target.url, {
    name: 'followup import',
    connections: 1,
    statementTimeoutMs: 60_000,
  });
  try {
    const workspace = chooseWorkspace(await listWorkspaces(db), asked.workspace);
    const now = await databaseClocks(db, () => target.offsetMs).business();
    const ctx = { db: db satisfies Db, workspaceId: workspace.id, now, rep: null };
    const report = await importProspects(ctx, records, options);
    process.stdout.write(importReportText(report, { full: asked.report === 'full' }));
    const ownerless = report.owners.unmatched.length > 0;
    if (ownerless) process.stdout.write('\nGive these rows to a rep with --owner.\n');
    return 0;
  } finally {
    await close();
  }
}

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const what = cause instanceof Error ? cause.message.split('. ')[0] : 'Wrong options';
    throw new InvalidError(() => `${what}. --help shows what there is.`, null, { cause });
  }
}

function readOptions(asked: Arguments): { file: string; options: ImportOptions } {
  if (!asked.file)
    throw new InvalidError(() => 'Say which file: --file prospects.csv. --help shows more.');
  const { dates = null, report = 'full' } = asked;
  if (dates !== null && dates !== 'dmy' && dates !== 'mdy') {
    throw new InvalidError(
      () => `--dates is dmy (3/4 is 3 April) or mdy (3/4 is 4 March), not “${dates}”.`,
    );
  }
  if (report !== 'full')
    throw new InvalidError(() => `--report can only be full, not “${report}”.`);
  const country = readCountry(asked.country ?? null);
  if (asked.country && !country) {
    throw new InvalidError(() => `--country is a code such as US or DE, not “${asked.country}”.`);
  }
  const map = readColumnChoices(asked.map ?? '');
  if (!map.ok) throw new InvalidError(() => map.problem, 'choices');
  const dryRun = asked['dry-run'] ?? false;
  const owner = asked.owner ?? null;
  return { file: asked.file, options: { choices: map.choices, dates, owner, country, dryRun } };
}

async function openFile(path: string): Promise<AsyncIterable<Uint8Array>> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new InvalidError(() => `There is no file ${path}.`);
  if (!found.isFile()) throw new InvalidError(() => `${path} is not a file.`);
  return createReadStream(path);
}

/** The configured database, else the sandbox's, whose business time may be shifted. */
async function findDatabase(folder: string | null): Promise<{ url: string; offsetMs: number }> {
  const configured = folder === null ? process.env.DATABASE_URL : undefined;
  const kept = folder ?? localDataFolder(configured ? 'sandbox-given' : 'sandbox');
  const url = await readSmallFile(join(kept, 'database-url'));
  if (configured && configured !== url) return { url: configured, offsetMs: 0 };
  if (!url) {
    throw new InvalidError(
      () => 'There is no database. Set DATABASE_URL, or start the sandbox first (npm run sandbox).',
    );
  }
  const offset = Number((await readSmallFile(join(kept, 'clock-offset'))) ?? 0);
  return { url, offsetMs: Number.isFinite(offset) ? offset : 0 };
}

async function readSmallFile(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.trim() || null;
}

function chooseWorkspace(all: readonly Workspace[], asked: string | undefined): Workspace {
  const found = all.filter((one) => {
    return !asked || String(one.id) === asked || one.slackTeamId === asked;
  });
  const [only, another] = found;
  if (only && !another) return only;
  if (all.length === 0)
    throw new InvalidError(() => 'There is no workspace yet. Install the bot first.');
  const listed = all.map((one) => `  ${one.id}  ${one.slackTeamId}  ${one.name}`).join('\n');
  const what = asked ? `There is no workspace “${asked}”` : 'There is more than one workspace';
  throw new InvalidError(() => `${what}. Pass --workspace with an id of these:\n${listed}`);
}

/** Never the message of a database error: it holds people's names. */
function explain(error: unknown): string {
  if (error instanceof AppError) {
    const hint = error instanceof InvalidError && error.field ? HINTS[error.field] : undefined;
    return hint ? `${error.message} ${hint}` : error.message;
  }
  const code = postgresCodeOf(error);
  if (code === 'ECONNREFUSED' || code === 'CONNECT_TIMEOUT' || code === 'ENOTFOUND') {
    return 'The database does not answer. Is it running, and is DATABASE_URL right?';
  }
  return code ? `The database refused (${code}). Nothing was written.` : `${String(error)}`;
}
