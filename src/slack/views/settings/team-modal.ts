import type { KnownBlock, ModalView } from '@slack/types';
import type { Team } from '../../../domain/team.ts';
import { LANGUAGES, languageOf, type Words } from '../../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader, oneOf } from '../form-state.ts';
import { checkInput, selectInput, timeInput } from '../inputs.ts';
import { readTime } from '../time-field.ts';
import { readWeekdays, weekdayInput } from '../weekdays.ts';
import { readZone, zoneInput, zoneOption } from '../zone-field.ts';
import type { SettingsMeta } from './meta.ts';

/** The inputs by the names the service gives them. */
export const TEAM_BLOCKS = {
  slackChannelId: 'team_channel',
  postTime: 'post_time',
  zone: 'zone',
  weekdays: 'team_weekdays',
  locale: 'team_language',
  summaryTime: 'summary_time',
  totalsOnly: 'totals_only',
} as const;
const blocks = TEAM_BLOCKS;
const CODES = LANGUAGES.map(({ code }) => code);

export type TeamValues = Pick<
  Team,
  'slackChannelId' | 'postTime' | 'zone' | 'weekdays' | 'locale' | 'summaryTime' | 'totalsOnly'
>;

/** The team's settings, for managers: where and when the post goes out, and what it names. */
export function buildTeamModal(
  { meta, team }: { meta: SettingsMeta; team: Team },
  words: Words,
): ModalView {
  const { labels, settings } = words;
  return {
    type: 'modal',
    callback_id: VIEWS.settings,
    title: plainText(settings.parts.team, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      channelInput(team, words),
      timeInput({
        id: blocks.postTime,
        label: settings.team.postTime,
        optional: false,
        initial: team.postTime,
        zone: team.zone,
      }),
      zoneInput(
        {
          id: blocks.zone,
          actionId: ACTIONS.teamZone,
          hint: settings.team.zoneHint,
          initial: zoneOption(team.zone),
        },
        words,
      ),
      weekdayInput(
        {
          id: blocks.weekdays,
          hint: settings.team.weekdaysHint,
          weekdays: team.weekdays,
        },
        words,
      ),
      checkInput({
        id: blocks.totalsOnly,
        label: settings.team.slipping,
        option: option('totals', settings.team.totalsOnly),
        checked: team.totalsOnly,
      }),
      selectInput({
        id: blocks.locale,
        label: settings.team.language,
        optional: false,
        hint: settings.team.languageHint,
        options: LANGUAGES.map(({ code, name }) => option(code, name)),
        initial: languageOf(team.locale).code,
      }),
      timeInput({
        id: blocks.summaryTime,
        label: settings.team.summaryTime,
        optional: false,
        hint: settings.team.summaryHint,
        initial: team.summaryTime,
      }),
    ],
  };
}

export function readTeamForm(state: FormState): FormResult<TeamValues> {
  const form = formReader(state);
  const postTime = readTime(form, blocks.postTime);
  const zone = readZone(form, blocks.zone);
  const weekdays = readWeekdays(form, blocks.weekdays);
  const locale = oneOf(CODES, form.option(blocks.locale));
  const summaryTime = readTime(form, blocks.summaryTime);
  const { problems } = form;
  if (locale === null) problems[blocks.locale] = ({ settings }) => settings.team.chooseLanguage;
  if (!postTime || !zone || weekdays === null || !locale || !summaryTime) {
    return { ok: false, problems };
  }
  const slackChannelId = form.channel(blocks.slackChannelId);
  const totalsOnly = form.options(blocks.totalsOnly).length > 0;
  const post = { slackChannelId, postTime, zone, weekdays, locale, totalsOnly };
  return { ok: true, value: { ...post, summaryTime } };
}

function channelInput(team: Team, { settings }: Words): KnownBlock {
  return {
    type: 'input',
    block_id: blocks.slackChannelId,
    label: plainText(settings.team.channel),
    optional: true,
    hint: plainText(settings.team.channelHint, 300),
    element: {
      type: 'conversations_select',
      action_id: blocks.slackChannelId,
      placeholder: plainText(settings.team.chooseChannel),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(team.slackChannelId === null ? {} : { initial_conversation: team.slackChannelId }),
    },
  };
}
