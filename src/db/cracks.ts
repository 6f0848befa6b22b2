import { and, eq, sql } from 'drizzle-orm';
import type { Cracked, CrackFacts } from '../domain/cracks.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { ruleSchema } from '../domain/prospect.ts';
import type { Db } from './client.ts';
import { prospects } from './schema.ts';

const LOOK_BACK_DAYS = 60;

export type CrackRow = Omit<Cracked, 'crack'> &
  Omit<CrackFacts, 'lastContactOn' | 'ownerGone'> & {
    lastTouchedOn: LocalDate | null;
    createdAt: Date;
    reopenedAt: Date | null;
  };

type Row = {
  [K in keyof CrackRow]: K extends 'createdAt' | 'reopenedAt' | 'rule' ? unknown : CrackRow[K];
};

/**
 * What the cracks want to know of every open prospect of these owners that is not in line; given
 * prospects, only of those.
 */
export async function listCrackRows(
  db: Db,
  {
    workspaceId,
    ownerIds,
    prospectIds = null,
    today,
  }: {
    workspaceId: number;
    ownerIds: readonly string[];
    prospectIds?: readonly string[] | null;
    today: LocalDate;
  },
): Promise<CrackRow[]> {
  const rows = await db.execute<Row>(sql`
    with own as materialized (
      select * from prospects where workspace_id = ${workspaceId} and status = 'open'
        and not in_line and owner_id = any(${sql.param([...ownerIds])}::uuid[])
        ${prospectIds === null ? sql`` : sql`and id = any(${sql.param([...prospectIds])}::uuid[])`}
    ), offered as (
      select p.id, (array_agg(distinct d.occurrence_key order by d.occurrence_key))[2] as since
      from deliveries d
      join delivery_items i on i.workspace_id = d.workspace_id and i.delivery_id = d.id
      join own p on p.id = i.prospect_id
      where d.workspace_id = ${workspaceId} and d.kind = 'digest' and d.state = 'sent'
        and d.subject_key = any(${sql.param(ownerIds.map((id) => `rep:${id}`))}::text[])
        and d.occurrence_key >= ${addDays(today, -LOOK_BACK_DAYS)}
        and p.next_on = i.drawn_on and d.subject_key = 'rep:' || p.owner_id
      group by p.id
    )
    select p.id as "prospectId", p.owner_id as "ownerId", p.name, p.company,
      p.external_id as "externalId", to_char(p.next_on, 'YYYY-MM-DD') as "nextOn", p.version,
      p.crack_note as note, p.promised, p.next_rule as rule, p.snoozes,
      offered.since as "slippingSince", to_char(t.last_on, 'YYYY-MM-DD') as "lastTouchedOn",
      extract(epoch from p.created_at) * 1000 as "createdAt",
      extract(epoch from h.at) * 1000 as "reopenedAt"
    from own p
    left join offered on offered.id = p.id
    left join lateral (
      select max(touched_on) as last_on from touches
      where workspace_id = p.workspace_id and prospect_id = p.id and undone_at is null
    ) t on true
    left join lateral (
      select max(at) as at from history
      where workspace_id = p.workspace_id and prospect_id = p.id
        and after->'next'->'rule'->>'kind' in ('reopened', 'lifted')
    ) h on true
    order by p.next_on, p.id`);
  return rows.map(({ createdAt, reopenedAt, rule, ...row }) => ({
    ...row,
    rule: ruleSchema.parse(rule),
    createdAt: new Date(Number(createdAt)),
    reopenedAt: reopenedAt === null ? null : new Date(Number(reopenedAt)),
  }));
}

/** The owner's one line beside a prospect; nothing else of it changes, so it keeps its version. */
export async function saveCrackNote(
  db: Db,
  {
    workspaceId,
    prospectId,
    note,
  }: { workspaceId: number; prospectId: string; note: string | null },
): Promise<void> {
  await db
    .update(prospects)
    .set({ crackNote: note })
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, prospectId)));
}
