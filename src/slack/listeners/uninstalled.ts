import type { AllMiddlewareArgs, Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { findWorkspaceOfTeam } from '../../services/find-installation.ts';
import { uninstallWorkspace } from '../../services/uninstall-workspace.ts';
import type { ListenerDeps } from './listener-deps.ts';

type UninstalledArgs = SlackEventMiddlewareArgs<'app_uninstalled'>;
type RevokedArgs = SlackEventMiddlewareArgs<'tokens_revoked'>;
type Told = { context: AllMiddlewareArgs['context']; body: { event_time: number } };

/** The app was removed from a Slack team. */
export function forgetInstallation(deps: ListenerDeps): Middleware<UninstalledArgs> {
  return (args) => forget(args, deps);
}

/** Tokens were revoked; those of people are not ours. */
export function forgetRevokedTokens(deps: ListenerDeps): Middleware<RevokedArgs> {
  return async (args) => {
    if (args.event.tokens.bot?.length) await forget(args, deps);
  };
}

async function forget({ context, body }: Told, { db, log }: ListenerDeps): Promise<void> {
  const workspace = await findWorkspaceOfTeam(db, {
    slackTeamId: context.teamId ?? '',
    slackEnterpriseId: context.enterpriseId ?? null,
  });
  if (!workspace) return;
  const saidAt = new Date(body.event_time * 1000);
  const isGone = await uninstallWorkspace(db, { workspaceId: workspace.id, saidAt });
  log.info({ workspaceId: workspace.id, isGone }, 'Slack said that the app was removed.');
}
