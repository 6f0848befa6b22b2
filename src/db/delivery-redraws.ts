import { and, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { SentDelivery } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { deliveries } from './schema.ts';

export type DeliveryKey = { workspaceId: number; deliveryId: string };

/** Notes that a sent message is to be drawn anew; false when it was never sent. */
export async function wantRedraw(db: Db, key: DeliveryKey): Promise<boolean> {
  const wanted = await db
    .update(deliveries)
    .set({ redrawsWanted: sql`${deliveries.redrawsWanted} + 1` })
    .where(and(is(key), eq(deliveries.state, 'sent')))
    .returning({ id: deliveries.id });
  return wanted.length > 0;
}

/** The same for a message known by what it is; false when it was not sent. */
export async function wantRedrawOf(
  db: Db,
  {
    workspaceId,
    kind,
    subjectKey,
    occurrenceKey,
  }: Pick<SentDelivery, 'workspaceId' | 'kind' | 'subjectKey' | 'occurrenceKey'>,
): Promise<boolean> {
  const [found] = await db
    .select({ deliveryId: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, workspaceId),
        eq(deliveries.kind, kind),
        eq(deliveries.subjectKey, subjectKey),
        eq(deliveries.occurrenceKey, occurrenceKey),
      ),
    );
  return found ? wantRedraw(db, { workspaceId, deliveryId: found.deliveryId }) : false;
}

export type RedrawTurn = SentDelivery & { wanted: number };

/** Takes the lease on a message that wants drawing, or returns null when another holds it or nobody asked. */
export async function takeRedrawTurn(
  db: Db,
  { key, now, leaseUntil }: { key: DeliveryKey; now: Date; leaseUntil: Date },
): Promise<RedrawTurn | null> {
  const [turn] = await db
    .update(deliveries)
    .set({ redrawLeaseUntil: leaseUntil })
    .where(
      and(
        is(key),
        eq(deliveries.state, 'sent'),
        sql`${deliveries.redrawsWanted} <> ${deliveries.redrawsDone}`,
        or(isNull(deliveries.redrawLeaseUntil), lte(deliveries.redrawLeaseUntil, now)),
      ),
    )
    .returning({
      workspaceId: deliveries.workspaceId,
      id: deliveries.id,
      kind: deliveries.kind,
      subjectKey: deliveries.subjectKey,
      occurrenceKey: deliveries.occurrenceKey,
      zone: deliveries.zone,
      slackChannelId: deliveries.slackChannelId,
      slackTs: deliveries.slackTs,
      wanted: deliveries.redrawsWanted,
    });
  if (!turn || turn.slackChannelId === null || turn.slackTs === null) return null;
  return { ...turn, slackChannelId: turn.slackChannelId, slackTs: turn.slackTs };
}

/** Ends a turn: the message shows everything up to `shown`. */
export async function endRedrawTurn(
  db: Db,
  { key, shown, leaseUntil }: { key: DeliveryKey; shown: number; leaseUntil: Date },
): Promise<void> {
  await db
    .update(deliveries)
    .set({ redrawsDone: shown, redrawLeaseUntil: null })
    // A holder whose lease ran out has been replaced and says nothing.
    .where(and(is(key), eq(deliveries.redrawLeaseUntil, leaseUntil)));
}

/** Puts the next attempt at a drawing off: the lease stays until then. */
export async function postponeRedraw(
  db: Db,
  { key, leaseUntil, until }: { key: DeliveryKey; leaseUntil: Date; until: Date },
): Promise<void> {
  await db
    .update(deliveries)
    .set({ redrawLeaseUntil: until })
    .where(and(is(key), eq(deliveries.redrawLeaseUntil, leaseUntil)));
}

/** Messages due since an instant that want drawing and that nobody is drawing; older ones are let be. */
export async function listWantedRedraws(
  db: Db,
  {
    now,
    since,
    limit,
    workspaceId,
  }: { now: Date; since: Date; limit: number; workspaceId?: number },
): Promise<DeliveryKey[]> {
  return db
    .select({ workspaceId: deliveries.workspaceId, deliveryId: deliveries.id })
    .from(deliveries)
    .where(
      and(
        workspaceId === undefined ? undefined : eq(deliveries.workspaceId, workspaceId),
        sql`${deliveries.redrawsWanted} <> ${deliveries.redrawsDone}`,
        eq(deliveries.state, 'sent'),
        gt(deliveries.dueAt, since),
        isNotNull(deliveries.slackTs),
        or(isNull(deliveries.redrawLeaseUntil), lte(deliveries.redrawLeaseUntil, now)),
      ),
    )
    .limit(limit);
}

function is({ workspaceId, deliveryId }: DeliveryKey) {
  return and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.id, deliveryId));
}
