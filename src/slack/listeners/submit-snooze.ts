import type { Middleware, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { hashOf, once } from '../../services/once.ts';
import { snoozeProspect } from '../../services/snooze-prospect.ts';
import { redrawScreens } from '../after-change.ts';
import { actorOf } from '../identify.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { readSnoozeForm, readSnoozeMeta } from '../views/snooze-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';
import { drawSnoozeQuestion } from './open-snooze.ts';

/** The day to snooze to, and for a promise whether it was agreed. */
export function submitSnooze(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readSnoozeMeta(view.private_metadata));
    const form = mustBeRight(readSnoozeForm(view.state.values));
    const { on, agreed } = form;
    const { prospectId, version, nonce } = meta;
    const receipt = { key: `view:snooze:${nonce}`, hash: hashOf(form) };
    const asked = await once(ctx, receipt, async (inside) => {
      const input = { prospectId, version, to: { on }, agreed };
      const snoozed = await snoozeProspect(inside, input);
      return snoozed.kind === 'ask_why' ? snoozed.on : null;
    });
    if (asked !== null) {
      const view = await drawSnoozeQuestion(ctx, { prospectId, version, on: asked, agreed });
      await ack({ response_action: 'update', view });
      return;
    }
    await ack();
    await redrawScreens(ctx, { ...deps, client });
  };
}
