import { randomUUID } from 'node:crypto';
import { insertHistoryBatch } from '../db/history-batches.ts';
import { lockDue, moveSteps } from '../db/spreads.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect, Rule } from '../domain/prospect.ts';
import { takeSnapshot } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { loadSpread } from './load-spread.ts';
import { requestDigestRedrawOf } from './request-digest-redraw.ts';

/** What was moved, to which days; `batchId` takes it back. */
export type SpreadResult = { batchId: string; moved: number; days: LocalDate[] };

/**
 * Spreads the rep's own day as it stands now over the working days with room, as a whole. Null when
 * there is nothing to spread any more: a repeat moves nothing again.
 */
export async function spreadDay(ctx: RepContext): Promise<SpreadResult | null> {
  const { workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await lockDue(db, { workspaceId, repId: rep.id, until: today });
    const spread = await loadSpread(inside);
    if (!spread) return null;
    const { moves, days } = spread.plan;
    const steps = moves.flatMap(({ prospectId, on }) => {
      const prospect = spread.due.get(prospectId);
      return prospect ? [{ prospect, on, rule: { kind: 'spread' as const } }] : [];
    });
    const batchId = randomUUID();
    await saveMoves(inside, { steps, verb: 'spread', batchId });
    const taking = days.filter(({ moved }) => moved > 0).map(({ on }) => on);
    return { batchId, moved: steps.length, days: taking };
  });
}

export type MovedStep = { prospect: Prospect; on: LocalDate; rule: Rule };

/** Writes held next steps onto other days, each with its line of history, and asks for the digest anew. */
export async function saveMoves(
  ctx: RepContext,
  { steps, verb, batchId }: { steps: MovedStep[]; verb: 'spread' | 'undo'; batchId: string },
): Promise<void> {
  const { db, workspaceId, now, rep } = ctx;
  const moves = steps.map(({ prospect: { id: prospectId, version }, on, rule }) => ({
    ...{ prospectId, version, on, rule },
  }));
  await moveSteps(db, { workspaceId, moves, now });
  const entries = steps.map((step) => {
    const after = movedTo(step);
    return {
      ...{ prospectId: after.id, repId: rep.id, touchId: null, verb, version: after.version },
      ...{ before: takeSnapshot(step.prospect), after: takeSnapshot(after), at: now },
    };
  });
  await insertHistoryBatch(db, { workspaceId, batchId, entries });
  const owners = steps.flatMap(({ prospect }) => prospect.ownerId ?? []);
  await requestDigestRedrawOf(ctx, [...new Set(owners)]);
}

function movedTo({ prospect, on, rule }: MovedStep): Prospect {
  const { standing } = prospect;
  if (standing.status !== 'open') throw new Error('Only an open next step is moved.');
  return {
    ...prospect,
    version: prospect.version + 1,
    standing: { ...standing, next: { ...standing.next, on, rule } },
  };
}
