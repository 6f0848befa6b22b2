import { randomUUID } from 'node:crypto';
import { listDaysOff } from '../db/calendars.ts';
import { listOwnerLoads, type NewImport } from '../db/imports.ts';
import { type PlacedRow, placeRows } from '../domain/import/place-rows.ts';
import type { IdentifiedRow, ImportPlan } from '../domain/import/plan-import.ts';
import type { OwnerLine } from '../domain/import/report.ts';
import { addDays } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';

export type PlacedImport = {
  prospects: {
    prospect: NewImport;
    after: Record<string, unknown>;
    /** The entry of who asked us to stop and has the same number. */
    stoppedProspectId: string | null;
  }[];
  lines: OwnerLine[];
};

/** The new prospects with their days: the file's own, or a place in line at their owner's pace. */
export async function placeImported(
  { db, workspaceId, now }: WorkspaceContext,
  create: ImportPlan['create'],
): Promise<PlacedImport> {
  const owners = [...new Map(create.map(({ owner }) => [owner.id, owner])).values()];
  const rowsOf = new Map(owners.map((owner): [string, IdentifiedRow[]] => [owner.id, []]));
  for (const { row, owner } of create) rowsOf.get(owner.id)?.push(row);
  const from = addDays(localDateOf(now, 'UTC'), -1);
  const daysOff = await listDaysOff(db, { workspaceId, owners, from });
  const loads = await listOwnerLoads(db, { workspaceId, repIds: owners.map((rep) => rep.id) });

  const result: PlacedImport = { prospects: [], lines: [] };
  for (const owner of owners) {
    const own = loads.get(owner.id);
    const { placed, line } = placeRows({
      rows: rowsOf.get(owner.id) ?? [],
      owner,
      now,
      calendar: { weekdays: owner.weekdays, daysOff: daysOff.get(owner.id) ?? new Set() },
      loads: own?.loads ?? new Map(),
      firstPosition: (own?.lastPosition ?? 0) + 1,
    });
    result.prospects.push(...placed.map((row) => newProspect(row, owner, now)));
    if (line) result.lines.push(line);
  }
  result.lines.sort((a, b) => b.inLine - a.inLine);
  return result;
}

function newProspect({ row, ...step }: PlacedRow, owner: Rep, now: Date) {
  const prospect: NewImport = {
    id: randomUUID(),
    ownerId: owner.id,
    name: row.name,
    company: row.company,
    email: row.email,
    phone: row.phone,
    externalId: row.externalId,
    nameKey: row.nameKey,
    companyKey: row.companyKey,
    emailKey: row.emailKey,
    phoneKey: row.phoneKey,
    interest: row.interest,
    status: 'open',
    nextOn: step.on,
    nextAction: step.action,
    nextStep: row.nextStep,
    nextChannel: step.channel,
    nextRule: { kind: 'imported' },
    inLine: step.linePosition !== null,
    linePosition: step.linePosition,
    importedContacts: row.contacts,
    importedLastContactOn: row.lastContactOn,
    createdAt: now,
    changedAt: now,
  };
  const { line, note } = row;
  return {
    prospect,
    after: { line, ownerId: owner.id, nextOn: step.on, note },
    stoppedProspectId: row.stoppedProspectId ?? null,
  };
}
