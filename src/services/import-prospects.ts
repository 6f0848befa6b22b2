import { postgresCodeOf } from '../db/faults.ts';
import { fillImported, insertImported, listKnown, lockImports } from '../db/imports.ts';
import { listReps } from '../db/reps.ts';
import { findWorkspace } from '../db/workspaces.ts';
import { ConflictError, InvalidError, NotFoundError } from '../domain/errors.ts';
import {
  type ColumnChoice,
  type ColumnLayout,
  layOutColumns,
  unusedHeaders,
} from '../domain/import/columns.ts';
import type { DateOrder } from '../domain/import/dates.ts';
import { readOwnersAmong } from '../domain/import/owners.ts';
import { type Fill, type ImportPlan, planImport } from '../domain/import/plan-import.ts';
import { readRows } from '../domain/import/read-rows.ts';
import { countResults, type ImportReport } from '../domain/import/report.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { holdSharedPhones } from './hold-shared-phones.ts';
import { identifyRows } from './identify-rows.ts';
import type { Country } from './phone.ts';
import { type PlacedImport, placeImported } from './place-imported.ts';
import type { CsvFile } from './read-csv.ts';

export type ImportOptions = {
  choices?: readonly ColumnChoice[];
  /** Needed only where the dates of a column read both ways. */
  dates?: DateOrder | null;
  /** E-mail or name of the rep who takes rows whose owner is missing or unknown. */
  owner?: string | null;
  /** Whose phone numbers lack the country code, for rows that name no country. */
  country?: Country | null;
  dryRun?: boolean;
};

/** `rep` is who imports: a manager for everybody, others for themselves. Null is the operator. */
export type ImportContext = WorkspaceContext & { rep: Rep | null };

/**
 * Imports a file's rows as prospects, in one transaction: all or nothing. Every row is accounted for
 * in the report; the same file again changes nothing.
 */
export async function importProspects(
  ctx: ImportContext,
  file: CsvFile,
  options: ImportOptions = {},
): Promise<ImportReport> {
  try {
    return await ctx.db.transaction((tx) => importInto({ ...ctx, db: tx }, file, options));
  } catch (error) {
    throw TRANSLATED.get(postgresCodeOf(error) ?? '')?.(error) ?? error;
  }
}

const TRANSLATED = new Map([
  [
    '55P03',
    (cause: unknown) =>
      new ConflictError(
        () => 'Another import of this workspace is running. Try again in a minute.',
        {
          cause,
        },
      ),
  ],
  [
    '23505',
    (cause: unknown) =>
      new ConflictError(
        () => 'Somebody added one of these prospects just now. Import the file again.',
        {
          cause,
        },
      ),
  ],
]);

async function importInto(
  ctx: ImportContext,
  file: CsvFile,
  options: ImportOptions,
): Promise<ImportReport> {
  const { db, workspaceId, now } = ctx;
  const { layout, read } = readFile(file, { ...options, now });
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) throw new NotFoundError(() => 'There is no such workspace.');
  await lockImports(db, workspaceId);
  const readOwner = readOwnersAmong(await listReps(db, workspaceId));
  const fallback = options.owner ? readOwner(options.owner) : null;
  if (fallback && !fallback.ok) throw new InvalidError(() => fallback.reason, 'owner');

  const rows = await identifyRows(db, { workspace, rows: read.rows, country: options.country });
  const plan = planImport({
    rows,
    known: await listKnown(db, { workspaceId, people: rows }),
    readOwner,
    fallbackOwner: fallback?.rep ?? null,
    importedBy: ctx.rep,
  });
  const { prospects, lines } = await placeImported(ctx, plan.create);
  if (!options.dryRun) {
    const trace = { workspaceId, repId: ctx.rep?.id ?? null, at: now };
    const fills = [...plan.fill].map(([prospectId, fill]) => ({ prospectId, fill }));
    await insertImported(db, { ...trace, rows: prospects });
    await fillImported(db, { ...trace, fills });
    await holdImported(ctx, { prospects, fills });
  }
  const results = [...read.results, ...plan.results].sort((a, b) => a.line - b.line);
  return {
    dryRun: options.dryRun ?? false,
    rows: file.records.length,
    counts: countResults(results),
    results,
    ...describeColumns(file.headers, layout),
    owners: sumOwners(plan),
    lines,
    notices: [...read.notices, ...phoneNotices(rows)],
  };
}

/** Who came with the number of somebody who asked us to stop waits for a manager. */
async function holdImported(
  ctx: ImportContext,
  {
    prospects,
    fills,
  }: Pick<PlacedImport, 'prospects'> & { fills: { prospectId: string; fill: Fill }[] },
): Promise<void> {
  const known = prospects.flatMap(({ prospect, stoppedProspectId }) =>
    stoppedProspectId === null ? [] : [{ prospectId: prospect.id, stoppedProspectId }],
  );
  const renumbered = fills.filter(({ fill }) => fill.phoneKey !== undefined);
  const prospectIds = [...known, ...renumbered].map(({ prospectId }) => prospectId);
  await holdSharedPhones(ctx, { prospectIds, known });
}

function readFile(file: CsvFile, options: ImportOptions & { now: Date }) {
  const { headers, records } = file;
  const columns = layOutColumns(headers, options.choices ?? []);
  if (!columns.ok) throw new InvalidError(() => columns.problem, 'choices');
  const { layout } = columns;
  // Nowhere on Earth is it later than on Kiritimati.
  const latestToday = localDateOf(options.now, 'Pacific/Kiritimati');
  const read = readRows(records, { headers, layout, dates: options.dates ?? null, latestToday });
  if (!read.ok) throw new InvalidError(() => read.problem, 'dates');
  return { layout, read };
}

function describeColumns(headers: readonly string[], layout: ColumnLayout) {
  const columns = [...layout].map(([field, at]) => ({
    field,
    headers: at.map((column) => headers[column]?.trim() ?? ''),
  }));
  return { columns, unusedHeaders: unusedHeaders(headers, layout) };
}

function sumOwners({ owners }: ImportPlan): ImportReport['owners'] {
  const matched = new Map<string, ImportReport['owners']['matched'][number]>();
  const unmatched = new Map<string, ImportReport['owners']['unmatched'][number]>();
  for (const { row, owner, reason } of owners) {
    if (owner) {
      const sum = matched.get(owner.id) ?? { repId: owner.id, name: owner.name, rows: 0 };
      matched.set(owner.id, { ...sum, rows: sum.rows + 1 });
    } else if (reason) {
      const sum = unmatched.get(reason) ?? { name: row.owner, reason, rows: 0 };
      unmatched.set(reason, { ...sum, rows: sum.rows + 1 });
    }
  }
  const byRows = (a: { rows: number }, b: { rows: number }) => b.rows - a.rows;
  return {
    matched: [...matched.values()].sort(byRows),
    unmatched: [...unmatched.values()].sort(byRows),
  };
}

function phoneNotices(rows: readonly { phone: string | null; phoneKey: string | null }[]) {
  const unread = rows.filter((row) => row.phone !== null && row.phoneKey === null).length;
  if (unread === 0) return [];
  return [
    `Phone numbers that are incomplete or lack their country code: ${unread}. They are kept as written but not compared.`,
  ];
}
