import {
  countOpenProspects,
  listDueProspects,
  listOpenProspects,
  ownsAny,
} from '../db/prospect-lists.ts';
import { findRepBySlackUser } from '../db/reps.ts';
import { NotFoundError } from '../domain/errors.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import { landOn } from '../domain/paging.ts';
import type { Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findHeldIds } from './list-held.ts';

export type ListScope = 'open' | 'overdue' | 'today' | 'week' | { slackUserId: string };

export type ProspectList = {
  rows: Prospect[];
  /** The row the page begins with, from 0, and how many there are in all. */
  from: number;
  total: number;
  /** Those of the rows that wait for a manager. */
  heldIds: ReadonlySet<string>;
  today: LocalDate;
  /** The name of another rep whose list it is; null for one's own. */
  ofRep: string | null;
  /** It is one's own, and there was never anybody on it. */
  ownsNone: boolean;
};

/**
 * A page of a rep's open prospects, soonest first: all, the overdue ones, up to today, up to Sunday, or
 * another rep's. Past the end it is the last one.
 * @throws NotFoundError when the other person is not a rep of this workspace.
 */
export async function listProspectsFor(
  ctx: RepContext,
  { scope, limit, from = 0 }: { scope: ListScope; limit: number; from?: number },
): Promise<ProspectList> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  if (scope === 'overdue' || scope === 'today' || scope === 'week') {
    const until = { overdue: addDays(today, -1), today, week: addDays(mondayOf(today), 6) }[scope];
    const all = await listDueProspects(db, { workspaceId, ownerId: rep.id, until });
    const due = all.filter((prospect) => prospect.standing.status === 'open');
    // In line is waiting for room, not late.
    const rows = scope === 'overdue' ? due.filter((prospect) => !prospect.inLine) : due;
    const total = rows.length;
    const landed = landOn(from, { total, size: limit });
    const shown = rows.slice(landed, landed + limit);
    const heldIds = await findHeldIds(ctx, idsOf(shown));
    return { rows: shown, from: landed, total, heldIds, today, ofRep: null, ownsNone: false };
  }
  const other = typeof scope === 'object' ? await getRep(ctx, scope.slackUserId) : rep;
  const total = await countOpenProspects(db, { workspaceId, ownerId: other.id });
  const offset = landOn(from, { total, size: limit });
  const rows = await listOpenProspects(db, { workspaceId, ownerIds: [other.id], limit, offset });
  const heldIds = await findHeldIds(ctx, idsOf(rows));
  const ownsNone =
    total === 0 && other.id === rep.id && !(await ownsAny(db, { workspaceId, ownerId: rep.id }));
  const ofRep = other.id === rep.id ? null : other.name;
  return { rows, from: offset, total, heldIds, today, ofRep, ownsNone };
}

function idsOf(prospects: readonly Prospect[]): string[] {
  return prospects.map(({ id }) => id);
}

async function getRep({ db, workspaceId }: RepContext, slackUserId: string) {
  const found = await findRepBySlackUser(db, { workspaceId, slackUserId });
  if (found) return found;
  throw new NotFoundError(({ card }) => card.list.noRep);
}
