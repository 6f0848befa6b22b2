import { and, asc, eq, sql } from 'drizzle-orm';
import type { Team } from '../domain/team.ts';
import type { Db } from './client.ts';
import { teams } from './schema.ts';

const columns = {
  id: teams.id,
  name: teams.name,
  slackChannelId: teams.slackChannelId,
  zone: teams.zone,
  postTime: sql<string>`to_char(${teams.postTime}, 'HH24:MI')`,
  summaryTime: sql<string>`to_char(${teams.summaryTime}, 'HH24:MI')`,
  weekdays: teams.weekdays,
  holidaysCountry: teams.holidaysCountry,
  holidaysRegion: teams.holidaysRegion,
  totalsOnly: teams.totalsOnly,
  locale: teams.locale,
  createdAt: teams.createdAt,
};

type Key = { workspaceId: number; teamId: string };

export async function findTeam(db: Db, { workspaceId, teamId }: Key): Promise<Team | null> {
  const [team] = await db
    .select(columns)
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId)));
  return team ?? null;
}

/** The workspace's teams, oldest first; a workspace starts with one. */
export async function listTeams(db: Db, workspaceId: number): Promise<Team[]> {
  return db
    .select(columns)
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId))
    .orderBy(asc(teams.createdAt), asc(teams.id))
    .limit(500);
}

export async function insertTeam(
  db: Db,
  { workspaceId, team }: { workspaceId: number; team: Pick<Team, 'name' | 'zone' | 'createdAt'> },
): Promise<Team> {
  const [added] = await db
    .insert(teams)
    .values({ workspaceId, ...team })
    .returning(columns);
  if (!added) throw new Error('A team was inserted and not returned.');
  return added;
}

export type TeamChange = Partial<Omit<Team, 'id' | 'createdAt'>>;

export async function updateTeam(
  db: Db,
  { workspaceId, teamId, change }: Key & { change: TeamChange },
): Promise<Team | null> {
  const [changed] = await db
    .update(teams)
    .set(change)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId)))
    .returning(columns);
  return changed ?? null;
}
