import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Directory, Person } from '../sandbox/contract.ts';
import type { WorkspaceContext } from '../services/context.ts';
import { joinAsRep } from './seed-team.ts';

const rowSchema = z.object({
  sales_agent: z.string().min(1),
  manager: z.string().min(1),
  regional_office: z.string().optional(),
});

/** Where an office's clocks are; others get the first. */
const OFFICE_ZONES: Record<string, string> = {
  Central: 'America/Chicago',
  East: 'America/New_York',
  West: 'America/Los_Angeles',
};

export type AddedPeople = { agents: number; managers: number };

/**
 * Adds the people of a CSV with the columns `sales_agent`, `manager` and `regional_office` to the local
 * Slack and makes them reps, as if each had used the bot before.
 */
export async function addPeople(
  ctx: WorkspaceContext,
  { file, directory, slackTeamId }: { file: string; directory: Directory; slackTeamId: string },
): Promise<AddedPeople> {
  const rows = await readRows(file);
  const managers = new Map(rows.map((row) => [row.manager, row.regional_office]));
  const agents = new Map(rows.map((row) => [row.sales_agent, row.regional_office]));
  const join = async (names: Map<string, string | undefined>, isManager: boolean) => {
    for (const [realName, office] of names) {
      const zone = OFFICE_ZONES[office ?? ''] ?? 'America/Chicago';
      const title = isManager ? `Manager, ${office ?? ''}` : `Agent, ${office ?? ''}`;
      const person: Person = directory.addPerson({
        teamId: slackTeamId,
        realName,
        title,
        zone,
        email: `${realName.toLowerCase().replace(/[^a-z]+/g, '.')}@northwind.example.com`,
      });
      await joinAsRep(ctx, { slackTeamId, person, isManager });
    }
  };
  await join(managers, true);
  await join(agents, false);
  return { agents: agents.size, managers: managers.size };
}

async function readRows(file: string): Promise<z.infer<typeof rowSchema>[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`There is no file ${file} to read people from.`);
  });
  const rows: unknown = parse(text, {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  const parsed = z.array(rowSchema).safeParse(rows);
  if (parsed.success) return parsed.data;
  throw new Error(`${file} needs the columns sales_agent, manager and regional_office.`);
}
