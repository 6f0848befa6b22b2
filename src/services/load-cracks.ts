import { listAnnounced } from '../db/announced-cracks.ts';
import { findSentDigest } from '../db/digest-items.ts';
import { listActiveReps } from '../db/reps.ts';
import type { Cracked } from '../domain/cracks.ts';
import { addDays, type LocalDate, mondayOf } from '../domain/local-date.ts';
import { managersOf } from '../domain/managers.ts';
import type { Rep } from '../domain/rep.ts';
import { isWorkingDay, workingDayBefore } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { findCracks } from './find-cracks.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** What was announced for a Monday and is still so, by owner; nobody who has nothing. */
export async function loadAnnouncedCracks(
  ctx: WorkspaceContext,
  { owners, sweepOn }: { owners: readonly Rep[]; sweepOn: LocalDate },
): Promise<Map<string, Cracked[]>> {
  const { db, workspaceId } = ctx;
  const ownerIds = owners.map(({ id }) => id);
  const announced = new Map(
    (await listAnnounced(db, { workspaceId, sweepOn, ownerIds })).map((row) => [
      row.prospectId,
      row.ownerId,
    ]),
  );
  if (announced.size === 0) return new Map();
  const told = new Set(announced.values());
  const cracks = await findCracks(
    ctx,
    owners.filter(({ id }) => told.has(id)),
    [...announced.keys()],
  );
  return new Map(
    [...cracks].flatMap(([ownerId, rows]) => {
      const listed = rows.filter((row) => announced.get(row.prospectId) === ownerId);
      return listed.length === 0 ? [] : [[ownerId, listed] as const];
    }),
  );
}

export type OwnCracks = {
  /** The Monday they go to the manager. */
  sweepOn: LocalDate;
  /** The day whose digest says what goes. */
  announcedOn: LocalDate;
  /** It was said: nothing is added until then. */
  isAnnounced: boolean;
  rows: Cracked[];
  /** The only manager who sees them is the rep. */
  isOwnManager: boolean;
  today: LocalDate;
};

/**
 * What the manager will see of a rep's own, exactly: before their last digest of the week what cracks
 * now, from then on what it announced and still cracks. On a Monday it is what the manager sees that day.
 */
export async function loadOwnCracks(ctx: RepContext): Promise<OwnCracks> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const monday = mondayOf(today);
  return loadCracksOf(ctx, { today, sweepOn: monday === today ? today : addDays(monday, 7) });
}

/** What today's digest has to say of the manager's Monday; null on every day but the last before it. */
export async function loadToManager(ctx: RepContext): Promise<OwnCracks | null> {
  const { rep, now } = ctx;
  const today = localDateOf(now, rep.zone);
  const sweepOn = addDays(mondayOf(today), 7);
  const calendar = await loadWorkCalendar(ctx, { rep, from: today });
  if (!isWorkingDay(today, calendar)) return null;
  if (workingDayBefore(sweepOn, calendar) !== today) return null;
  const own = await loadCracksOf(ctx, { today, sweepOn });
  return own.rows.length > 0 ? own : null;
}

async function loadCracksOf(
  ctx: RepContext,
  { today, sweepOn }: { today: LocalDate; sweepOn: LocalDate },
): Promise<OwnCracks> {
  const { db, workspaceId, rep } = ctx;
  const managers = managersOf(rep, await listActiveReps(db, workspaceId));
  const announcedOn = await lastDigestBefore(ctx, sweepOn);
  const isAnnounced = await wasAnnounced(ctx, { sweepOn, announcedOn, today });
  const isSeen = managers.length > 0;
  const cracks = isAnnounced
    ? await loadAnnouncedCracks(ctx, { owners: [rep], sweepOn })
    : await findCracks(ctx, isSeen ? [rep] : []);
  const isOwnManager = managers.length === 1 && managers[0]?.id === rep.id;
  const rows = (isSeen ? cracks.get(rep.id) : null) ?? [];
  return { sweepOn, announcedOn, isAnnounced, rows, isOwnManager, today };
}

async function lastDigestBefore(ctx: RepContext, sweepOn: LocalDate): Promise<LocalDate> {
  const calendar = await loadWorkCalendar(ctx, { rep: ctx.rep, from: addDays(sweepOn, -60) });
  return workingDayBefore(sweepOn, calendar);
}

async function wasAnnounced(
  { db, workspaceId, rep }: RepContext,
  { sweepOn, announcedOn, today }: Pick<OwnCracks, 'sweepOn' | 'announcedOn' | 'today'>,
): Promise<boolean> {
  if (today !== announcedOn) return today > announcedOn;
  const sent = await findSentDigest(db, { workspaceId, repId: rep.id, on: announcedOn });
  if (sent) return true;
  const rows = await listAnnounced(db, { workspaceId, sweepOn, ownerIds: [rep.id] });
  return rows.length > 0;
}
