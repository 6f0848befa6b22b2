import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Team } from '../../domain/team.ts';
import { isZone } from '../../domain/zone.ts';
import { VIEWS } from '../ids.ts';
import { context, plainText } from './blocks.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { textInput, timeInput } from './inputs.ts';

/** The inputs by the names the service gives them. */
export const SETTINGS_BLOCKS = {
  slackChannelId: 'team_channel',
  postTime: 'post_time',
  zone: 'zone',
} as const;
const blocks = SETTINGS_BLOCKS;

const metaSchema = z.object({ v: z.literal(1), nonce: z.string(), teamId: z.string() });
export type SettingsMeta = z.infer<typeof metaSchema>;

export type SettingsValues = { slackChannelId: string | null; postTime: string; zone: string };

/** The team's settings, for managers: where and when the post goes out. */
export function buildSettingsModal({ meta, team }: { meta: SettingsMeta; team: Team }): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.settings,
    title: plainText('Team settings', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      channelInput(team),
      timeInput({
        id: blocks.postTime,
        label: 'Time of the team post',
        optional: false,
        initial: team.postTime,
        zone: team.zone,
        hint: 'In the team’s time zone, on working days.',
      }),
      textInput({
        id: blocks.zone,
        label: 'Time zone',
        optional: false,
        length: 64,
        initial: team.zone,
        placeholder: 'Europe/Berlin',
      }),
      context(['Each rep’s digest comes in their own zone, as Slack knows it.']),
    ],
  };
}

export function readSettingsForm(state: FormState): FormResult<SettingsValues> {
  const form = formReader(state);
  const postTime = form.time(blocks.postTime);
  const zone = form.line(blocks.zone);
  if (postTime === null) form.problems[blocks.postTime] = 'Choose a time.';
  if (zone === null || !isZone(zone)) {
    form.problems[blocks.zone] =
      'I do not know this time zone. Write it like Europe/Berlin or America/New_York.';
  }
  if (postTime === null || zone === null || Object.keys(form.problems).length > 0) {
    return { ok: false, problems: form.problems };
  }
  return {
    ok: true,
    value: { slackChannelId: form.channel(blocks.slackChannelId), postTime, zone },
  };
}

export function readSettingsMeta(privateMetadata: string): SettingsMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}

function channelInput(team: Team): KnownBlock {
  return {
    type: 'input',
    block_id: blocks.slackChannelId,
    label: plainText('Team channel'),
    optional: true,
    hint: plainText('Invite the bot to it. Without a channel there is no team post.', 300),
    element: {
      type: 'conversations_select',
      action_id: blocks.slackChannelId,
      placeholder: plainText('Choose a channel'),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(team.slackChannelId === null ? {} : { initial_conversation: team.slackChannelId }),
    },
  };
}
