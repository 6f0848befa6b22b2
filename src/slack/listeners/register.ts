import type { App } from '@slack/bolt';
import type { IdentifyDeps } from '../identify.ts';
import { forgetInstallation, forgetRevokedTokens } from './uninstalled.ts';
import { refreshChangedPerson } from './user-change.ts';

/** What listeners are built with. */
export type ListenerDeps = IdentifyDeps;

export type RegisterListeners = (app: App, deps: ListenerDeps) => void;

/** The table of contents: everything Slack can send that the bot answers. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  app.event('app_uninstalled', forgetInstallation(deps));
  app.event('tokens_revoked', forgetRevokedTokens(deps));
  app.event('user_change', refreshChangedPerson(deps));
}
