import { randomUUID } from 'node:crypto';
import type {
  BlockAction,
  ButtonAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { InvalidError } from '../../domain/errors.ts';
import { changeSettings, loadTeamSettings } from '../../services/change-settings.ts';
import type { RepContext } from '../../services/context.ts';
import { nameFields } from '../errors/answer-errors.ts';
import { InvalidFormError } from '../errors/invalid-form-error.ts';
import { actorOf } from '../identify.ts';
import {
  buildSettingsModal,
  readSettingsForm,
  readSettingsMeta,
  SETTINGS_BLOCKS,
} from '../views/settings-modal.ts';

export const openSettingsFromButton: Middleware<
  SlackActionMiddlewareArgs<BlockAction<ButtonAction>>
> = async ({ ack, body, context, client }) => {
  await ack();
  await openSettings(actorOf(context), client, body.trigger_id);
};

/** Opens the team's settings for a manager; others are told who may. */
export async function openSettings(
  ctx: RepContext,
  client: WebClient,
  triggerId: string,
): Promise<void> {
  const team = await loadTeamSettings(ctx);
  const meta = { v: 1 as const, nonce: randomUUID(), teamId: team.id };
  await client.views.open({ trigger_id: triggerId, view: buildSettingsModal({ meta, team }) });
}

/** Saves the settings and says where the post goes; whether the bot may write there shows when it does. */
export const submitSettings: Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> = async ({
  ack,
  view,
  context,
  client,
}) => {
  nameFields(context, SETTINGS_BLOCKS);
  const ctx = actorOf(context);
  const meta = readSettingsMeta(view.private_metadata);
  if (!meta) throw new InvalidError('This form is too old. Close it and open a new one.');
  const form = readSettingsForm(view.state.values);
  if (!form.ok) throw new InvalidFormError(form.problems);
  await changeSettings(ctx, { teamId: meta.teamId, ...form.value });
  await ack();
  await client.chat.postMessage({
    channel: ctx.rep.slackUserId,
    text: sayWhere(form.value.slackChannelId, form.value.postTime),
  });
};

function sayWhere(slackChannelId: string | null, postTime: string): string {
  return slackChannelId === null
    ? 'Saved. Without a channel there is no team post.'
    : `Saved. The team post goes to <#${slackChannelId}> at ${postTime} on working days. Invite me there if I am not in it.`;
}
