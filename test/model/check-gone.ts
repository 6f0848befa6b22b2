import { listLeftBehind, loadGoneOwners } from '../../src/services/load-gone-owners.ts';
import { mustEqual } from './broken.ts';
import type { ModelProspect } from './model.ts';
import { contextOf, type World } from './world.ts';

/**
 * 2.2: the owner gone, the manager is told (the notice reads what `loadGoneOwners` says) and the prospects
 * are in the manager's list, while the owner stays on record.
 */
export async function checkGone(world: World): Promise<void> {
  const { model, reps } = world;
  if (model.reps.every(({ isGone }) => !isGone)) return;
  const manager = model.reps.findIndex(({ isManager, isGone }) => isManager && !isGone);
  const ctx = contextOf(world, manager);
  const left = model.prospects.filter(({ state }) => model.reps[state.owner]?.isGone);
  const open = left.filter(({ state }) => state.status === 'open');
  const told = await loadGoneOwners(ctx);
  const said = told.map(({ repId, owned }) => [repId, owned.open, owned.revisits].join(' ')).sort();
  const expected = reps.flatMap(({ id }, at) => {
    const own = left.filter(({ state }) => state.owner === at);
    const counts = [countOpen(own), own.filter(({ state }) => state.revisitOn !== null).length];
    return counts.some((n) => n > 0) ? [[id, ...counts].join(' ')] : [];
  });
  mustEqual('2.2: the manager is told of everything a gone owner has', said, expected.sort());
  const { rows, total } = await listLeftBehind(ctx, { limit: 200 });
  const listed = rows.map(({ id }) => id).sort();
  mustEqual('2.2: the manager’s list holds what gone owners have open', listed, ids(open));
  mustEqual('2.2: and counts it', total, open.length);
}

function countOpen(some: readonly ModelProspect[]): number {
  return some.filter(({ state }) => state.status === 'open').length;
}

function ids(some: readonly ModelProspect[]): string[] {
  return some.map(({ id }) => id).sort();
}
