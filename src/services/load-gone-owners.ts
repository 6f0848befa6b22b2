import { countOwned } from '../db/owned-prospects.ts';
import { listOpenProspects } from '../db/prospect-lists.ts';
import { listReps } from '../db/reps.ts';
import type { GoneOwner } from '../domain/gone-owner.ts';
import { managersOf } from '../domain/managers.ts';
import { type Owned, totalOf } from '../domain/owned.ts';
import { landOn } from '../domain/paging.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findHeldIds } from './list-held.ts';
import { mustManage } from './permissions.ts';

/** Those who left with something to chase and of whom this manager is told; nobody for other reps. */
export async function loadGoneOwners(ctx: RepContext): Promise<GoneOwner[]> {
  return ctx.rep.isManager ? describeGone(ctx, await listGone(ctx)) : [];
}

/** Of reps who left, those with something to chase, by name. */
export async function describeGone(ctx: RepContext, reps: readonly Rep[]): Promise<GoneOwner[]> {
  if (reps.length === 0) return [];
  const { db, workspaceId, now, rep: reader } = ctx;
  const today = localDateOf(now, reader.zone);
  const ownerIds = reps.map(({ id }) => id);
  const owned = await countOwned(db, { workspaceId, ownerIds, today });
  return reps.flatMap(({ id, name, deactivatedAt }) => {
    const own: Owned | undefined = owned.get(id);
    if (!own || totalOf(own) === 0 || deactivatedAt === null) return [];
    return [{ repId: id, name, leftOn: localDateOf(deactivatedAt, reader.zone), owned: own }];
  });
}

export type LeftBehind = {
  rows: Prospect[];
  /** The row the page begins with, from 0, and how many there are in all. */
  from: number;
  total: number;
  heldIds: ReadonlySet<string>;
  nameOf: (ownerId: string | null) => string | null;
};

/** A page of the open prospects of those who left, soonest first: a manager's, until somebody has them. */
export async function listLeftBehind(
  ctx: RepContext,
  { limit, ...asked }: { limit: number; from?: number },
): Promise<LeftBehind> {
  mustManage(ctx.rep, 'seeLeftBehind');
  const gone = await loadGoneOwners(ctx);
  const ownerIds = gone.map(({ repId }) => repId);
  const names = new Map(gone.map(({ repId, name }) => [repId, name]));
  const { db, workspaceId } = ctx;
  const total = gone.reduce((sum, { owned }) => sum + owned.open, 0);
  const from = landOn(asked.from ?? 0, { total, size: limit });
  const rows = await listOpenProspects(db, { workspaceId, ownerIds, limit, offset: from });
  return {
    ...{ rows, from, total },
    heldIds: await findHeldIds(
      ctx,
      rows.map(({ id }) => id),
    ),
    nameOf: (ownerId) => names.get(ownerId ?? '') ?? null,
  };
}

async function listGone({ db, workspaceId, rep }: RepContext): Promise<Rep[]> {
  const reps = await listReps(db, workspaceId);
  return reps.filter(
    (one) => one.deactivatedAt && managersOf(one, reps).some(({ id }) => id === rep.id),
  );
}
