import { insertHistoryBatch } from '../db/history-batches.ts';
import { saveOwner } from '../db/owned-prospects.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import { takeSnapshot } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { requestDigestRedrawOf } from './request-digest-redraw.ts';

export type Giving = {
  /** Held by the transaction. */
  prospects: readonly Prospect[];
  to: Rep;
  verb: 'change_owner' | 'undo';
  batchId: string;
};

/**
 * Makes prospects somebody else's, each with its line of history. Dates and promises stay; a next step
 * with a time keeps its instant, on the day it has in the new owner's zone.
 */
export async function giveProspects(
  ctx: RepContext,
  { prospects, to, verb, batchId }: Giving,
): Promise<Prospect[]> {
  const { db, workspaceId, now, rep } = ctx;
  const given = prospects.map((prospect) => givenTo(to, prospect));
  const steps = given.map(({ id, standing }) => ({
    prospectId: id,
    on: standing.next?.on ?? null,
  }));
  await saveOwner(db, { workspaceId, ownerId: to.id, steps, now });
  const entries = prospects.map((before, at) => {
    const after = given[at] ?? before;
    return {
      ...{ prospectId: before.id, repId: rep.id, touchId: null, verb, version: after.version },
      ...{ before: takeSnapshot(before), after: takeSnapshot(after), at: now },
    };
  });
  await insertHistoryBatch(db, { workspaceId, batchId, entries });
  const owners = prospects.flatMap(({ ownerId }) => ownerId ?? []);
  await requestDigestRedrawOf(ctx, [...new Set([...owners, to.id])]);
  return given;
}

function givenTo(to: Rep, prospect: Prospect): Prospect {
  const own = { ...prospect, ownerId: to.id, version: prospect.version + 1 };
  const { standing } = prospect;
  if (standing.status !== 'open' || standing.next.at === null) return own;
  const on = localDateOf(standing.next.at, to.zone);
  return { ...own, standing: { ...standing, next: { ...standing.next, on } } };
}
