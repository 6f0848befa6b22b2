import { findRepBySlackUser, hasManager, insertRep, updateRep } from '../db/reps.ts';
import { listTeams, updateTeam } from '../db/teams.ts';
import { findWorkspace, lockWorkspace } from '../db/workspaces.ts';
import type { Rep } from '../domain/rep.ts';
import type { Team } from '../domain/team.ts';
import { isZone } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { WorkspaceContext } from './context.ts';
import { FIRST_TEAM_ZONE } from './install-workspace.ts';

/** A person as Slack describes them. */
export type SlackPerson = {
  slackUserId: string;
  /** The Slack teams they belong to: more than one inside an organisation. */
  slackTeamIds: string[];
  name: string;
  email: string | null;
  zone: string | null;
  /** Only `users.info` tells it for certain. */
  locale: string | null;
  isAdmin: boolean;
  isBot: boolean;
  isGuest: boolean;
  isDeleted: boolean;
};

/** Whom Slack describes as somebody who is none of ours. */
export type NotOurs = 'stranger' | 'bot' | 'guest' | 'deactivated';
export type Refusal = NotOurs | 'not_added';
export type Recognition<R = Refusal> = { rep: Rep } | { refused: R };

/** Told inside the transaction of every rep made or changed. */
export type OnRepChanged = (ctx: WorkspaceContext, rep: Rep, how: RepChanged) => Promise<void>;

/** How a rep was before, null for a new one, and which manager added them, if one did. */
export type RepChanged = { before: Rep | null; addedBy?: string | undefined };

export type NewcomerInput = {
  slackTeamId: string;
  person: SlackPerson;
  /** Who installed the bot manages it; else the first admin or owner of Slack to use it. */
  isInstaller?: boolean;
  /** The manager who adds them. */
  addedBy?: string;
  onRepChanged: OnRepChanged;
};

/** The rep who asks, when they are known and still with us. */
export async function findActiveRep(
  ctx: WorkspaceContext,
  slackUserId: string,
): Promise<Rep | null> {
  const rep = await findRepBySlackUser(ctx.db, { workspaceId: ctx.workspaceId, slackUserId });
  return rep?.deactivatedAt ? null : rep;
}

/**
 * Makes a full member who uses the bot for the first time a rep, unless here only managers add people,
 * and brings back one who had left. Guests, bots and people of other teams are refused.
 */
export async function recogniseRep(
  ctx: WorkspaceContext,
  input: Omit<NewcomerInput, 'addedBy'>,
): Promise<Recognition> {
  const { person, slackTeamId } = input;
  if (refusalOf(person, slackTeamId) === null && (await mustBeAdded(ctx, input))) {
    return { refused: 'not_added' };
  }
  return admitPerson(ctx, input);
}

/** Somebody new where managers add people; without a manager nobody could. */
async function mustBeAdded(
  { db, workspaceId }: WorkspaceContext,
  { person: { slackUserId } }: NewcomerInput,
): Promise<boolean> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace?.managersAddPeople || !(await hasManager(db, workspaceId))) return false;
  return (await findRepBySlackUser(db, { workspaceId, slackUserId })) === null;
}

/** Makes a full member a rep of the first team, or brings one back, whoever may join by themselves. */
export async function admitPerson(
  ctx: WorkspaceContext,
  { slackTeamId, person, isInstaller = false, addedBy, onRepChanged }: NewcomerInput,
): Promise<Recognition<NotOurs>> {
  const refused = refusalOf(person, slackTeamId);
  if (refused) return { refused };
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    await lockWorkspace(db, ctx.workspaceId);
    const before = await findRepBySlackUser(db, { ...ctx, slackUserId: person.slackUserId });
    if (before && !before.deactivatedAt) return { rep: before };
    const team = await firstTeam(inside);
    const isManager = (isInstaller || person.isAdmin) && !(await hasManager(db, ctx.workspaceId));
    const rep = before
      ? await bringBack(inside, { before, person, isManager })
      : await addRep(inside, { team, person, isManager });
    if (isManager) await lendZoneAndLanguage(inside, { team, rep });
    await onRepChanged(inside, rep, { before, addedBy });
    return { rep };
  });
}

/** Why a person may not use the bot, or null when they may. */
export function refusalOf(person: SlackPerson, slackTeamId: string): NotOurs | null {
  if (!person.slackTeamIds.includes(slackTeamId)) return 'stranger';
  if (person.isBot) return 'bot';
  if (person.isDeleted) return 'deactivated';
  return person.isGuest ? 'guest' : null;
}

async function firstTeam(ctx: WorkspaceContext): Promise<Team> {
  const [team] = await listTeams(ctx.db, ctx.workspaceId);
  if (!team) throw new Error('The workspace has no team.');
  return team;
}

async function addRep(
  ctx: WorkspaceContext,
  { team, person, isManager }: { team: Team; person: SlackPerson; isManager: boolean },
): Promise<Rep> {
  const { slackUserId, name, email, locale } = person;
  const zone = person.zone && isZone(person.zone) ? person.zone : team.zone;
  const { pace } = await loadCadenceNumbers(ctx);
  const own = { slackUserId, name, email, zone, locale, pace };
  const row = { teamId: team.id, ...own, isManager, createdAt: ctx.now };
  const rep = await insertRep(ctx.db, { workspaceId: ctx.workspaceId, rep: row });
  if (!rep) throw new Error('A rep was there although the workspace was held.');
  return rep;
}

async function bringBack(
  ctx: WorkspaceContext,
  { before, person, isManager }: { before: Rep; person: SlackPerson; isManager: boolean },
): Promise<Rep> {
  const { workspaceId } = ctx;
  const change = {
    deactivatedAt: null,
    name: person.name,
    ...(person.locale ? { locale: person.locale } : {}),
    ...(isManager ? { isManager } : {}),
  };
  const rep = await updateRep(ctx.db, { workspaceId, repId: before.id, change });
  if (!rep) throw new Error('A rep was gone although the workspace was held.');
  return rep;
}

/** A team that was made without anybody in sight takes its first manager's zone and language. */
async function lendZoneAndLanguage(
  ctx: WorkspaceContext,
  { team, rep }: { team: Team; rep: Rep },
): Promise<void> {
  const change = {
    ...(team.zone === FIRST_TEAM_ZONE && rep.zone !== FIRST_TEAM_ZONE ? { zone: rep.zone } : {}),
    ...(team.locale === null && rep.locale !== null ? { locale: rep.locale } : {}),
  };
  if (Object.keys(change).length === 0) return;
  await updateTeam(ctx.db, { workspaceId: ctx.workspaceId, teamId: team.id, change });
}
