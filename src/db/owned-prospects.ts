import { and, asc, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Owned } from '../domain/owned.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Db } from './client.ts';
import { ownedColumns, prospectOf } from './prospect-rows.ts';
import { prospects } from './schema.ts';

type Span = {
  workspaceId: number;
  ownerIds: string[];
  /** Only what is due by then; all that has a day when left out. */
  until?: LocalDate | undefined;
};

const by = (
  day: typeof prospects.nextOn | typeof prospects.revisitOn,
  until: LocalDate | undefined,
) => (until === undefined ? undefined : lte(day, until));

/** Open ones, and won or lost ones to look at again. */
const owned = ({ workspaceId, ownerIds, until }: Span) =>
  and(
    eq(prospects.workspaceId, workspaceId),
    inArray(prospects.ownerId, ownerIds),
    or(
      and(eq(prospects.status, 'open'), by(prospects.nextOn, until)),
      and(isNotNull(prospects.revisitOn), by(prospects.revisitOn, until)),
    ),
  );

/** What each of these owners has to chase; nobody who has nothing. */
export async function countOwned(
  db: Db,
  { today, ...span }: Span & { today: LocalDate },
): Promise<Map<string, Owned>> {
  const rows = await db
    .select({ ownerId: prospects.ownerId, ...ownedColumns(today) })
    .from(prospects)
    .where(owned(span))
    .groupBy(prospects.ownerId);
  return new Map(
    rows.flatMap(({ ownerId, ...counts }) => (ownerId === null ? [] : [[ownerId, counts]])),
  );
}

/** All that an owner has to chase, held until the transaction ends. */
export async function lockOwned(
  db: Db,
  { ownerId, ...span }: Omit<Span, 'ownerIds'> & { ownerId: string },
): Promise<Prospect[]> {
  const rows = await db
    .select()
    .from(prospects)
    .where(owned({ ...span, ownerIds: [ownerId] }))
    .orderBy(asc(prospects.id))
    .for('update');
  return rows.map(prospectOf);
}

const CHUNK = 500;

/** Writes who owns held prospects from now on, and the day of each next step there. */
export async function saveOwner(
  db: Db,
  {
    workspaceId,
    ownerId,
    steps,
    now,
  }: {
    workspaceId: number;
    ownerId: string;
    steps: readonly { prospectId: string; on: LocalDate | null }[];
    now: Date;
  },
): Promise<void> {
  for (let at = 0; at < steps.length; at += CHUNK) {
    const chunk = JSON.stringify(steps.slice(at, at + CHUNK));
    await db.execute(sql`
      update prospects p set owner_id = ${ownerId}, next_on = s."on",
        version = p.version + 1, changed_at = ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${chunk}::text::jsonb) as s("prospectId" uuid, "on" date)
      where p.workspace_id = ${workspaceId} and p.id = s."prospectId"`);
  }
}
