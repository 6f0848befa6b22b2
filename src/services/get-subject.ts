import { findRep } from '../db/reps.ts';
import { findTeam } from '../db/teams.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import type { Team } from '../domain/team.ts';
import type { WorkspaceContext } from './context.ts';

/** The rep a delivery is for. */
export async function getRepToSend(
  { db, workspaceId }: WorkspaceContext,
  repId: string,
): Promise<Rep> {
  const rep = await findRep(db, { workspaceId, repId });
  if (!rep) throw new NotFoundError(({ faults }) => faults.noRepToSend);
  return rep;
}

/** The team a delivery is for. */
export async function getTeamToSend(
  { db, workspaceId }: WorkspaceContext,
  teamId: string,
): Promise<Team> {
  const team = await findTeam(db, { workspaceId, teamId });
  if (!team) throw new NotFoundError(({ faults }) => faults.noTeamToSend);
  return team;
}
