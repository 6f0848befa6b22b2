import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { DeliveryState } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { type Fence, holds, RELEASED } from './delivery-fence.ts';
import { kept } from './kept.ts';
import { deliveries } from './schema.ts';

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
    .set({ ...settlement, ...RELEASED })
    // Slack's word that it was sent still counts when the lease ran out before it came.
    .where(or(and(holds(fence), inArray(deliveries.state, ['claimed', 'sending'])), late))
    .returning({ id: deliveries.id });
  return settled.length > 0;
}

/** An end that concerns nobody but the delivery, and that Slack is well. */
export type PlainEnd = { fence: Fence } & (
  | { state: 'sent'; slackChannelId: string; slackTs: string }
  | { state: 'skipped'; reason: string }
);

/**
 * Writes what became of many attempts in one statement, and closes the breakers of workspaces whose
 * messages were sent; answers for each whether the claim was still the sender's.
 */
export async function settleTogether(
  db: Db,
  { ends, finishedAt }: { ends: readonly PlainEnd[]; finishedAt: Date },
): Promise<boolean[]> {
  const given = ends.map(({ fence, ...end }, place) => ({ place, ...fence, ...end }));
  const settled = await db.execute<{ place: number }>(
    kept(sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given)}::text::json) as g(
        place int, "workspaceId" bigint, id uuid, attempts int, "claimToken" uuid,
        state text, reason text, "slackChannelId" text, "slackTs" text)
    ), settled as (
      update deliveries d set state = g.state, reason = g.reason,
        slack_channel_id = coalesce(g."slackChannelId", d.slack_channel_id),
        slack_ts = coalesce(g."slackTs", d.slack_ts),
        last_error = case when g.state = 'sent' then null else d.last_error end,
        finished_at = ${finishedAt.toISOString()}::timestamptz,
        claim_token = null, claimed_by = null, lease_until = null
      from given g where d.workspace_id = g."workspaceId" and d.id = g.id and (
        (d.claim_token = g."claimToken" and d.state in ('claimed', 'sending'))
        or (g.state = 'sent' and d.state = 'uncertain' and d.attempts = g.attempts))
      returning g.place, d.workspace_id, d.state
    ), closed as (
      update send_state set unclear_in_a_row = 0, breaker = 'closed', breaker_until = null
      where workspace_id in (
        -- In one order everywhere, so that two replicas never wait for each other.
        select s.workspace_id from send_state s
        where s.workspace_id in (select workspace_id from settled where state = 'sent')
          and (s.unclear_in_a_row > 0 or s.breaker = 'open')
        order by s.workspace_id for update)
    )
    select place from settled`),
  );
  const places = new Set(settled.map(({ place }) => place));
  return ends.map((_end, place) => places.has(place));
}
