import { WebClient } from '@slack/web-api';
import type { Workspace } from '../domain/workspace.ts';
import type { Logger } from '../logger.ts';
import { type Clocks, readMoment } from '../services/clocks.ts';
import type { WorkspaceContext } from '../services/context.ts';
import { findWorkspaceOfTeam, openTokens, readWorkspace } from '../services/find-installation.ts';
import { connectSingleWorkspace } from '../services/install-workspace.ts';
import type { TokenBox } from '../services/token-box.ts';
import type { Access, FindAccess } from './authorize.ts';
import { listenerClientOptions } from './client-options.ts';
import { askTokenOwner } from './connect-workspace.ts';

type Db = WorkspaceContext['db'];

/** In which workspaces the bot may speak, and with which tokens. */
export type AccessKeeper = {
  /** Must end before requests are taken. */
  open(signal: AbortSignal): Promise<void>;
  findAccess: FindAccess;
  tokenOf(workspaceId: number): Promise<string | null>;
  /** The bot's token in a Slack team as it was known last, for what cannot wait for the database. */
  knownTokenOf(slackTeamId: string): string | null;
};

/** One workspace, whose token is a setting. Requests of any other Slack team find nothing. */
export function keepSingleAccess({
  db,
  clocks,
  log,
  botToken,
  apiUrl,
}: {
  db: Db;
  clocks: Clocks;
  log: Logger;
  botToken: string;
  apiUrl: string;
}): AccessKeeper {
  let connected: Access | null = null;
  return {
    async open(signal) {
      const client = new WebClient(undefined, listenerClientOptions({ apiUrl, log }));
      const { tokens, ...owner } = await askTokenOwner(client, { botToken, log, signal });
      const workspace = await connectSingleWorkspace(db, owner, await readMoment(clocks));
      connected = { workspace, tokens };
    },
    async findAccess(key) {
      const workspace = await findWorkspaceOfTeam(db, key);
      if (!connected || workspace?.id !== connected.workspace.id || isGone(workspace)) return null;
      return { ...connected, workspace };
    },
    async tokenOf(workspaceId) {
      if (connected?.workspace.id !== workspaceId) return null;
      const workspace = await readWorkspace(db, workspaceId);
      return workspace && !isGone(workspace) ? botToken : null;
    },
    knownTokenOf: (slackTeamId) =>
      connected?.workspace.slackTeamId === slackTeamId ? botToken : null,
  };
}

/** Every workspace that installed the bot; its tokens are sealed in the database. */
export function keepInstalledAccess({ db, box }: { db: Db; box: TokenBox }): AccessKeeper {
  const tokensOf = (workspaceId: number) => openTokens(db, { workspaceId, box });
  const known = new Map<string, string>();
  return {
    open: async () => {},
    async findAccess(key) {
      const workspace = await findWorkspaceOfTeam(db, key);
      const tokens = workspace && !isGone(workspace) ? await tokensOf(workspace.id) : null;
      if (!workspace || !tokens) {
        known.delete(key.slackTeamId);
        return null;
      }
      known.set(key.slackTeamId, tokens.botToken);
      return { workspace, tokens };
    },
    tokenOf: async (workspaceId) => (await tokensOf(workspaceId))?.botToken ?? null,
    knownTokenOf: (slackTeamId) => known.get(slackTeamId) ?? null,
  };
}

/** A token Slack refused for once does not keep people's requests out: they prove the app is there. */
function isGone({ state }: Workspace): boolean {
  return state === 'uninstalled';
}
