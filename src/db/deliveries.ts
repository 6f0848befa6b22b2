import { and, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { ClaimedDelivery, DeliveryKind, DeliveryState } from '../domain/delivery.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import { deliveries } from './schema.ts';
import { type Allowance, allowanceLeft } from './send-state.ts';

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
  allowance: Allowance;
};

export type Claimed = {
  deliveries: ClaimedDelivery[];
  /** Something may be sent as soon as a workspace's allowance or another sender lets it. */
  held: boolean;
};

/**
 * Claims what may be sent. Workspaces come in random order with a few rows each, so that a large one
 * cannot keep a small one waiting; after an open breaker's pause one row is the probe. One replica at a
 * time claims in a workspace: the count of what is in flight there is read after the lock was taken.
 */
export async function claimDeliveries(db: Db, claim: Claim): Promise<Claimed> {
  return db.transaction(async (tx) => {
    const ready = await tx.execute<{ id: string; locked: boolean }>(lockReady(claim));
    const ids = ready.filter(({ locked }) => locked).map(({ id }) => id);
    if (ids.length === 0) return { deliveries: [], held: ready.length > 0 };
    const claimed = await claimRows(tx, claim, ids);
    return { deliveries: claimed, held: ready.length > 0 };
  });
}

async function claimRows(tx: Db, claim: Claim, ids: string[]): Promise<ClaimedDelivery[]> {
  const claimed = await tx
    .update(deliveries)
    .set({
      state: 'claimed',
      claimToken: claim.token,
      claimedBy: claim.claimedBy,
      leaseUntil: claim.leaseUntil,
      attempts: sql`${deliveries.attempts} + 1`,
    })
    .from(sql`(${claimable(claim, ids)}) as chosen`)
    .where(
      sql`${deliveries.workspaceId} = chosen.workspace_id and ${deliveries.id} = chosen.id and ${deliveries.state} = 'pending'`,
    )
    .returning(claimedColumns);
  return claimed.map((delivery) => ({ ...delivery, claimToken: claim.token }));
}

function mayBeSent({ now, machineNow }: Claim): SQL {
  const business = sql`${now.toISOString()}::timestamptz`;
  return sql`d.workspace_id = w.id and d.state = 'pending' and d.next_attempt_at <= ${machineNow.toISOString()}::timestamptz
    and d.due_at <= ${business} and d.expires_at > ${business}`;
}

/** Workspaces that have something to send, and whether this transaction is the one to claim there. */
function lockReady(claim: Claim): SQL {
  const business = sql`${claim.now.toISOString()}::timestamptz`;
  const machine = sql`${claim.machineNow.toISOString()}::timestamptz`;
  return sql`
    with ready as materialized (
      select w.id from workspaces w left join send_state s on s.workspace_id = w.id
      where w.state = 'active' and (w.paused_until is null or w.paused_until <= ${business})
        and (s.blocked_until is null or s.blocked_until <= ${machine})
        and (s.breaker is distinct from 'open' or s.breaker_until <= ${machine})
        and exists (select 1 from deliveries d where ${mayBeSent(claim)})
      order by ${allowanceLeft(machine, claim.allowance)} < 1, random() limit ${claim.limit}
    )
    select id, pg_try_advisory_xact_lock(hashtextextended('followup claim', id)) as locked from ready`;
}

function claimable(claim: Claim, ids: string[]): SQL {
  const { machineNow, limit, perWorkspace, allowance } = claim;
  const machine = sql`${machineNow.toISOString()}::timestamptz`;
  const list = sql.join(
    ids.map((id) => sql`${id}::bigint`),
    sql`, `,
  );
  return sql`
    with ready as materialized (
      select w.id, least(
        case when s.breaker = 'open' then 1 else ${perWorkspace}::int end - f.in_flight,
        ${allowanceLeft(machine, allowance)} - f.claimed
      ) as room
      from workspaces w left join send_state s on s.workspace_id = w.id
      cross join lateral (
        select count(*)::int as in_flight, (count(*) filter (where f.state = 'claimed'))::int as claimed
        from deliveries f where f.workspace_id = w.id and f.state in ('claimed', 'sending')
      ) f
      where w.id in (${list})
    ), picked as materialized (
      select row.workspace_id, row.id
      from (select * from ready where room > 0 order by random()) w
      cross join lateral (
        select d.workspace_id, d.id from deliveries d where ${mayBeSent(claim)}
        order by d.due_at, d.id limit w.room for update skip locked
      ) row
      limit ${limit}::int
    )
    select workspace_id, id from picked`;
}

/** When the newest message into a conversation set out, other than this delivery's. */
export async function findLastSendInto(
  db: Db,
  { workspaceId, id, slackChannelId }: { workspaceId: number; id: string; slackChannelId: string },
): Promise<Date | null> {
  const [row] = await db.execute<{ at: string | null }>(sql`
    select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from (
      (select d.send_started_at as at from deliveries d
        where d.workspace_id = ${workspaceId} and d.slack_channel_id = ${slackChannelId}
          and d.slack_ts is not null
        order by d.slack_ts desc limit 1)
      union all
      select d.send_started_at from deliveries d
      where d.workspace_id = ${workspaceId} and d.slack_channel_id = ${slackChannelId}
        and d.state in ('claimed', 'sending') and d.id <> ${id}
    ) sends`);
  return row?.at ? new Date(row.at) : null;
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
