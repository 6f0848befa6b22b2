import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from './support/database.ts';
import { createRep, createWorkspace } from './support/factories.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const database = useDatabase();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followup-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a file is imported into the only workspace, then one is asked for', async () => {
  const first = await createWorkspace(database.db, { slackTeamId: 'TFIRST' });
  await createRep(database.db, first);
  const file = await write('Name,Owner,Date\nDana,Ana Silva,\nTom,Ben Haas,\n');

  const imported = await runImport('--file', file);
  await createWorkspace(database.db, { slackTeamId: 'TSECOND', name: 'Southwind' });
  const asked = await runImport('--file', file);
  const again = await runImport('--file', file, '--workspace', 'TFIRST', '--owner', 'Silva, Ana');

  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(imported.out).toContain('2 rows read, 1 imported.');
  expect(imported.out).toContain('No rep is called “Ben Haas”. 1 row.');
  expect(asked).toMatchObject({ code: 1, out: '' });
  expect(asked.err).toContain('There is more than one workspace. Pass --workspace');
  expect(asked.err).toContain('TSECOND  Southwind');
  expect(again.out).toMatch(/1 {2}new\n.*\n +1 {2}duplicate/);
});

test('two dates in one order and one in none ask for the order', async () => {
  const file = await write('Name,Next date\nDana,03/04/2027\n');

  const { code, err } = await runImport('--file', file, '--workspace', 'TFIRST');

  expect(code).toBe(1);
  expect(err).toContain('Pass --dates dmy or --dates mdy.');
});

test.each([
  [['--nope'], "Unknown option '--nope'"],
  [[], 'Say which file: --file prospects.csv.'],
  [['--file', '/no/such.csv'], 'There is no file /no/such.csv.'],
  [['--file', 'x.csv', '--dates', 'ymd'], '--dates is dmy'],
  [['--file', 'x.csv', '--map', 'A=b'], 'There is no field “b”.'],
])('%j is answered in a sentence', async (args, sentence) => {
  const { code, out, err } = await runImport(...args);

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(sentence);
});

async function write(text: string): Promise<string> {
  const file = join(folder, 'prospects.csv');
  await writeFile(file, text);
  return file;
}

function runImport(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url };
    const command = ['--import', 'tsx', 'src/import.ts', ...args];
    execFile(process.execPath, command, { cwd: ROOT, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
