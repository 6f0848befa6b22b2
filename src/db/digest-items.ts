import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { DigestSection } from '../domain/digest.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { deliveries, deliveryItems, history, touches } from './schema.ts';

export type SentDigest = { deliveryId: string; slackChannelId: string; slackTs: string };

/** The digest a rep got on a local date, where it can be redrawn; null when none was sent. */
export async function findSentDigest(
  db: Db,
  { workspaceId, repId, on }: { workspaceId: number; repId: string; on: LocalDate },
): Promise<SentDigest | null> {
  const [row] = await db
    .select({
      deliveryId: deliveries.id,
      slackChannelId: deliveries.slackChannelId,
      slackTs: deliveries.slackTs,
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.kind, 'digest'),
        eq(deliveries.subjectKey, `rep:${repId}`),
        eq(deliveries.occurrenceKey, on),
        eq(deliveries.state, 'sent'),
      ),
    );
  if (!row || row.slackChannelId === null || row.slackTs === null) return null;
  return { deliveryId: row.deliveryId, slackChannelId: row.slackChannelId, slackTs: row.slackTs };
}

/** The local date of the digest that stands at a place in Slack; null when it is another message. */
export async function findDigestDay(
  db: Db,
  place: { workspaceId: number; slackChannelId: string; slackTs: string },
): Promise<LocalDate | null> {
  const { workspaceId, kind, slackChannelId, slackTs } = deliveries;
  const [row] = await db
    .select({ on: deliveries.occurrenceKey })
    .from(deliveries)
    .where(
      and(
        eq(workspaceId, place.workspaceId),
        eq(slackChannelId, place.slackChannelId),
        eq(slackTs, place.slackTs),
        eq(kind, 'digest'),
      ),
    );
  return row?.on ?? null;
}

export type DigestItem = {
  position: number;
  prospectId: string;
  section: DigestSection;
  drawnVersion: number;
};

/** A digest's rows as they were drawn, in order. */
export async function listDigestItems(
  db: Db,
  { workspaceId, deliveryId }: { workspaceId: number; deliveryId: string },
): Promise<DigestItem[]> {
  return db
    .select({
      position: deliveryItems.position,
      prospectId: deliveryItems.prospectId,
      section: deliveryItems.section,
      drawnVersion: deliveryItems.drawnVersion,
    })
    .from(deliveryItems)
    .where(
      and(eq(deliveryItems.workspaceId, workspaceId), eq(deliveryItems.deliveryId, deliveryId)),
    )
    .orderBy(asc(deliveryItems.position));
}

/** What a prospect saw lately, far more than a day holds. */
const RECENT_CHANGES = 30;

/** The latest changes of each prospect, newest first, each with the touch it made as that is now. */
export async function listLatestChanges(
  db: Db,
  { workspaceId, prospectIds }: { workspaceId: number; prospectIds: string[] },
) {
  const place = sql<number>`row_number() over (partition by ${history.prospectId} order by ${history.version} desc)`;
  const latest = db
    .select({
      prospectId: history.prospectId,
      verb: history.verb,
      repId: history.repId,
      at: history.at,
      touchId: history.touchId,
      version: history.version,
      batchId: history.batchId,
      outcome: touches.outcome,
      channel: touches.channel,
      place: place.as('place'),
    })
    .from(history)
    .leftJoin(
      touches,
      and(eq(touches.workspaceId, history.workspaceId), eq(touches.id, history.touchId)),
    )
    .where(and(eq(history.workspaceId, workspaceId), inArray(history.prospectId, prospectIds)))
    .as('latest');
  return db
    .select()
    .from(latest)
    .where(lte(latest.place, RECENT_CHANGES))
    .orderBy(asc(latest.prospectId), desc(latest.version));
}

/** Sent digests of these days that drew the prospect. */
export async function findSentDigestsWith(
  db: Db,
  { workspaceId, prospectId, from }: { workspaceId: number; prospectId: string; from: LocalDate },
): Promise<string[]> {
  const rows = await db
    .select({ deliveryId: deliveries.id })
    .from(deliveryItems)
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.workspaceId, deliveryItems.workspaceId),
        eq(deliveries.id, deliveryItems.deliveryId),
      ),
    )
    .where(
      and(
        eq(deliveryItems.workspaceId, workspaceId),
        eq(deliveryItems.prospectId, prospectId),
        eq(deliveries.kind, 'digest'),
        eq(deliveries.state, 'sent'),
        gte(deliveries.occurrenceKey, from),
      ),
    )
    .orderBy(asc(deliveries.id));
  return rows.map((row) => row.deliveryId);
}

/** Sent digests of these days that went to the reps. */
export async function listSentDigests(
  db: Db,
  { workspaceId, repIds, from }: { workspaceId: number; repIds: string[]; from: LocalDate },
): Promise<string[]> {
  const rows = await db
    .select({ deliveryId: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.kind, 'digest'),
        inArray(
          deliveries.subjectKey,
          repIds.map((id) => `rep:${id}`),
        ),
        eq(deliveries.state, 'sent'),
        gte(deliveries.occurrenceKey, from),
      ),
    )
    .orderBy(asc(deliveries.id));
  return rows.map((row) => row.deliveryId);
}
