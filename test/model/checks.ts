import { listProspectsFor } from '../../src/services/list-prospects.ts';
import { loadBoard } from '../../src/services/load-board.ts';
import { Broken, mustEqual } from './broken.ts';
import { checkDay } from './check-day.ts';
import { checkGone } from './check-gone.ts';
import { loadOn, type ModelProspect, PACE, repOf, scoreOf, todayOf } from './model.ts';
import type { Row, Rows } from './read-rows.ts';
import type { Intent } from './verb.ts';
import { contextOf, type World } from './world.ts';

/** A step that was taken, with every row before and after it. */
export type Taken = { intent: Intent; before: Rows; after: Rows };

/** Each says which sentence of DESIGN it holds the bot to, and throws when that is broken. */
export const CHECKS: readonly ((world: World, taken: Taken) => void | Promise<void>)[] = [
  checkNoCracks,
  checkRowsAreTheModels,
  checkPromisesStay,
  checkStoppedChannels,
  checkPace,
  checkScores,
  checkLists,
  checkDays,
  checkGone,
];

/** 2.2: open exactly with one dated next step and an owner. */
function checkNoCracks(_world: World, { after }: Taken): void {
  for (const row of after.values()) {
    const isOpen = row.status === 'open';
    const isWhole = row.ownerId !== null && row.nextOn !== null && row.nextAction !== null;
    const says = '2.2: open means exactly one dated next step and an owner';
    if (isOpen ? !isWhole : row.nextOn !== null) {
      throw new Broken(says, { expected: isOpen ? 'a next step' : 'none', actual: row });
    }
  }
}

/** Every rule at once: what is stored is what the model holds, prospect by prospect. */
function checkRowsAreTheModels({ model, reps }: World, { after }: Taken): void {
  mustEqual('as many prospects as the model has', after.size, model.prospects.length);
  for (const [at, prospect] of model.prospects.entries()) {
    const row = after.get(prospect.id);
    const stored = row && storedState(row, (id) => reps.findIndex((rep) => rep.id === id));
    mustEqual(`${prospect.name} (#${at}) stands as in the model`, stored, modelState(prospect));
  }
}

function storedState(row: Row, repNumber: (id: string | null) => number) {
  return {
    ...{ owner: repNumber(row.ownerId), status: row.status, revisitOn: row.revisitOn },
    ...{ nextOn: row.nextOn, nextAt: row.nextAt?.toISOString() ?? null, step: row.nextStep },
    ...{ promised: row.promised, rule: row.nextRule?.kind ?? null, interest: row.interest },
    ...{ inLine: row.inLine, snoozes: row.snoozes, stopped: [...row.stoppedChannels].sort() },
    ...{ email: row.email, phone: row.phone },
  };
}

function modelState({ state, email, phone }: ModelProspect): ReturnType<typeof storedState> {
  const { owner, status, revisitOn, next, interest, inLine, snoozes, stopped } = state;
  const at = next?.at ?? null;
  return {
    ...{ owner, status, revisitOn, interest, inLine, snoozes, email, phone },
    ...{ nextOn: next?.on ?? null, nextAt: at === null ? null : new Date(at).toISOString() },
    ...{ step: next?.step ?? null, promised: next?.promised ?? false },
    // Safe because the model names its rules by the words of `Rule`.
    rule: (next?.rule ?? null) as ReturnType<typeof storedState>['rule'],
    stopped: [...stopped].sort(),
  };
}

/**
 * 2.1 and 2.2: a promise is never moved, only warned about. Whoever names a new date, keeps it or takes
 * back may; a time keeps its instant even where its day is another in the owner's new zone.
 */
function checkPromisesStay({ model }: World, { intent, before, after }: Taken): void {
  for (const [at, { id, name }] of model.prospects.entries()) {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was?.promised || is?.status !== 'open' || intent.answers.includes(at)) continue;
    const when = (row: Row) => ({ promised: row.promised, at: row.nextAt ?? row.nextOn });
    mustEqual(`2.2: the promise to ${name} (#${at}) does not move by itself`, when(is), when(was));
  }
}

/** 2.4: a stop for one channel blocks that channel, so no next step proposes it. */
function checkStoppedChannels(_world: World, { after }: Taken): void {
  for (const { name, nextChannel, nextRule, stoppedChannels } of after.values()) {
    if (nextChannel !== null && stoppedChannels.includes(nextChannel)) {
      const says = `2.4: the next step with ${name} (${nextRule?.kind}) uses no channel they stopped`;
      throw new Broken(says, { expected: `none of ${stoppedChannels}`, actual: nextChannel });
    }
    if (nextRule?.kind === 'nurture' && nextChannel === 'call') {
      const expected = 'a message';
      throw new Broken(`2.3: nurture is never a call (${name})`, { expected, actual: nextChannel });
    }
  }
}

/**
 * 2.3: a cadence date takes a day with room. What the pace placed never fills a day beyond it; promises,
 * picked dates, conversations and what came back by undo or with another owner may.
 */
function checkPace({ model }: World): void {
  for (const { state } of model.prospects) {
    if (!state.next?.fitted) continue;
    const { owner, next } = state;
    const placed = model.prospects.filter(
      (other) =>
        other.state.owner === owner &&
        other.state.next?.fitted &&
        other.state.next.on === next.on &&
        !cameBack(other),
    );
    if (placed.length <= PACE) continue;
    const load = loadOn(model, owner, next.on);
    const says = `2.3: ${next.on} is over the pace of ${repOf(model, owner).name} (${load} steps)`;
    throw new Broken(says, { expected: PACE, actual: placed.length });
  }
}

function cameBack({ changes }: ModelProspect): boolean {
  const verb = changes.at(-1)?.verb;
  return verb !== 'log' && verb !== 'nurture';
}

/** 2.6: the score equals the model's, over every day there can be. */
async function checkScores({ db, workspaceId, model, reps }: World): Promise<void> {
  const span = { from: '2026-01-01', to: '2028-12-31' };
  const board = await loadBoard({ db, workspaceId }, span);
  const stored = board.rows.map(({ repId, followUps }) => [repId, followUps]);
  const expected = reps
    .map((rep, at) => [rep.id, scoreOf(model, at)] as const)
    .filter(([, score]) => score > 0);
  mustEqual('2.6: the score equals the model’s', byId(stored), byId(expected));
}

function byId(rows: readonly (readonly unknown[])[]) {
  return rows.map((row) => row.join(' ')).sort();
}

/** 2.5: every due prospect is counted in its owner's digest, none that is stopped. */
async function checkDays(world: World, taken: Taken): Promise<void> {
  for (const at of concerned(world, taken)) {
    await checkDay(world, at);
    world.shownOn.set(at, todayOf(world.model, repOf(world.model, at)));
  }
}

/** 2.4 and 2.10: the lists hold the owner's open prospects and nobody who is stopped. */
async function checkLists(world: World, taken: Taken): Promise<void> {
  const { model } = world;
  for (const at of concerned(world, taken).slice(0, 1)) {
    const ctx = contextOf(world, at);
    const open = await listProspectsFor(ctx, { scope: 'open', limit: 200 });
    const today = await listProspectsFor(ctx, { scope: 'today', limit: 200 });
    const mine = model.prospects.filter(({ state }) => state.owner === at && state.next !== null);
    const due = mine.filter(
      ({ state }) => (state.next?.on ?? '') <= todayOf(model, repOf(model, at)),
    );
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    mustEqual('2.4: /followup list holds what is open', ids(open.rows), ids(mine));
    mustEqual('2.5: /followup list today holds what is due', ids(today.rows), ids(due));
  }
}

/**
 * Whose day may differ since it was last looked at: the owners of what changed, and everybody for whom
 * another day began.
 */
function concerned({ model, reps, shownOn }: World, { before, after }: Taken): number[] {
  const changed = [...after.values()].filter((row) => before.get(row.id)?.version !== row.version);
  const owners = new Set(changed.flatMap((row) => [row.ownerId, before.get(row.id)?.ownerId]));
  return reps.flatMap(({ id }, at) => {
    const rep = repOf(model, at);
    const isNew = owners.has(id) || shownOn.get(at) !== todayOf(model, rep);
    return isNew && !rep.isGone ? [at] : [];
  });
}
