import { findRep } from '../db/reps.ts';
import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import type { WorkspaceContext } from './context.ts';
import { after } from './delivery-context.ts';
import { isUuid } from './get-prospect.ts';
import { planDelivery } from './plan-delivery.ts';

/** What the two first messages are called in the ledger; a welcome may name who added the rep. */
const FIRST_RUN = 'first_run';
const WELCOME = 'welcome';
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Welcomes a rep who was just made one, as soon as messages go out: who sees what, and how to log. Who
 * manages from the start is the first manager, and is told how to set the team up instead.
 */
export async function planWelcome(
  ctx: WorkspaceContext,
  rep: Rep,
  addedBy?: string,
): Promise<void> {
  const welcome = addedBy === undefined ? WELCOME : `${WELCOME}:${addedBy}`;
  await planDelivery(ctx, {
    kind: 'notice',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    occurrenceKey: rep.isManager ? FIRST_RUN : welcome,
    zone: rep.zone,
    dueAt: ctx.now,
    expiresAt: after(ctx.now, KEPT_MS),
  });
}

export type Welcome = { kind: 'first_run' } | { kind: 'welcome'; addedBy: string | null };

/** Which welcome an occurrence is, with the name of who added the rep; null when it is none. */
export async function loadWelcome(
  { db, workspaceId }: WorkspaceContext,
  occurrenceKey: string,
): Promise<Welcome | null> {
  if (occurrenceKey === FIRST_RUN) return { kind: 'first_run' };
  const [name, repId = ''] = occurrenceKey.split(':');
  if (name !== WELCOME) return null;
  const adder = isUuid(repId) ? await findRep(db, { workspaceId, repId }) : null;
  return { kind: 'welcome', addedBy: adder?.name ?? null };
}
