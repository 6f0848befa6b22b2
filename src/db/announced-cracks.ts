import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { Announcement } from '../domain/cracks.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { announcedCracks, deliveries, deliveryItems } from './schema.ts';

/** Keeps what a rep is about to be told goes to the manager, in place of an earlier attempt's. */
export async function replaceAnnounced(
  db: Db,
  {
    workspaceId,
    sweepOn,
    ownerId,
    prospectIds,
    now,
  }: Announcement & { workspaceId: number; now: Date },
): Promise<void> {
  await db
    .delete(announcedCracks)
    .where(
      and(
        eq(announcedCracks.workspaceId, workspaceId),
        eq(announcedCracks.sweepOn, sweepOn),
        eq(announcedCracks.ownerId, ownerId),
      ),
    );
  if (prospectIds.length === 0) return;
  await db
    .insert(announcedCracks)
    .values(
      prospectIds.map((prospectId) => ({
        ...{ workspaceId, sweepOn, prospectId, ownerId, announcedAt: now },
      })),
    )
    // It was somebody else's when they were told.
    .onConflictDoUpdate({
      target: [announcedCracks.workspaceId, announcedCracks.sweepOn, announcedCracks.prospectId],
      set: { ownerId, announcedAt: now },
    });
}

/** Whose digests announced what for a Monday. */
export async function listAnnounced(
  db: Db,
  {
    workspaceId,
    sweepOn,
    ownerIds,
  }: { workspaceId: number; sweepOn: LocalDate; ownerIds: string[] },
): Promise<{ prospectId: string; ownerId: string }[]> {
  return db
    .select({ prospectId: announcedCracks.prospectId, ownerId: announcedCracks.ownerId })
    .from(announcedCracks)
    .where(
      and(
        eq(announcedCracks.workspaceId, workspaceId),
        eq(announcedCracks.sweepOn, sweepOn),
        inArray(announcedCracks.ownerId, ownerIds),
      ),
    )
    .orderBy(asc(announcedCracks.prospectId));
}

/** How many prospects a manager's sweep of a Monday listed; null when none was sent or recorded as empty. */
export async function countSwept(
  db: Db,
  { workspaceId, managerId, on }: { workspaceId: number; managerId: string; on: LocalDate },
): Promise<number | null> {
  const isEmpty = sql<boolean>`bool_or(${deliveries.state} = 'skipped' and ${deliveries.reason} = 'empty')`;
  const [row] = await db
    .select({
      sent: sql<boolean>`bool_or(${deliveries.state} = 'sent')`,
      isEmpty,
      items: count(deliveryItems.prospectId),
    })
    .from(deliveries)
    .leftJoin(
      deliveryItems,
      and(
        eq(deliveryItems.workspaceId, deliveries.workspaceId),
        eq(deliveryItems.deliveryId, deliveries.id),
      ),
    )
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.kind, 'manager_sweep'),
        eq(deliveries.subjectKey, `rep:${managerId}`),
        eq(deliveries.occurrenceKey, on),
      ),
    );
  return row?.sent ? row.items : row?.isEmpty ? 0 : null;
}
