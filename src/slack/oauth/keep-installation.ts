import type { Installation } from '@slack/oauth';
import { WebClient } from '@slack/web-api';
import type { Logger } from '../../logger.ts';
import { type Clocks, readMoment } from '../../services/clocks.ts';
import type { WorkspaceContext } from '../../services/context.ts';
import { installWorkspace } from '../../services/install-workspace.ts';
import { type OnRepChanged, recogniseRep } from '../../services/recognise-rep.ts';
import type { TokenBox } from '../../services/token-box.ts';
import { listenerClientOptions } from '../client-options.ts';
import { readPerson } from '../read-person.ts';

export type KeepDeps = {
  db: WorkspaceContext['db'];
  clocks: Clocks;
  box: TokenBox;
  apiUrl: string;
  log: Logger;
  onRepChanged: OnRepChanged;
};

/**
 * Keeps what an installation gave, tokens sealed, and makes whoever installed the first manager. An
 * installation into a whole organisation is refused: it gives one token for many workspaces.
 */
export async function keepInstallation(deps: KeepDeps, installation: Installation): Promise<void> {
  const { team, enterprise, bot, user, isEnterpriseInstall } = installation;
  if (!team || !bot || isEnterpriseInstall) {
    throw new Error('Only an installation with a bot into one workspace can be kept.');
  }
  const workspace = await installWorkspace(
    deps.db,
    {
      slackTeamId: team.id,
      slackEnterpriseId: enterprise?.id ?? null,
      slackTeamName: team.name ?? team.id,
      tokens: {
        box: deps.box,
        tokens: { botToken: bot.token, botId: bot.id, botUserId: bot.userId },
      },
    },
    await readMoment(deps.clocks),
  );
  const ctx = { db: deps.db, workspaceId: workspace.id, now: await deps.clocks.business() };
  await welcomeInstaller(deps, { ctx, slackTeamId: team.id, token: bot.token, userId: user.id });
}

/** The installation stands without this: then the first admin to use the bot manages it. */
async function welcomeInstaller(
  { apiUrl, log, onRepChanged }: KeepDeps,
  given: { ctx: WorkspaceContext; slackTeamId: string; token: string; userId: string },
): Promise<void> {
  const { ctx, slackTeamId, token, userId } = given;
  try {
    const client = new WebClient(token, listenerClientOptions({ apiUrl, log }));
    const person = await readPerson(client, userId);
    if (!person) return;
    await recogniseRep(ctx, { slackTeamId, person, isInstaller: true, onRepChanged });
  } catch (error) {
    log.warn({ err: error, workspaceId: ctx.workspaceId }, 'The installer was not made a manager.');
  }
}
