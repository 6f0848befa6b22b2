import { findRep } from '../db/reps.ts';
import { InvalidError, NotFoundError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import type { RepContext } from './context.ts';
import { isUuid } from './get-prospect.ts';

/** A rep of the workspace, also one who left. */
export async function getRep(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  repId: string,
): Promise<Rep> {
  const rep = isUuid(repId) ? await findRep(db, { workspaceId, repId }) : null;
  if (!rep) throw new NotFoundError(({ handOver }) => handOver.doesNotUse);
  return rep;
}

/** Somebody who can take over prospects. */
export async function getNewOwner(ctx: RepContext, repId: string): Promise<Rep> {
  const rep = await getRep(ctx, repId);
  if (rep.deactivatedAt === null) return rep;
  throw new InvalidError(({ handOver }) => handOver.hasLeft(rep.name), 'toRepId');
}
