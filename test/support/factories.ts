import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '../../src/db/client.ts';
import { absences, holidays, prospects, reps, teams, workspaces } from '../../src/db/schema.ts';
import { emailKey, sameNameKey } from '../../src/domain/typed-text.ts';

/** Long before any test's day, so that nobody is new. */
const LONG_AGO = new Date('2026-01-05T08:00:00Z');

type Row<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;

/** A workspace with one team in Berlin. */
export async function createWorkspace(
  db: Db,
  change: Row<typeof workspaces> & { team?: Row<typeof teams> } = {},
) {
  const { team, ...own } = change;
  const [workspace] = await db
    .insert(workspaces)
    .values({
      slackTeamId: `T${randomUUID().slice(0, 8).toUpperCase()}`,
      name: 'Northwind',
      state: 'active',
      hashKey: randomBytes(32),
      installedAt: LONG_AGO,
      activeFrom: LONG_AGO,
      ...own,
    })
    .returning();
  if (!workspace) throw new Error('no workspace');
  const [first] = await db
    .insert(teams)
    .values({
      workspaceId: workspace.id,
      name: 'Sales',
      zone: 'Europe/Berlin',
      createdAt: LONG_AGO,
      ...team,
    })
    .returning();
  if (!first) throw new Error('no team');
  return { ...workspace, workspaceId: workspace.id, teamId: first.id };
}

/** A rep of the workspace's team, in Berlin unless told. */
export async function createRep(
  db: Db,
  workspace: { workspaceId: number; teamId: string },
  change: Row<typeof reps> = {},
) {
  const [rep] = await db
    .insert(reps)
    .values({
      workspaceId: workspace.workspaceId,
      teamId: workspace.teamId,
      slackUserId: `U${randomUUID().slice(0, 8).toUpperCase()}`,
      name: 'Ana Silva',
      zone: 'Europe/Berlin',
      createdAt: LONG_AGO,
      ...change,
    })
    .returning();
  if (!rep) throw new Error('no rep');
  const { workspaceId, ...own } = rep;
  return { ...own, workspaceId, digestTime: rep.digestTime.slice(0, 5) };
}

/** An open prospect of the rep, due on `nextOn` by the cadence. */
export async function createProspect(
  db: Db,
  owner: { workspaceId: number; id: string },
  change: Row<typeof prospects> = {},
) {
  const row = {
    workspaceId: owner.workspaceId,
    ownerId: owner.id,
    name: 'Dana Reyes',
    company: 'Acme',
    status: 'open' as const,
    nextOn: '2026-11-17',
    nextAction: 'try_again' as const,
    nextChannel: 'call' as const,
    nextRule: { kind: 'new' as const },
    createdAt: LONG_AGO,
    changedAt: LONG_AGO,
    ...change,
  };
  const [prospect] = await db
    .insert(prospects)
    .values({
      ...row,
      nameKey: row.name ? sameNameKey(row.name) : null,
      companyKey: row.company ? sameNameKey(row.company) : null,
      emailKey: emailKey(row.email ?? null),
    })
    .returning();
  if (!prospect) throw new Error('no prospect');
  return prospect;
}

/** Days on which a rep is out, both included. */
export async function createAbsence(
  db: Db,
  rep: { workspaceId: number; id: string },
  { fromOn, toOn }: { fromOn: string; toOn: string },
) {
  await db
    .insert(absences)
    .values({ workspaceId: rep.workspaceId, repId: rep.id, fromOn, toOn, createdAt: LONG_AGO });
}

/** A day on which the workspace's team does not work. */
export async function createHoliday(
  db: Db,
  { workspaceId, teamId }: { workspaceId: number; teamId: string },
  on: string,
) {
  await db.insert(holidays).values({ workspaceId, teamId, on, name: 'Holiday' });
}
