import { and, eq, inArray } from 'drizzle-orm';
import type { NextStep, Prospect, Standing } from '../domain/prospect.ts';
import { emailKey, sameNameKey } from '../domain/typed-text.ts';
import type { Db } from './client.ts';
import { columnsOf, prospectOf } from './prospect-rows.ts';
import { prospects } from './schema.ts';

export type ProspectKey = { workspaceId: number; prospectId: string };

const byKey = ({ workspaceId, prospectId }: ProspectKey) =>
  and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, prospectId));

export async function findProspect(db: Db, key: ProspectKey): Promise<Prospect | null> {
  const [row] = await db.select().from(prospects).where(byKey(key));
  return row ? prospectOf(row) : null;
}

/** Reads the prospect and keeps others from changing it until the transaction ends. */
export async function lockProspect(db: Db, key: ProspectKey): Promise<Prospect | null> {
  const [row] = await db.select().from(prospects).where(byKey(key)).for('update');
  return row ? prospectOf(row) : null;
}

export async function listProspects(
  db: Db,
  { workspaceId, prospectIds }: { workspaceId: number; prospectIds: string[] },
): Promise<Prospect[]> {
  const rows = await db
    .select()
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), inArray(prospects.id, prospectIds)));
  return rows.map(prospectOf);
}

export type NewProspect = {
  ownerId: string;
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
  phoneKey: string | null;
  next: NextStep;
};

export async function insertProspect(
  db: Db,
  { workspaceId, prospect, now }: { workspaceId: number; prospect: NewProspect; now: Date },
): Promise<Prospect> {
  const { next, ...own } = prospect;
  const [row] = await db
    .insert(prospects)
    .values({
      workspaceId,
      ...own,
      nameKey: own.name === null ? null : sameNameKey(own.name),
      companyKey: own.company === null ? null : sameNameKey(own.company),
      emailKey: emailKey(own.email),
      ...columnsOf({ status: 'open', next, revisitOn: null }),
      createdAt: now,
      changedAt: now,
    })
    .returning();
  if (!row) throw new Error('A prospect was inserted and not returned.');
  return prospectOf(row);
}

export type ProspectChange = Partial<
  Pick<Prospect, 'ownerId' | 'interest' | 'stoppedChannels' | 'snoozes' | 'inLine' | 'crackNote'>
> & {
  standing: Standing;
  /** Left out, a lost one keeps its reason; open, won and stopped ones have none. */
  closedReason?: Prospect['closedReason'];
};

/** Saves a change when the prospect still has the version it was read with; null otherwise. */
export async function saveProspect(
  db: Db,
  {
    workspaceId,
    prospectId,
    fromVersion,
    change,
    now,
  }: ProspectKey & {
    fromVersion: number;
    change: ProspectChange;
    now: Date;
  },
): Promise<Prospect | null> {
  const { standing, closedReason, ...own } = change;
  const isClosed = standing.status === 'lost' || standing.status === 'not_a_prospect';
  const [row] = await db
    .update(prospects)
    .set({
      inLine: false,
      ...own,
      ...columnsOf(standing),
      closedReason: isClosed ? closedReason : null,
      version: fromVersion + 1,
      changedAt: now,
    })
    .where(and(byKey({ workspaceId, prospectId }), eq(prospects.version, fromVersion)))
    .returning();
  return row ? prospectOf(row) : null;
}
