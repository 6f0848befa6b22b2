import { findRep } from '../db/reps.ts';
import type { Cracked } from '../domain/cracks.ts';
import { ConflictError, InvalidError, NotFoundError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { subjectKey } from '../domain/subject.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { after } from './delivery-context.ts';
import { isUuid } from './get-prospect.ts';
import { getRep } from './get-rep.ts';
import { listSeen, loadSweptOf } from './load-sweep.ts';
import { mustManage } from './permissions.ts';
import { planDelivery } from './plan-delivery.ts';

/** What begins the ledger's name of a nudge; who asks and the rep's day follow. */
const NUDGE = 'nudge';
const KEPT_MS = 24 * 3_600_000;

/**
 * Asks a rep about what cracks, in one direct message: at most one a day from each manager.
 * @throws ConflictError when they were asked today or nothing cracks any more.
 */
export async function nudgeRep(
  ctx: RepContext,
  { repId }: { repId: string },
): Promise<{ rep: Rep; count: number }> {
  const rep = await getSeenRep(ctx, repId);
  if (rep.id === ctx.rep.id) throw new InvalidError(({ cracks }) => cracks.areYours);
  const count = (await loadSweptOf(ctx, rep)).length;
  if (count === 0) throw new ConflictError(({ cracks }) => cracks.noneOf(rep.name));
  const { added } = await planDelivery(ctx, {
    kind: 'notice',
    subjectKey: subjectKey({ kind: 'rep', id: rep.id }),
    occurrenceKey: [NUDGE, ctx.rep.id, localDateOf(ctx.now, rep.zone)].join(':'),
    zone: rep.zone,
    dueAt: ctx.now,
    expiresAt: after(ctx.now, KEPT_MS),
  });
  if (!added) throw new ConflictError(({ cracks }) => cracks.askedToday(rep.name));
  return { rep, count };
}

/** What one rep has in this week's sweep, for the manager who sees it. */
export async function loadSeenCracks(
  ctx: RepContext,
  { repId }: { repId: string },
): Promise<{ rep: Rep; rows: Cracked[]; today: LocalDate }> {
  const rep = await getSeenRep(ctx, repId);
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return { rep, rows: await loadSweptOf(ctx, rep), today };
}

export type Nudge = { by: string; rows: Cracked[]; today: LocalDate };

/** What a nudge says by now; null when nothing cracks any more or the occurrence is no nudge. */
export async function loadNudge(ctx: RepContext, occurrenceKey: string): Promise<Nudge | null> {
  const [kind, managerId = ''] = occurrenceKey.split(':');
  if (kind !== NUDGE || !isUuid(managerId)) return null;
  const { db, workspaceId, rep } = ctx;
  const manager = await findRep(db, { workspaceId, repId: managerId });
  if (!manager) return null;
  const rows = await loadSweptOf({ ...ctx, rep: manager }, rep);
  if (rows.length === 0) return null;
  return { by: manager.name, rows, today: localDateOf(ctx.now, rep.zone) };
}

async function getSeenRep(ctx: RepContext, repId: string): Promise<Rep> {
  mustManage(ctx.rep, 'seeCracksOfOthers');
  const rep = await getRep(ctx, repId);
  const seen = await listSeen(ctx);
  if (seen.some(({ id }) => id === rep.id)) return rep;
  throw new NotFoundError(({ cracks }) => cracks.notInYourTeam(rep.name));
}
