import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import type { Person } from '../../../src/sandbox/contract.ts';
import { type SandboxProcess, startSandbox } from '../support/sandbox-process.ts';

export const NEWCOMER = 'Nia Clark';
export const NEWCOMING_ADMIN = 'Olga Brandt';

/** The sandbox as a newcomer starts it, with two more people in Slack whom the bot does not know yet. */
export async function openSandbox(folder: string): Promise<SandboxProcess> {
  const first = await startSandbox(folder);
  await first.stop();
  await addPeople(join(folder, 'slack.json'));
  return startSandbox(folder);
}

/** What an administrator does in Slack; the page has no button for it. */
async function addPeople(stateFile: string): Promise<void> {
  const state = JSON.parse(await readFile(stateFile, 'utf8'));
  const [, member]: [string, Person] = state.people.find(([, one]: [string, Person]) => !one.isBot);
  for (const [at, realName] of [NEWCOMER, NEWCOMING_ADMIN].entries()) {
    const id = `U000009${at}`;
    const name = realName.split(' ')[0]?.toLowerCase() ?? '';
    const email = `${name}@northwind.example.com`;
    const isAdmin = realName === NEWCOMING_ADMIN;
    state.people.push([id, { ...member, id, realName, name, email, title: 'New here', isAdmin }]);
  }
  await writeFile(stateFile, JSON.stringify(state));
}

/** Prospects of one rep that are due on a day, by the import of files. */
export async function importDue(
  folder: string,
  { owner, on, count }: { owner: string; on: string; count: number },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = String(at + 1).padStart(2, '0');
    return `Person ${number},Company ${number},person${number}@company.example.com,${on}`;
  });
  const file = join(folder, 'due.csv');
  await writeFile(file, ['Name,Company,Email,Next date', ...rows].join('\n'));
  const args = ['--import', 'tsx', 'src/import.ts', '--file', file, '--owner', owner];
  await promisify(execFile)(process.execPath, [...args, '--sandbox', folder]);
}

/** As in a workspace that was just installed: nobody manages yet. */
export async function forgetManagers(folder: string): Promise<void> {
  const sql = postgres(await readFile(join(folder, 'database-url'), 'utf8'), { max: 1 });
  await sql`update reps set is_manager = false`;
  await sql.end();
}
