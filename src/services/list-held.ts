import { countHeldMatches, type HeldMatch, listHeldMatches } from '../db/held-matches.ts';
import type { Sentence } from '../domain/words/words.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { describeHold } from './describe-stop.ts';
import { mustManage } from './permissions.ts';

/** Shown of one prospect: more people than share a desk. */
const OF_ONE = 5;
/** More than a day has rows. */
const OF_A_DAY = 5000;

/** A prospect that is held, and whose phone it shares: "Same phone as Dana Reyes, who asked …". */
export type HeldRow = Pick<HeldMatch, 'prospect' | 'stopped'> & { said: Sentence };

/** Who waits for a manager's word, oldest first, and how many there are in all. */
export async function listHeld(
  ctx: RepContext,
  { limit }: { limit: number },
): Promise<{ rows: HeldRow[]; total: number }> {
  mustManage(ctx.rep, 'decideWhoItIs');
  const { db, workspaceId } = ctx;
  const matches = await listHeldMatches(db, { workspaceId, limit });
  return { rows: await describe(ctx, matches), total: await countHeldMatches(db, workspaceId) };
}

/** Why one prospect is held; empty when it is not. */
export async function listHeldOf(ctx: RepContext, prospectId: string): Promise<HeldRow[]> {
  const { db, workspaceId } = ctx;
  const prospectIds = [prospectId];
  return describe(ctx, await listHeldMatches(db, { workspaceId, prospectIds, limit: OF_ONE }));
}

/** Which of these prospects wait for a manager. */
export async function findHeldIds(
  { db, workspaceId }: Pick<WorkspaceContext, 'db' | 'workspaceId'>,
  prospectIds: string[],
): Promise<Set<string>> {
  if (prospectIds.length === 0) return new Set();
  const held = await listHeldMatches(db, { workspaceId, prospectIds, limit: OF_A_DAY });
  return new Set(held.map(({ prospect }) => prospect.id));
}

async function describe(ctx: RepContext, matches: readonly HeldMatch[]): Promise<HeldRow[]> {
  const rows: HeldRow[] = [];
  for (const { prospect, stopped } of matches) {
    rows.push({ prospect, stopped, said: await describeHold(ctx, stopped) });
  }
  return rows;
}
