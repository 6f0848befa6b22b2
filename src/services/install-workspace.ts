import { randomBytes } from 'node:crypto';
import { upsertInstallation } from '../db/installations.ts';
import { insertTeam, listTeams } from '../db/teams.ts';
import {
  lockWorkspace,
  type SlackTeamKey,
  updateWorkspace,
  upsertWorkspace,
} from '../db/workspaces.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { WorkspaceContext } from './context.ts';
import { findWorkspaceOfTeam } from './find-installation.ts';
import type { TokenBox, Tokens } from './token-box.ts';

type Db = WorkspaceContext['db'];

/** The zone of a first team until its first manager brings a better one. */
export const FIRST_TEAM_ZONE = 'Etc/UTC';

/** The moment in both times. */
export type Moment = { now: Date; machineNow: Date };

export type NewInstallation = SlackTeamKey & {
  slackTeamName: string;
  /** Sealed and kept; null for the single workspace whose token is a setting. */
  tokens: { box: TokenBox; tokens: Tokens } | null;
};

/**
 * Makes the workspace of a Slack team with its first team, or revives the one it had, with all its
 * prospects.
 */
export async function installWorkspace(
  db: Db,
  { tokens, slackTeamName, ...key }: NewInstallation,
  { now, machineNow }: Moment,
): Promise<Workspace> {
  return db.transaction(async (tx) => {
    await joinOrganisation(tx, key);
    const workspace = await upsertWorkspace(tx, {
      ...key,
      name: slackTeamName,
      hashKey: randomBytes(32),
      installedAt: machineNow,
      activeFrom: now,
    });
    await ensureFirstTeam(tx, workspace, now);
    if (tokens) {
      const sealed = tokens.box.seal(workspace.id, tokens.tokens);
      const installation = { ...sealed, installedAt: machineNow };
      await upsertInstallation(tx, { workspaceId: workspace.id, installation });
    }
    return workspace;
  });
}

/**
 * The single workspace at a start of the bot: made when it is new, brought back when its token works
 * again, and otherwise left with the day it was installed.
 */
export async function connectSingleWorkspace(
  db: Db,
  { slackTeamName, ...key }: Omit<NewInstallation, 'tokens'>,
  moment: Moment,
): Promise<Workspace> {
  const known = await findWorkspaceOfTeam(db, key);
  if (known?.state !== 'active') {
    return installWorkspace(db, { ...key, slackTeamName, tokens: null }, moment);
  }
  if (known.name === slackTeamName) return known;
  await updateWorkspace(db, { workspaceId: known.id, change: { name: slackTeamName } });
  return { ...known, name: slackTeamName };
}

/** A team known without an organisation may have joined one since: it stays the same workspace. */
async function joinOrganisation(tx: Db, key: SlackTeamKey): Promise<void> {
  const known = await findWorkspaceOfTeam(tx, key);
  if (!known || known.slackEnterpriseId === key.slackEnterpriseId) return;
  const { slackEnterpriseId } = key;
  await updateWorkspace(tx, { workspaceId: known.id, change: { slackEnterpriseId } });
}

async function ensureFirstTeam(tx: Db, workspace: Workspace, now: Date): Promise<void> {
  await lockWorkspace(tx, workspace.id);
  const [first] = await listTeams(tx, workspace.id);
  if (first) return;
  const team = { name: workspace.name, zone: FIRST_TEAM_ZONE, createdAt: now };
  await insertTeam(tx, { workspaceId: workspace.id, team });
}
