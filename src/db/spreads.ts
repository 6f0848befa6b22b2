import { and, asc, eq, gte, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Rule } from '../domain/prospect.ts';
import type { DigestLoad } from '../domain/spread.ts';
import type { Db } from './client.ts';
import { deliveries, deliveryItems, history, prospects } from './schema.ts';

type OfRep = { workspaceId: number; repId: string };

/** How many rows of work each of a rep's digests held from a day on, oldest first. */
export async function listDigestLoads(
  db: Db,
  { workspaceId, repId, from }: OfRep & { from: LocalDate },
): Promise<DigestLoad[]> {
  return db
    .select({
      on: deliveries.occurrenceKey,
      rows: sql`count(${deliveryItems.prospectId}) filter (where ${deliveryItems.section} not in ('in_line', 'before_back'))`.mapWith(
        Number,
      ),
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
        eq(deliveries.kind, 'digest'),
        eq(deliveries.subjectKey, `rep:${repId}`),
        eq(deliveries.state, 'sent'),
        gte(deliveries.occurrenceKey, from),
      ),
    )
    .groupBy(deliveries.occurrenceKey)
    .orderBy(asc(deliveries.occurrenceKey));
}

/** Keeps others from changing what a rep has to do up to a day until the transaction ends. */
export async function lockDue(
  db: Db,
  { workspaceId, repId, until }: OfRep & { until: LocalDate },
): Promise<void> {
  const isOpen = and(eq(prospects.status, 'open'), lte(prospects.nextOn, until));
  const isRevisit = and(isNotNull(prospects.revisitOn), lte(prospects.revisitOn, until));
  await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, repId),
        or(isOpen, isRevisit),
      ),
    )
    .orderBy(asc(prospects.id))
    .for('update');
}

export type Move = { prospectId: string; version: number; on: LocalDate; rule: Rule };

const CHUNK = 500;

/** Puts open next steps without a time onto other days, where each still has the version given. */
export async function moveSteps(
  db: Db,
  { workspaceId, moves, now }: { workspaceId: number; moves: readonly Move[]; now: Date },
): Promise<void> {
  for (let at = 0; at < moves.length; at += CHUNK) {
    const chunk = JSON.stringify(moves.slice(at, at + CHUNK));
    await db.execute(sql`
      update prospects p set next_on = m."on", next_rule = m.rule,
        version = p.version + 1, changed_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${chunk}::text::jsonb)
        as m("prospectId" uuid, version int, "on" date, rule jsonb)
      where p.workspace_id = ${workspaceId} and p.id = m."prospectId" and p.version = m.version
        and p.status = 'open'`);
  }
}

/** What each prospect of a batch was before it. */
export async function listBatchBefore(
  db: Db,
  { workspaceId, batchId }: { workspaceId: number; batchId: string },
): Promise<Map<string, Record<string, unknown> | null>> {
  const rows = await db
    .select({ prospectId: history.prospectId, before: history.before })
    .from(history)
    .where(
      and(
        eq(history.workspaceId, workspaceId),
        eq(history.batchId, batchId),
        eq(history.verb, 'spread'),
      ),
    );
  return new Map(rows.map((row) => [row.prospectId, row.before]));
}
