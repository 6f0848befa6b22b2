import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { DeliveryItem } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { type Fence, holds } from './delivery-fence.ts';
import { kept } from './kept.ts';
import { deliveries } from './schema.ts';
import type { Allowance } from './send-state.ts';

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

/** Writes the intent to send; false when the claim is no longer the sender's. */
export async function markSending(
  db: Db,
  {
    fence,
    now,
    leaseUntil,
    slackChannelId,
  }: Pick<Intent, 'fence' | 'now' | 'leaseUntil' | 'slackChannelId'>,
): Promise<boolean> {
  const marked = await db
    .update(deliveries)
    .set({ state: 'sending', sendStartedAt: now, leaseUntil, slackChannelId })
    .where(and(holds(fence), eq(deliveries.state, 'claimed'), gt(deliveries.leaseUntil, now)))
    .returning({ id: deliveries.id });
  return marked.length > 0;
}

export type Intent = {
  fence: Fence;
  now: Date;
  leaseUntil: Date;
  slackChannelId: string;
  items: readonly DeliveryItem[];
  allowance: Allowance;
  channelEveryMs: number;
};

/**
 * The whole intent of a first attempt in one statement, which is its own transaction: the workspace's
 * allowance, the conversation's pace, the mark and the rows the message will show. Every intent of a
 * workspace moves `paced_until`, so a value that is still the one this statement saw says that no
 * other intent came between. False when something stands in the way, and then nothing is written:
 * ask again under the lock, which tells what it is.
 */
export async function beginAlone(db: Db, intent: Intent): Promise<boolean> {
  const { fence, now, leaseUntil, slackChannelId, allowance } = intent;
  const { workspaceId, id, claimToken } = fence;
  const machine = timestamp(now);
  const step = sql`${allowance.everyMs}::double precision * interval '1 millisecond'`;
  const next = sql`greatest(s.paced_until, ${machine}) + ${step}`;
  // The microsecond is for steps of fractions of a millisecond.
  const full = sql`${machine} + ${allowance.burst}::double precision * ${step} + interval '1 microsecond'`;
  const isMine = sql`d.workspace_id = ${workspaceId}::bigint and d.id = ${id}::uuid
    and d.claim_token = ${claimToken}::uuid and d.state = 'claimed' and d.lease_until > ${machine}`;
  const begun = await db.execute(
    kept(sql`
    with seen as materialized (
      select (select s.paced_until from send_state s where s.workspace_id = d.workspace_id)
      from deliveries d where ${isMine} and not exists (${tooSoonInto(intent)})
    ), taken as (
      insert into send_state as s (workspace_id, blocked_until, history_next_at, paced_until)
      select ${workspaceId}::bigint, 'epoch', 'epoch', ${machine} + ${step} from seen
      on conflict (workspace_id) do update set paced_until = ${next}
      where ${next} <= ${full} and s.paced_until is not distinct from (select paced_until from seen)
      returning s.workspace_id
    ), marked as (
      update deliveries d set state = 'sending', send_started_at = ${machine},
        lease_until = ${timestamp(leaseUntil)}, slack_channel_id = ${slackChannelId}::text
      from taken where ${isMine} and taken.workspace_id = d.workspace_id
      returning d.workspace_id, d.id
    )${withItems(intent)}
    select id from marked`),
  );
  return begun.length > 0;
}

/** The rows of the message in the same statement; a message without any costs nothing for them. */
function withItems({ items }: Intent): SQL {
  if (items.length === 0) return sql``;
  return sql`, shown as (
      insert into delivery_items
        (workspace_id, delivery_id, position, prospect_id, section, drawn_on, drawn_version)
      select m.workspace_id, m.id, i."position", i."prospectId", i.section, i."drawnOn", i."drawnVersion"
      from marked m cross join json_to_recordset(${JSON.stringify(items)}::text::json) as i(
        "position" smallint, "prospectId" uuid, section text, "drawnOn" date, "drawnVersion" int)
    )`;
}

function timestamp(instant: Date): SQL {
  return sql`${instant.toISOString()}::timestamptz`;
}

/** A message that set out into the conversation so shortly before that Slack would refuse this one. */
function tooSoonInto(intent: Intent): SQL {
  const { fence, now, leaseUntil, slackChannelId, channelEveryMs } = intent;
  const since = timestamp(new Date(now.getTime() - channelEveryMs));
  const into = sql`o.workspace_id = ${fence.workspaceId}::bigint and o.slack_channel_id = ${slackChannelId}::text`;
  return sql`
    select from (
      select o.send_started_at from deliveries o where ${into} and o.slack_ts is not null
      order by o.slack_ts desc limit 1
    ) sent where sent.send_started_at > ${since}
    union all
    select from deliveries o
    where ${into} and o.state in ('claimed', 'sending') and o.id <> ${fence.id}::uuid
      -- Where the lease outlasts the pace the first two say nothing new, but lead to the index.
      and o.lease_until > ${since} and o.lease_until <= ${timestamp(leaseUntil)}
      and o.send_started_at > ${since}`;
}
