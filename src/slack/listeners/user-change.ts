import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt';
import { findActiveRep } from '../../services/recognise-rep.ts';
import { refreshPerson } from '../../services/refresh-person.ts';
import { redrawScreens } from '../after-change.ts';
import type { AccessAnswer } from '../authorize.ts';
import { readPerson, toPerson } from '../read-person.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** Somebody's name, e-mail, zone, language or membership changed in Slack: what they see follows. */
export function refreshChangedPerson(
  deps: ListenerDeps,
): Middleware<SlackEventMiddlewareArgs<'user_change'>> {
  return async ({ event, context, client }) => {
    const access: AccessAnswer | undefined = context.access;
    if (access?.state === 'unknown') throw access.error;
    const told = toPerson(event.user);
    if (access?.state !== 'installed' || !told) return;
    const { id: workspaceId, slackTeamId } = access.workspace;
    const ctx = { db: deps.db, workspaceId, now: await deps.clocks.business() };
    // The event may leave the language out; of everybody in Slack only our reps are asked about.
    const isAsked = told.locale === null && (await findActiveRep(ctx, told.slackUserId)) !== null;
    const person = (isAsked ? await readPerson(client, told.slackUserId) : null) ?? told;
    const { onRepChanged, log, redrawMessages } = deps;
    const rep = await refreshPerson(ctx, { slackTeamId, person, onRepChanged });
    if (rep && !rep.deactivatedAt) {
      await redrawScreens({ ...ctx, rep }, { client, log, redrawMessages });
    }
  };
}
