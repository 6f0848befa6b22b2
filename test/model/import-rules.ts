import type { Person } from './cast.ts';
import { type Day, plus, timeAt, workingFrom } from './days.ts';
import {
  DIGEST_TIME,
  type Model,
  type ModelProspect,
  PACE,
  repOf,
  todayOf,
  workOf,
} from './model.ts';
import { isSamePerson } from './people.ts';
import { newcomer } from './world.ts';

/** Rows of one import have one owner here, and newcomers are strangers to each other. */
export type Row = Person & { owner: number; on: Day | null; contacts: number };

type Result = 'new' | 'duplicate' | 'updated' | 'stopped' | 'held' | 'invalid';

/**
 * What becomes of each row of a file (2.8), and how to apply it to the model. The order of the answers
 * where several fit is not in DESIGN: a stop first, then who is known, then whether there is an owner.
 */
export function planFile(model: Model, { rows, actor }: { rows: readonly Row[]; actor: number }) {
  const counts: Record<Result, number> = {
    ...{ new: 0, duplicate: 0, updated: 0 },
    ...{ stopped: 0, held: 0, invalid: 0 },
  };
  const created: Row[] = [];
  const fills: (() => void)[] = [];
  for (const row of rows) {
    const { result, fill } = resultOf(model, { row, actor });
    counts[result] += 1;
    if (result === 'new' || result === 'held') created.push(row);
    if (fill) fills.push(fill);
  }
  return {
    counts,
    apply: () => {
      for (const fill of fills) fill();
      place(model, created);
    },
  };
}

function resultOf(
  model: Model,
  { row, actor }: { row: Row; actor: number },
): { result: Result; fill?: () => void } {
  const stopped = model.prospects.filter(({ state }) => state.status === 'stopped');
  if (stopped.some((other) => isSamePerson(other, row))) return { result: 'stopped' };
  const isShared = stopped.some(({ phone }) => row.phone !== null && phone === row.phone);
  const isInvalid =
    repOf(model, row.owner).isGone || (!repOf(model, actor).isManager && row.owner !== actor);
  const known = findKnown(model, row);
  if (!known) return { result: isInvalid ? 'invalid' : isShared ? 'held' : 'new' };
  const isEmpty = known.phone === null && row.phone !== null;
  const addsEmail = known.email === null && row.email !== null;
  if (known.state.status !== 'open' || isInvalid || !(isEmpty || addsEmail)) {
    return { result: 'duplicate' };
  }
  const fill = () => {
    known.phone ??= row.phone;
    known.email ??= row.email;
    known.changes.push({ verb: 'import', touch: null, by: null, before: known.state });
  };
  return { result: 'updated', fill };
}

/** E-mail, else phone with name, else exact name and company; of several an open one, then the most alike. */
function findKnown(model: Model, row: Row): ModelProspect | null {
  const clashes = (other: ModelProspect) =>
    row.email !== null && other.email !== null && row.email !== other.email;
  const byEmail = model.prospects.filter(({ email }) => row.email !== null && email === row.email);
  const byPhone = model.prospects.filter(
    (other) =>
      row.phone !== null && other.phone === row.phone && other.name === row.name && !clashes(other),
  );
  const byName = model.prospects.filter(
    (other) =>
      other.name === row.name &&
      other.company === row.company &&
      !clashes(other) &&
      !(row.phone !== null && other.phone !== null && row.phone !== other.phone),
  );
  const found = [byEmail, byPhone, byName].find((some) => some.length > 0) ?? [];
  const unlike = (other: ModelProspect) =>
    [other.name !== row.name, other.email !== row.email, other.phone !== row.phone].filter(Boolean)
      .length + (other.state.status === 'open' ? 0 : 10);
  return found.toSorted((a, b) => unlike(a) - unlike(b))[0] ?? null;
}

/** In line from the owner's next digest on: each working day takes as many as the pace has room for. */
function place(model: Model, rows: readonly Row[]): void {
  const [first] = rows;
  if (!first) return;
  const owner = repOf(model, first.owner);
  const work = workOf(model, owner);
  const today = todayOf(model, owner);
  const isBefore = timeAt(model.now, owner.zone) < DIGEST_TIME;
  const from = workingFrom(isBefore ? today : plus(today, 1), work);
  const taken = [
    ...model.prospects.flatMap(({ state }) =>
      state.owner === first.owner ? (state.next?.on ?? []) : [],
    ),
    ...rows.flatMap(({ on }) => on ?? []),
  ].map((on) => (on < from ? from : on));
  let day = from;
  for (const row of rows) {
    while (row.on === null && taken.filter((on) => on === day).length >= PACE) {
      day = workingFrom(plus(day, 1), work);
    }
    if (row.on === null) taken.push(day);
    const step = { owner: row.owner, on: row.on ?? day, rule: 'imported', inLine: row.on === null };
    model.prospects.push({ ...newcomer(row, step), importedContacts: row.contacts });
  }
}
