import { sql } from 'drizzle-orm';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';

const LOOK_BACK_DAYS = 60;

/**
 * Open prospects that their owner's own digests offered on two days or more and whose next step is
 * still the one that was drawn, counted by rep. Shown ahead of its day it was not offered yet, and who
 * is held waits for a manager, not for the rep. `offering` is a rep whose digest of that day is being
 * drawn: what is due counts as offered by it, so that it says what the team post will; only that rep is
 * counted.
 */
export async function countSlipping(
  db: Db,
  {
    workspaceId,
    today,
    offering = null,
  }: {
    workspaceId: number;
    today: LocalDate;
    offering?: { repId: string; on: LocalDate } | null;
  },
): Promise<Map<string, number>> {
  const rows = await db.execute<{ rep_id: string; slipping: number }>(sql`
    select owner_id as rep_id, count(*)::int as slipping
    from (
      select p.owner_id, p.id
      from deliveries d
      join delivery_items i on i.workspace_id = d.workspace_id and i.delivery_id = d.id
      join prospects p on p.workspace_id = i.workspace_id and p.id = i.prospect_id
      where d.workspace_id = ${workspaceId}
        and d.kind = 'digest'
        and d.state = 'sent'
        ${offering === null ? sql`` : sql`and d.subject_key = ${`rep:${offering.repId}`}`}
        and d.occurrence_key >= ${addDays(today, -LOOK_BACK_DAYS)}
        and p.status = 'open'
        and p.next_on = i.drawn_on
        and i.drawn_on::text <= d.occurrence_key
        and d.subject_key = 'rep:' || p.owner_id
        and not exists (
          select 1 from held_matches h
          join prospects s on s.workspace_id = h.workspace_id and s.id = h.stopped_prospect_id
          where h.workspace_id = p.workspace_id and h.prospect_id = p.id
            and h.verdict is null and s.status = 'stopped'
        )
      group by p.owner_id, p.id, p.next_on
      having count(distinct d.occurrence_key) + (case
        when p.owner_id = ${offering?.repId ?? null}::uuid
          and p.next_on <= ${offering?.on ?? null}::date
          and not bool_or(d.occurrence_key = ${offering?.on ?? null}::text)
        then 1 else 0 end) >= 2
    ) offered
    group by owner_id`);
  return new Map(rows.map((row) => [row.rep_id, row.slipping]));
}
