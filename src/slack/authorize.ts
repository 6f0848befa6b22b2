import type { Authorize } from '@slack/bolt';
import type { Workspace } from '../domain/workspace.ts';
import type { SlackTeamKey } from '../services/find-installation.ts';
import type { Tokens } from '../services/token-box.ts';

/** A workspace the bot is installed in, with the tokens to speak there. */
export type Access = { workspace: Workspace; tokens: Tokens };

export type FindAccess = (team: SlackTeamKey) => Promise<Access | null>;

/** What `identify` finds in Bolt's context. */
export type AccessAnswer =
  | { state: 'installed'; workspace: Workspace }
  | { state: 'not installed' }
  | { state: 'unknown'; error: unknown };

/**
 * Finds the workspace of a request by the Slack team in its signed body. It never throws: Bolt would
 * answer with silence, while the person should read a sentence; `identify` says it.
 */
export function createAuthorize(findAccess: FindAccess): Authorize<boolean> {
  return async ({ teamId, enterpriseId }) => {
    const ids = {
      ...(teamId ? { teamId } : {}),
      ...(enterpriseId ? { enterpriseId } : {}),
    };
    try {
      const key = { slackTeamId: teamId ?? '', slackEnterpriseId: enterpriseId ?? null };
      const access = await findAccess(key);
      if (!access) return { ...ids, access: { state: 'not installed' } satisfies AccessAnswer };
      const { workspace, tokens } = access;
      return { ...ids, ...tokens, workspace, access: { state: 'installed', workspace } };
    } catch (error) {
      return { ...ids, access: { state: 'unknown', error } satisfies AccessAnswer };
    }
  };
}
