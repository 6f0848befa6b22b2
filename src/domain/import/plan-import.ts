import { labelOf } from '../prospect.ts';
import type { Rep } from '../rep.ts';
import {
  findKnown,
  identityKeys,
  indexKnown,
  type KnownProspect,
  type PersonKeys,
} from './identity.ts';
import type { OwnerReader } from './owners.ts';
import type { RowResult } from './report.ts';
import type { ImportRow } from './row.ts';

/** A row with what needs a library or a secret to know. `stop`: they asked us to, or somebody with their number did. */
export type IdentifiedRow = ImportRow &
  PersonKeys & {
    stop: 'stopped' | 'held' | null;
    /** The entry of who asked us to stop and has the same number. */
    stoppedProspectId?: string;
  };

/** Empty values of a known prospect that a row fills. */
export type Fill = Partial<
  Pick<
    KnownProspect,
    | 'name'
    | 'nameKey'
    | 'company'
    | 'companyKey'
    | 'email'
    | 'emailKey'
    | 'phone'
    | 'phoneKey'
    | 'externalId'
    | 'interest'
  >
>;

export type ImportPlan = {
  results: RowResult[];
  create: { row: IdentifiedRow; owner: Rep }[];
  fill: Map<string, Fill>;
  owners: { row: IdentifiedRow; owner: Rep | null; reason: string | null }[];
};

export type PlanInput = {
  rows: readonly IdentifiedRow[];
  known: readonly KnownProspect[];
  readOwner: OwnerReader;
  /** Takes rows whose owner is missing or unknown. */
  fallbackOwner: Rep | null;
  /** Who imports: without being a manager, for themselves only. Null is the operator. */
  importedBy: Rep | null;
};

/**
 * Decides what becomes of each row: new, new and held, filling what is empty in a known prospect, a
 * duplicate of it or of an earlier row, stopped, or without an owner. Never touches a next step, a status or a filled
 * value. The same file again changes nothing: a prospect is filled, or found by a weaker key, only by a
 * row that is alone in the file with every key of that prospect, and never by a row without an owner.
 * @example planImport({ rows: [dana, dana], … }).results
 * //=> [{ line: 2, result: 'new', … }, { line: 3, result: 'duplicate', reason: 'The same as line 2.' }]
 */
export function planImport(input: PlanInput): ImportPlan {
  const plan: ImportPlan = { results: [], create: [], fill: new Map(), owners: [] };
  const here = { byKey: indexKnown(input.known), heldBy: holdersOf(input.rows) };
  const lineOfKey = new Map<string, number>();
  const owned = input.rows.map((row) => ({ row, ...ownerOf(row, input) }));

  // Rows without an owner come last: one that has an owner is rather imported than called their duplicate.
  for (const candidate of [...owned.filter((c) => c.owner), ...owned.filter((c) => !c.owner)]) {
    const { row, owner } = candidate;
    const [strongest = ''] = identityKeys(row);
    const earlier = lineOfKey.get(strongest);
    const result =
      stopResult(row) ??
      (earlier === undefined ? null : duplicate(row, `The same as line ${earlier}.`)) ??
      matchKnown(candidate, here, plan) ??
      create(row, candidate, plan);
    plan.results.push(result);
    if (['new', 'held', 'invalid'].includes(result.result)) {
      plan.owners.push({ row, owner, reason: result.reason });
    }
    if (!owner || result.result === 'stopped') continue;
    for (const key of identityKeys(row)) if (!lineOfKey.has(key)) lineOfKey.set(key, row.line);
  }
  return plan;
}

/** What is here by key, and by which row of the file each key is held: null when by several. */
type Here = {
  byKey: ReadonlyMap<string, readonly KnownProspect[]>;
  heldBy: ReadonlyMap<string, string | null>;
};

function holdersOf(rows: readonly PersonKeys[]): Here['heldBy'] {
  const heldBy = new Map<string, string | null>();
  for (const row of rows) {
    const keys = identityKeys(row);
    // Rows with the same strongest key are duplicates of each other, and count as one.
    const [holder = ''] = keys;
    for (const key of keys) {
      const before = heldBy.get(key);
      heldBy.set(key, before === undefined || before === holder ? holder : null);
    }
  }
  return heldBy;
}

function isAlone(row: IdentifiedRow, known: KnownProspect, { heldBy }: Here): boolean {
  const [own] = identityKeys(row);
  const after = { ...known, ...emptyValues(row, known) };
  return [...identityKeys(known), ...identityKeys(after)].every((key) => {
    const holder = heldBy.get(key);
    return holder === undefined || holder === own;
  });
}

type Owned = { owner: Rep | null; reason: string | null };

function ownerOf(row: IdentifiedRow, input: PlanInput): Owned {
  const named = input.readOwner(row.owner);
  const owner = named.ok ? named.rep : input.fallbackOwner;
  if (owner === null) return { owner, reason: named.ok ? null : named.reason };
  const { importedBy } = input;
  if (importedBy && !importedBy.isManager && importedBy.id !== owner.id) {
    return { owner: null, reason: `Only a manager imports for others (${owner.name}).` };
  }
  return { owner, reason: null };
}

function stopResult(row: IdentifiedRow): RowResult | null {
  if (row.stop !== 'stopped') return null;
  return { line: row.line, result: 'stopped', reason: 'They asked us to stop.' };
}

function matchKnown(
  { row, owner }: Owned & { row: IdentifiedRow },
  here: Here,
  plan: ImportPlan,
): RowResult | null {
  const known = findKnown(row, here.byKey, (one) => isAlone(row, one, here));
  if (!known) return null;
  if (known.status === 'stopped') {
    return { line: row.line, result: 'stopped', reason: 'They asked us to stop.' };
  }
  if (known.status !== 'open') {
    const label = labelOf(known);
    return duplicate(row, `${label} is already here as ${CLOSED[known.status]}; it stays so.`);
  }
  const fill = emptyValues(row, known);
  const filled = Object.keys(fill).filter((key) => !key.endsWith('Key'));
  if (filled.length === 0) {
    const kept = row.nextOn === null ? ', nothing new' : '; its next step stays';
    return duplicate(row, `Already here${kept}.`);
  }
  const words = filled.map((field) => (field === 'externalId' ? 'id' : field)).join(', ');
  if (!owner) return duplicate(row, `Already here; without an owner it does not add ${words}.`);
  if (!isAlone(row, known, here)) {
    return duplicate(row, `Already here; other rows look the same, so it does not add ${words}.`);
  }
  plan.fill.set(known.id, fill);
  return { line: row.line, result: 'updated', reason: `Already here; adds ${words}.` };
}

const CLOSED = { won: 'won', lost: 'lost', not_a_prospect: 'not a prospect' } as const;

function emptyValues(row: IdentifiedRow, known: KnownProspect): Fill {
  const fill: Fill = {};
  if (known.name === null && row.name !== null) {
    Object.assign(fill, { name: row.name, nameKey: row.nameKey });
  }
  if (known.company === null && row.company !== null) {
    Object.assign(fill, { company: row.company, companyKey: row.companyKey });
  }
  if (known.email === null && row.email !== null) {
    Object.assign(fill, { email: row.email, emailKey: row.emailKey });
  }
  if (known.phone === null && row.phone !== null) {
    Object.assign(fill, { phone: row.phone, phoneKey: row.phoneKey });
  }
  if (known.externalId === null && row.externalId !== null) fill.externalId = row.externalId;
  if (known.interest === null && row.interest !== null) fill.interest = row.interest;
  return fill;
}

const HELD =
  'Same phone as somebody else who asked us to stop: added, and nobody reaches out before a manager says who it is.';

function create(row: IdentifiedRow, { owner, reason }: Owned, plan: ImportPlan): RowResult {
  if (!owner) return { line: row.line, result: 'invalid', reason };
  plan.create.push({ row, owner });
  if (row.stop !== 'held') return { line: row.line, result: 'new', reason: null };
  return { line: row.line, result: 'held', reason: HELD };
}

function duplicate(row: IdentifiedRow, reason: string): RowResult {
  return { line: row.line, result: 'duplicate', reason };
}
