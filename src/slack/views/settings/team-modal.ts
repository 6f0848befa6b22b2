import type { KnownBlock, ModalView } from '@slack/types';
import type { Team } from '../../../domain/team.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { checkInput, timeInput } from '../inputs.ts';
import { readWeekdays, weekdayInput } from '../weekdays.ts';
import { readZone, zoneInput, zoneOption } from '../zone-field.ts';
import type { SettingsMeta } from './meta.ts';

/** The inputs by the names the service gives them. */
export const TEAM_BLOCKS = {
  slackChannelId: 'team_channel',
  postTime: 'post_time',
  zone: 'zone',
  weekdays: 'team_weekdays',
  totalsOnly: 'totals_only',
} as const;
const blocks = TEAM_BLOCKS;

export type TeamValues = Pick<
  Team,
  'slackChannelId' | 'postTime' | 'zone' | 'weekdays' | 'totalsOnly'
>;

/** The team's settings, for managers: where and when the post goes out, and what it names. */
export function buildTeamModal({ meta, team }: { meta: SettingsMeta; team: Team }): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.settings,
    title: plainText('Team', 24),
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
      }),
      zoneInput({
        id: blocks.zone,
        actionId: ACTIONS.teamZone,
        hint: 'The post goes by it. Each rep’s digest goes by their own.',
        initial: zoneOption(team.zone),
      }),
      weekdayInput({
        id: blocks.weekdays,
        hint: 'The team post goes out on these.',
        weekdays: team.weekdays,
      }),
      checkInput({
        id: blocks.totalsOnly,
        label: 'Slipping',
        option: option('totals', 'Totals only: the post says how much slips, not with whom'),
        checked: team.totalsOnly,
      }),
    ],
  };
}

export function readTeamForm(state: FormState): FormResult<TeamValues> {
  const form = formReader(state);
  const postTime = form.time(blocks.postTime);
  const zone = readZone(form, blocks.zone);
  const weekdays = readWeekdays(form, blocks.weekdays);
  if (postTime === null) form.problems[blocks.postTime] = () => 'Choose a time.';
  if (postTime === null || zone === null || weekdays === null) {
    return { ok: false, problems: form.problems };
  }
  const slackChannelId = form.channel(blocks.slackChannelId);
  const totalsOnly = form.options(blocks.totalsOnly).length > 0;
  return { ok: true, value: { slackChannelId, postTime, zone, weekdays, totalsOnly } };
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
