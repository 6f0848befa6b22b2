import { and, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { ClaimedDelivery, DeliveryKind, DeliveryState } from '../domain/delivery.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { deliveries } from './schema.ts';

export type NewDelivery = typeof deliveries.$inferInsert;

/** Enters rows into the ledger and tells how many were not there yet. */
export async function insertDeliveries(db: Db, rows: readonly NewDelivery[]): Promise<number> {
  if (rows.length === 0) return 0;
  const added = await db
    .insert(deliveries)
    .values([...rows])
    .onConflictDoNothing({
      target: [
        deliveries.workspaceId,
        deliveries.kind,
        deliveries.subjectKey,
        deliveries.occurrenceKey,
      ],
    })
    .returning({ id: deliveries.id });
  return added.length;
}

/** The newest local date that a recurring message has in the ledger. */
export async function findLastOccurrence(
  db: Db,
  key: { workspaceId: number; kind: DeliveryKind; subjectKey: string },
): Promise<LocalDate | null> {
  const [row] = await db
    .select({ occurrenceKey: deliveries.occurrenceKey })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.workspaceId, key.workspaceId),
        eq(deliveries.kind, key.kind),
        eq(deliveries.subjectKey, key.subjectKey),
      ),
    )
    .orderBy(desc(deliveries.occurrenceKey))
    .limit(1);
  return row?.occurrenceKey ?? null;
}

const claimedColumns = {
  workspaceId: deliveries.workspaceId,
  id: deliveries.id,
  kind: deliveries.kind,
  subjectKey: deliveries.subjectKey,
  occurrenceKey: deliveries.occurrenceKey,
  zone: deliveries.zone,
  dueAt: deliveries.dueAt,
  expiresAt: deliveries.expiresAt,
  attempts: deliveries.attempts,
  failures: deliveries.failures,
};

export type Claim = {
  token: string;
  claimedBy: string;
  now: Date;
  machineNow: Date;
  leaseUntil: Date;
  limit: number;
  perWorkspace: number;
};

/**
 * Claims what may be sent, in one statement. Workspaces come in random order with a few rows each, so
 * that a large one cannot keep a small one waiting; after an open breaker's pause one row is the probe.
 */
export async function claimDeliveries(db: Db, claim: Claim): Promise<ClaimedDelivery[]> {
  const claimed = await db
    .update(deliveries)
    .set({
      state: 'claimed',
      claimToken: claim.token,
      claimedBy: claim.claimedBy,
      leaseUntil: claim.leaseUntil,
      attempts: sql`${deliveries.attempts} + 1`,
    })
    .from(sql`(${claimable(claim)}) as chosen`)
    .where(
      sql`${deliveries.workspaceId} = chosen.workspace_id and ${deliveries.id} = chosen.id and ${deliveries.state} = 'pending'`,
    )
    .returning(claimedColumns);
  return claimed.map((delivery) => ({ ...delivery, claimToken: claim.token }));
}

function claimable({ now, machineNow, limit, perWorkspace }: Claim): SQL {
  const business = sql`${now.toISOString()}::timestamptz`;
  const machine = sql`${machineNow.toISOString()}::timestamptz`;
  const may = sql`d.workspace_id = w.id and d.state = 'pending' and d.next_attempt_at <= ${machine}
    and d.due_at <= ${business} and d.expires_at > ${business}`;
  return sql`
    with ready as materialized (
      select w.id, case when s.breaker = 'open' then 1 else ${perWorkspace}::int end - (
        select count(*)::int from deliveries f
        where f.workspace_id = w.id and f.state in ('claimed', 'sending')
      ) as room
      from workspaces w left join send_state s on s.workspace_id = w.id
      where w.state = 'active' and (w.paused_until is null or w.paused_until <= ${business})
        and (s.blocked_until is null or s.blocked_until <= ${machine})
        and (s.breaker is distinct from 'open' or s.breaker_until <= ${machine})
        and exists (select 1 from deliveries d where ${may})
    ), picked as materialized (
      select row.workspace_id, row.id
      from (select * from ready where room > 0 order by random()) w
      cross join lateral (
        select d.workspace_id, d.id from deliveries d where ${may}
        order by d.due_at, d.id limit w.room for update skip locked
      ) row
      limit ${limit}::int
    )
    select workspace_id, id from picked`;
}

/** What a sender holds in its hand: every write after a claim names it. */
export type Fence = Pick<ClaimedDelivery, 'workspaceId' | 'id' | 'attempts' | 'claimToken'>;

/** Writes the intent to send; false when the claim is no longer the sender's. */
export async function markSending(
  db: Db,
  {
    fence,
    now,
    leaseUntil,
    slackChannelId,
  }: { fence: Fence; now: Date; leaseUntil: Date; slackChannelId: string },
): Promise<boolean> {
  const marked = await db
    .update(deliveries)
    .set({ state: 'sending', sendStartedAt: now, leaseUntil, slackChannelId })
    .where(and(holds(fence), eq(deliveries.state, 'claimed'), gt(deliveries.leaseUntil, now)))
    .returning({ id: deliveries.id });
  return marked.length > 0;
}

export type Settlement = {
  state: DeliveryState;
  reason?: string | null;
  lastError?: string | null;
  failures?: number;
  nextAttemptAt?: Date;
  slackChannelId?: string;
  slackTs?: string;
  finishedAt?: Date;
  negativeLooks?: number;
};

const released = { claimToken: null, claimedBy: null, leaseUntil: null };

/** Writes what became of an attempt; false when the claim is no longer the sender's. */
export async function settleClaim(
  db: Db,
  { fence, settlement }: { fence: Fence; settlement: Settlement },
): Promise<boolean> {
  const late =
    settlement.state === 'sent'
      ? and(
          eq(deliveries.workspaceId, fence.workspaceId),
          eq(deliveries.id, fence.id),
          eq(deliveries.state, 'uncertain'),
          eq(deliveries.attempts, fence.attempts),
        )
      : undefined;
  const settled = await db
    .update(deliveries)
    .set({ ...settlement, ...released })
    // Slack's word that it was sent still counts when the lease ran out before it came.
    .where(or(and(holds(fence), inArray(deliveries.state, ['claimed', 'sending'])), late))
    .returning({ id: deliveries.id });
  return settled.length > 0;
}

/** Gives back what a process claimed and did not begin to send. */
export async function releaseClaimsOf(db: Db, claimedBy: string): Promise<number> {
  const back = await db
    .update(deliveries)
    .set({ state: 'pending', ...released })
    .where(and(eq(deliveries.state, 'claimed'), eq(deliveries.claimedBy, claimedBy)))
    .returning({ id: deliveries.id });
  return back.length;
}

function holds({ workspaceId, id, claimToken }: Fence) {
  return and(
    eq(deliveries.workspaceId, workspaceId),
    eq(deliveries.id, id),
    eq(deliveries.claimToken, claimToken),
  );
}
