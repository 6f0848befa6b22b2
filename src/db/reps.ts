import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Rep } from '../domain/rep.ts';
import type { Db } from './client.ts';
import { reps } from './schema.ts';

const columns = {
  id: reps.id,
  teamId: reps.teamId,
  slackUserId: reps.slackUserId,
  slackDmId: reps.slackDmId,
  name: reps.name,
  email: reps.email,
  zone: reps.zone,
  zoneChosen: reps.zoneChosen,
  locale: reps.locale,
  // `time` reads back with seconds; the rules speak in minutes.
  digestTime: sql<string>`to_char(${reps.digestTime}, 'HH24:MI')`,
  weekdays: reps.weekdays,
  pace: reps.pace,
  isManager: reps.isManager,
  hiddenOnBoard: reps.hiddenOnBoard,
  remindsPromises: reps.remindsPromises,
  tellsWhenClear: reps.tellsWhenClear,
  deactivatedAt: reps.deactivatedAt,
  createdAt: reps.createdAt,
};

type Key = { workspaceId: number; repId: string };

export async function findRep(db: Db, { workspaceId, repId }: Key): Promise<Rep | null> {
  const [rep] = await db
    .select(columns)
    .from(reps)
    .where(and(eq(reps.workspaceId, workspaceId), eq(reps.id, repId)));
  return rep ?? null;
}

export async function findRepBySlackUser(
  db: Db,
  { workspaceId, slackUserId }: { workspaceId: number; slackUserId: string },
): Promise<Rep | null> {
  const [rep] = await db
    .select(columns)
    .from(reps)
    .where(and(eq(reps.workspaceId, workspaceId), eq(reps.slackUserId, slackUserId)));
  return rep ?? null;
}

/** What some users of Slack's are called, as far as they are reps. */
export async function listRepNames(
  db: Db,
  { workspaceId, slackUserIds }: { workspaceId: number; slackUserIds: readonly string[] },
): Promise<{ slackUserId: string; name: string }[]> {
  return db
    .select({ slackUserId: reps.slackUserId, name: reps.name })
    .from(reps)
    .where(and(eq(reps.workspaceId, workspaceId), inArray(reps.slackUserId, [...slackUserIds])));
}

/** Reps who are still with us, by name; at most the few thousand a workspace can have. */
export async function listActiveReps(db: Db, workspaceId: number): Promise<Rep[]> {
  return db
    .select(columns)
    .from(reps)
    .where(and(eq(reps.workspaceId, workspaceId), isNull(reps.deactivatedAt)))
    .orderBy(asc(reps.name), asc(reps.id))
    .limit(5000);
}

export async function countActiveReps(db: Db, workspaceId: number): Promise<number> {
  return db.$count(reps, and(eq(reps.workspaceId, workspaceId), isNull(reps.deactivatedAt)));
}

export async function listReps(db: Db, workspaceId: number): Promise<Rep[]> {
  return db
    .select(columns)
    .from(reps)
    .where(eq(reps.workspaceId, workspaceId))
    .orderBy(asc(reps.name), asc(reps.id))
    .limit(10_000);
}

/** Whether anybody still with us manages the workspace. */
export async function hasManager(db: Db, workspaceId: number): Promise<boolean> {
  const [manager] = await db
    .select({ id: reps.id })
    .from(reps)
    .where(
      and(eq(reps.workspaceId, workspaceId), eq(reps.isManager, true), isNull(reps.deactivatedAt)),
    )
    .limit(1);
  return manager !== undefined;
}

export type NewRep = Pick<
  Rep,
  'teamId' | 'slackUserId' | 'name' | 'email' | 'zone' | 'isManager' | 'createdAt'
> &
  Partial<Pick<Rep, 'locale' | 'pace' | 'digestTime' | 'weekdays'>>;

/** Adds the rep, or returns null when this Slack user has one in the workspace. */
export async function insertRep(
  db: Db,
  { workspaceId, rep }: { workspaceId: number; rep: NewRep },
): Promise<Rep | null> {
  const [added] = await db
    .insert(reps)
    .values({ workspaceId, ...rep })
    .onConflictDoNothing({ target: [reps.workspaceId, reps.slackUserId] })
    .returning(columns);
  return added ?? null;
}

export type RepChange = Partial<
  Pick<
    Rep,
    | 'name'
    | 'email'
    | 'zone'
    | 'zoneChosen'
    | 'locale'
    | 'slackDmId'
    | 'digestTime'
    | 'weekdays'
    | 'pace'
    | 'isManager'
    | 'hiddenOnBoard'
    | 'remindsPromises'
    | 'tellsWhenClear'
    | 'deactivatedAt'
  >
>;

export async function updateRep(
  db: Db,
  { workspaceId, repId, change }: Key & { change: RepChange },
): Promise<Rep | null> {
  const [changed] = await db
    .update(reps)
    .set(change)
    .where(and(eq(reps.workspaceId, workspaceId), eq(reps.id, repId)))
    .returning(columns);
  return changed ?? null;
}
