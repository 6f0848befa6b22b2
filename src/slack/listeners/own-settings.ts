import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import { wordsFor } from '../../domain/words/words.ts';
import { changeOwnSettings } from '../../services/change-own-settings.ts';
import type { RepContext } from '../../services/context.ts';
import { redrawScreens } from '../after-change.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { actorOf } from '../identify.ts';
import { readPerson } from '../read-person.ts';
import { mustBeRight, mustHaveMeta } from '../read-submission.ts';
import { respondLater } from '../respond-later.ts';
import { type Opening, showWindow } from '../show-window.ts';
import { buildSentence } from '../views/notice.ts';
import { buildOwnSettingsSaved, sayOwnChange } from '../views/own-settings-answer.ts';
import {
  buildOwnSettingsModal,
  OWN_SETTINGS_BLOCKS,
  readOwnSettingsForm,
  readOwnSettingsMeta,
} from '../views/own-settings-modal.ts';
import type { ListenerDeps } from './listener-deps.ts';

/** The button "My settings". */
export const openOwnSettingsFromButton: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, context, client }) => {
  await ack();
  await openOwnSettings(actorOf(context), { client, context });
};

/** Opens a rep's own settings; Slack is asked for its zone where the rep chose another. */
export async function openOwnSettings(
  { rep }: RepContext,
  opening: Opening,
  { responseUrl }: { responseUrl?: string } = {},
): Promise<void> {
  const slackZone = rep.zoneChosen
    ? ((await readPerson(opening.client, rep.slackUserId))?.zone ?? null)
    : rep.zone;
  const meta = {
    v: 1 as const,
    nonce: randomUUID(),
    slackZone,
    ...(responseUrl ? { responseUrl } : {}),
  };
  const view = buildOwnSettingsModal({ meta, rep }, wordsFor(rep.locale));
  await showWindow(opening, view);
}

/** Saves them and says what changed, where the form was opened. */
export function submitOwnSettings(
  deps: ListenerDeps,
): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, view, context, client }) => {
    nameFields(context, OWN_SETTINGS_BLOCKS);
    const ctx = actorOf(context);
    const meta = mustHaveMeta(readOwnSettingsMeta(view.private_metadata));
    const form = mustBeRight(readOwnSettingsForm(view.state.values));
    const changed = await changeOwnSettings(ctx, { ...form, slackZone: meta.slackZone });
    const words = wordsFor(ctx.rep.locale);
    if (meta.responseUrl) {
      await ack();
      const { responseUrl } = meta;
      const message = buildSentence(sayOwnChange(changed, words));
      await respondLater(responseUrl, { message, apiUrl: deps.apiUrl }).catch(() => false);
    } else {
      await ack({ response_action: 'update', view: buildOwnSettingsSaved(changed, words) });
    }
    await redrawScreens({ ...ctx, rep: changed.after }, { ...deps, client });
  };
}
