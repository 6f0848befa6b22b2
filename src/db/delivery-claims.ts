import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { ClaimedDelivery } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { RELEASED } from './delivery-fence.ts';
import { kept } from './kept.ts';
import { deliveries } from './schema.ts';
import { type Allowance, allowanceLeft } from './send-state.ts';

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
    const ready = await tx.execute<{ id: string; locked: boolean }>(kept(lockReady(claim)));
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
    .returning(claimedColumns)
    // Named, so that each connection keeps it.
    .prepare('claim_rows')
    .execute();
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
      -- The limit keeps it a look at one row for each workspace, however many are waiting there.
      cross join lateral (select 1 from deliveries d where ${mayBeSent(claim)} limit 1) something
      where w.state = 'active' and (w.paused_until is null or w.paused_until <= ${business})
        and ${isLetThrough(machine)}
      order by ${allowanceLeft(machine, claim.allowance)} < 1, random() limit ${claim.limit}::int
    )
    select id, pg_try_advisory_xact_lock(hashtextextended('followup claim', id)) as locked from ready`;
}

/** Neither Slack's rate limit nor the breaker holds the workspace back. */
function isLetThrough(machine: SQL): SQL {
  return sql`(s.blocked_until is null or s.blocked_until <= ${machine})
    and (s.breaker is distinct from 'open' or s.breaker_until <= ${machine})`;
}

function claimable(claim: Claim, ids: string[]): SQL {
  const { machineNow, limit, perWorkspace, allowance } = claim;
  const machine = sql`${machineNow.toISOString()}::timestamptz`;
  return sql`
    with flight as materialized (
      select f.workspace_id, count(*)::int as in_flight,
        (count(*) filter (where f.state = 'claimed'))::int as claimed
      from deliveries f where f.state in ('claimed', 'sending') group by f.workspace_id
    ), ready as materialized (
      select w.id, least(
        case when s.breaker = 'open' then 1 else ${perWorkspace}::int end - coalesce(f.in_flight, 0),
        ${allowanceLeft(machine, allowance)} - coalesce(f.claimed, 0)
      ) as room
      from workspaces w left join send_state s on s.workspace_id = w.id
      left join flight f on f.workspace_id = w.id
      -- Asked again: a probe that came back since has opened its breaker anew.
      where w.id = any(${sql.param(ids)}::bigint[]) and ${isLetThrough(machine)}
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

/** Gives back what a process claimed and did not begin to send. */
export async function releaseClaimsOf(db: Db, claimedBy: string): Promise<number> {
  const back = await db
    .update(deliveries)
    .set({ state: 'pending', ...RELEASED })
    .where(and(eq(deliveries.state, 'claimed'), eq(deliveries.claimedBy, claimedBy)))
    .returning({ id: deliveries.id });
  return back.length;
}
