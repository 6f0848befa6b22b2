import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { refreshPerson } from '../../services/refresh-person.ts';
import type { AccessAnswer } from '../authorize.ts';
import { toPerson } from '../read-person.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** Somebody's name, e-mail, zone or membership changed in Slack. */
export function refreshChangedPerson(
  deps: ListenerDeps,
): Middleware<SlackEventMiddlewareArgs<'user_change'>> {
  return async ({ event, context }) => {
    const access: AccessAnswer | undefined = context.access;
    if (access?.state === 'unknown') throw access.error;
    const person = toPerson(event.user);
    if (access?.state !== 'installed' || !person) return;
    const { id: workspaceId, slackTeamId } = access.workspace;
    const ctx = { db: deps.db, workspaceId, now: await deps.clocks.business() };
    await refreshPerson(ctx, { slackTeamId, person, onRepChanged: deps.onRepChanged });
  };
}
