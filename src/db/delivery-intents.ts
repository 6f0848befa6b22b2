import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { DeliveryItem } from '../domain/delivery.ts';
import type { Db } from './client.ts';
import { type Fence, holds } from './delivery-fence.ts';
import { kept } from './kept.ts';
import { deliveries } from './schema.ts';
import { type Allowance, allowanceLeft } from './send-state.ts';

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
  }: Pick<Intent, 'fence' | 'slackChannelId'> & Pick<Pace, 'now' | 'leaseUntil'>,
): Promise<boolean> {
  const marked = await db
    .update(deliveries)
    .set({ state: 'sending', sendStartedAt: now, leaseUntil, slackChannelId })
    .where(and(holds(fence), eq(deliveries.state, 'claimed'), gt(deliveries.leaseUntil, now)))
    .returning({ id: deliveries.id });
  return marked.length > 0;
}

export type Intent = { fence: Fence; slackChannelId: string; items: readonly DeliveryItem[] };

/** The moment intents are written at, and how fast a workspace and a conversation may be written to. */
export type Pace = { now: Date; leaseUntil: Date; allowance: Allowance; channelEveryMs: number };

/**
 * The intents of many first attempts in one statement, which is its own transaction: the allowances of
 * their workspaces, the pace of their conversations, the marks and the rows the messages will show.
 * Answers for each whether it was begun; nothing is written of one that was not: ask for it by itself
 * under the lock, which tells what stands in its way.
 *
 * Every intent of a workspace moves `paced_until`, so a value that is still the one this statement saw
 * says that no other intent came between; where one did, none of that workspace's begins here.
 */
export async function beginTogether(
  db: Db,
  { intents, pace }: { intents: readonly Intent[]; pace: Pace },
): Promise<boolean[]> {
  const given = intents.map(
    ({ fence: { workspaceId, id, claimToken }, slackChannelId }, place) => ({
      ...{ place, workspaceId, id, claimToken, slackChannelId },
    }),
  );
  const items = intents.flatMap((intent, place) =>
    intent.items.map((item) => ({ ...item, place })),
  );
  const begun = await db.execute<{ place: number }>(
    kept(sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(given)}::text::json) as g(
        place int, "workspaceId" bigint, id uuid, "claimToken" uuid, "slackChannelId" text)
    ), under_way as materialized (${underWay(pace)}
    ), allowed as materialized (${allowed(pace)}
    ), taken as (${taken(pace)}
    ), marked as (
      update deliveries d set state = 'sending', send_started_at = ${timestamp(pace.now)},
        lease_until = ${timestamp(pace.leaseUntil)}, slack_channel_id = g."slackChannelId"
      from allowed g
      where ${isHeld(pace)} and g."workspaceId" = any(array(select workspace_id from taken))
      returning d.workspace_id, d.id, g.place
    ), shown as (
      insert into delivery_items
        (workspace_id, delivery_id, position, prospect_id, section, drawn_on, drawn_version)
      select m.workspace_id, m.id, i."position", i."prospectId", i.section, i."drawnOn", i."drawnVersion"
      from json_to_recordset(${JSON.stringify(items)}::text::json) as i(
        place int, "position" smallint, "prospectId" uuid, section text, "drawnOn" date, "drawnVersion" int)
      join marked m on m.place = i.place
    )
    select place from marked`),
  );
  const places = new Set(begun.map(({ place }) => place));
  return intents.map((_intent, place) => places.has(place));
}

/** Those whose claim holds, whose conversation is free, and for whom the workspace's allowance lasts. */
function allowed(pace: Pace): SQL {
  return sql`
      select * from (
        select *, row_number() over (partition by "workspaceId" order by place) as nth from (
          select distinct on (g."workspaceId", g."slackChannelId") g.*, s.paced_until as seen,
            ${allowanceLeft(timestamp(pace.now), pace.allowance)} as room
          from given g left join send_state s on s.workspace_id = g."workspaceId"
          where exists (select from deliveries d where ${isHeld(pace)}) and not exists (${tooSoon(pace)})
          order by g."workspaceId", g."slackChannelId", g.place
        ) one_for_each_conversation
      ) in_line where nth <= room`;
}

/** In one order everywhere, so that two replicas never wait for each other. */
function taken({ now, allowance }: Pace): SQL {
  const machine = timestamp(now);
  const step = sql`${allowance.everyMs}::double precision * interval '1 millisecond'`;
  return sql`
      insert into send_state as s (workspace_id, blocked_until, history_next_at, paced_until)
      select "workspaceId", 'epoch', 'epoch', ${machine} + count(*) * ${step}
      from allowed group by "workspaceId" order by "workspaceId"
      on conflict (workspace_id) do update
      set paced_until = greatest(s.paced_until, ${machine}) + (excluded.paced_until - ${machine})
      where s.paced_until is not distinct from
        (select a.seen from allowed a where a."workspaceId" = s.workspace_id limit 1)
      returning s.workspace_id`;
}

function isHeld({ now }: Pace): SQL {
  return sql`d.workspace_id = g."workspaceId" and d.id = g.id
    and d.claim_token = g."claimToken" and d.state = 'claimed' and d.lease_until > ${timestamp(now)}`;
}

/** What is on its way at the moment, or was begun so shortly before. */
function underWay({ now, leaseUntil, channelEveryMs }: Pace): SQL {
  const since = timestamp(new Date(now.getTime() - channelEveryMs));
  return sql`
      select workspace_id, id, slack_channel_id from deliveries
      where state in ('claimed', 'sending') and send_started_at > ${since}
        -- Where the lease outlasts the pace these two say nothing new, but lead to the index.
        and lease_until > ${since} and lease_until <= ${timestamp(leaseUntil)}`;
}

/** A message that set out into the conversation so shortly before that Slack would refuse this one. */
function tooSoon({ now, channelEveryMs }: Pace): SQL {
  const since = timestamp(new Date(now.getTime() - channelEveryMs));
  const there = sql`o.workspace_id = g."workspaceId" and o.slack_channel_id = g."slackChannelId"`;
  return sql`
    select from (
      select o.send_started_at from deliveries o where ${there} and o.slack_ts is not null
      order by o.slack_ts desc limit 1
    ) sent where sent.send_started_at > ${since}
    union all
    select from under_way o where ${there} and o.id <> g.id`;
}

function timestamp(instant: Date): SQL {
  return sql`${instant.toISOString()}::timestamptz`;
}
