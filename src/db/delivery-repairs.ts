import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { UncertainDelivery } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { RELEASED } from './delivery-fence.ts';
import type { Settlement } from './delivery-settlements.ts';
import { deliveries } from './schema.ts';

/** Claims whose lease is over go back: no call was made. */
export async function releaseLapsedClaims(db: Db, now: Date): Promise<number> {
  const rows = await db
    .update(deliveries)
    .set({ state: 'pending', nextAttemptAt: now, ...RELEASED })
    .where(and(eq(deliveries.state, 'claimed'), lte(deliveries.leaseUntil, now)))
    .returning({ id: deliveries.id });
  return rows.length;
}

/** Sends whose lease is over are uncertain: a call may have been made. */
export async function doubtLapsedSends(
  db: Db,
  { now, firstLookMs }: { now: Date; firstLookMs: number },
): Promise<number> {
  const rows = await db
    .update(deliveries)
    .set({
      state: 'uncertain',
      reason: 'no_answer',
      nextAttemptAt: sql`${deliveries.sendStartedAt} + ${firstLookMs}::double precision * interval '1 millisecond'`,
      negativeLooks: 0,
      lastLookAt: null,
      ...RELEASED,
    })
    .where(and(eq(deliveries.state, 'sending'), lte(deliveries.leaseUntil, now)))
    .returning({ id: deliveries.id });
  return rows.length;
}

/** Closes what nobody sent in time, with the reason: paused, workspace disconnected or outage. */
export async function expirePending(db: Db, now: Date): Promise<number> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await db.execute(sql`
    update deliveries d set
      state = case when w.paused_until > ${moment} then 'skipped' else 'expired' end,
      reason = case when w.paused_until > ${moment} then 'paused'
        when w.state <> 'active' then 'workspace_disconnected' else 'outage' end,
      finished_at = ${moment}
    from workspaces w
    where w.id = d.workspace_id and d.state = 'pending' and d.expires_at <= ${moment}
    returning d.id`);
  return rows.length;
}

const uncertainColumns = {
  workspaceId: deliveries.workspaceId,
  id: deliveries.id,
  kind: deliveries.kind,
  attempts: deliveries.attempts,
  negativeLooks: deliveries.negativeLooks,
  sendStartedAt: deliveries.sendStartedAt,
  lastLookAt: deliveries.lastLookAt,
  slackChannelId: deliveries.slackChannelId,
};

/** Takes uncertain deliveries whose look is due, and puts their next look off, so that one replica looks. */
export async function takeUncertain(
  db: Db,
  { now, nextLookAt, limit }: { now: Date; nextLookAt: Date; limit: number },
): Promise<UncertainDelivery[]> {
  return db.transaction(async (tx) => {
    const due = await tx
      .select(uncertainColumns)
      .from(deliveries)
      .where(
        and(
          eq(deliveries.state, 'uncertain'),
          lte(deliveries.nextAttemptAt, now),
          isNotNull(deliveries.sendStartedAt),
        ),
      )
      // Looks are rationed: who has waited longest must not be passed over until it is given up.
      .orderBy(asc(deliveries.sendStartedAt))
      .limit(limit)
      .for('update', { skipLocked: true });
    if (due.length === 0) return [];
    const keys = due.map(({ workspaceId, id }) => sql`(${workspaceId}::bigint, ${id}::uuid)`);
    await tx
      .update(deliveries)
      .set({ nextAttemptAt: nextLookAt })
      .where(sql`(${deliveries.workspaceId}, ${deliveries.id}) in (${sql.join(keys, sql`, `)})`);
    return due.flatMap(({ sendStartedAt, ...rest }) =>
      sendStartedAt === null ? [] : [{ ...rest, sendStartedAt }],
    );
  });
}

export type LookSettlement = Settlement & { lastLookAt?: Date };

/** Writes what a look found; false when the delivery has moved on since. */
export async function settleUncertain(
  db: Db,
  { delivery, settlement }: { delivery: UncertainDelivery; settlement: LookSettlement },
): Promise<boolean> {
  const settled = await db
    .update(deliveries)
    .set(settlement)
    .where(
      and(
        eq(deliveries.workspaceId, delivery.workspaceId),
        eq(deliveries.id, delivery.id),
        eq(deliveries.state, 'uncertain'),
        eq(deliveries.attempts, delivery.attempts),
        eq(deliveries.negativeLooks, delivery.negativeLooks),
      ),
    )
    .returning({ id: deliveries.id });
  return settled.length > 0;
}
