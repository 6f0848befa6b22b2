import type { ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { CADENCE_RANGES } from '../../domain/cadence-numbers.ts';
import type { Rep } from '../../domain/rep.ts';
import type { Words } from '../../domain/words/words.ts';
import type { Weekdays } from '../../domain/working-days.ts';
import { isZone } from '../../domain/zone.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { option, plainText } from './blocks.ts';
import { type FormReader, type FormResult, type FormState, formReader } from './form-state.ts';
import { checksInput, numberInput, timeInput } from './inputs.ts';
import { readNumber } from './number-fields.ts';
import { readTime } from './time-field.ts';
import { readWeekdays, weekdayInput } from './weekdays.ts';
import { readZone, zoneInput, zoneOption } from './zone-field.ts';

/** The inputs by the names the service gives them. */
export const OWN_SETTINGS_BLOCKS = {
  digestTime: 'digest_time',
  weekdays: 'own_weekdays',
  pace: 'own_pace',
  zone: 'own_zone',
} as const;
const blocks = OWN_SETTINGS_BLOCKS;
const MESSAGES = 'own_messages';
const BOARD = 'own_board';

const AS_SLACK_SAYS = 'slack';

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  responseUrl: z.string().optional(),
  /** The zone Slack says, asked when the form was opened. */
  slackZone: z.string().nullable(),
});
export type OwnSettingsMeta = z.infer<typeof metaSchema>;

/** What a rep may set for themselves. */
export function buildOwnSettingsModal(
  { meta, rep }: { meta: OwnSettingsMeta; rep: Rep },
  words: Words,
): ModalView {
  const { labels, ownSettings } = words;
  const { reminds, tells, hides } = ownSettings;
  const checked = [
    ...(rep.remindsPromises ? ['reminds'] : []),
    ...(rep.tellsWhenClear ? ['tells'] : []),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.ownSettings,
    title: plainText(ownSettings.title, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      timeInput({
        id: blocks.digestTime,
        label: ownSettings.digestTime,
        optional: false,
        initial: rep.digestTime,
        zone: rep.zone,
      }),
      numberInput({
        id: blocks.pace,
        label: ownSettings.pace,
        optional: false,
        hint: ownSettings.paceHint(CADENCE_RANGES.pace),
        initial: rep.pace,
      }),
      weekdayInput(
        { id: blocks.weekdays, hint: ownSettings.weekdaysHint, weekdays: rep.weekdays },
        words,
      ),
      zoneInput(
        {
          id: blocks.zone,
          actionId: ACTIONS.ownZone,
          hint: ownSettings.zoneHint,
          initial: rep.zoneChosen ? zoneOption(rep.zone) : asSlackSays(meta.slackZone, words),
        },
        words,
      ),
      checksInput({
        id: MESSAGES,
        label: ownSettings.alsoTellMe,
        options: [option('reminds', reminds), option('tells', tells)],
        checked,
      }),
      checksInput({
        id: BOARD,
        label: ownSettings.leaderboard,
        options: [option('hides', hides)],
        checked: rep.hiddenOnBoard ? ['hides'] : [],
      }),
    ],
  };
}

/** The entry that gives the zone back to Slack. */
export function asSlackSays(
  zone: string | null,
  { ownSettings }: Words,
): PlainTextOption & { value: string } {
  return { ...option(AS_SLACK_SAYS, ownSettings.asSlackSays(zone)), value: AS_SLACK_SAYS };
}

export type OwnSettingsValues = {
  digestTime: string;
  weekdays: Weekdays;
  pace: number;
  ownZone: string | null;
  remindsPromises: boolean;
  tellsWhenClear: boolean;
  hiddenOnBoard: boolean;
};

export function readOwnSettingsForm(state: FormState): FormResult<OwnSettingsValues> {
  const form = formReader(state);
  const digestTime = readTime(form, blocks.digestTime);
  const pace = readNumber(form, blocks.pace, CADENCE_RANGES.pace);
  const weekdays = readWeekdays(form, blocks.weekdays);
  const ownZone = readOwnZone(form);
  const { problems } = form;
  if (digestTime === null || pace === null || weekdays === null || blocks.zone in problems) {
    return { ok: false, problems };
  }
  const told = form.options(MESSAGES);
  const value = { digestTime, pace, weekdays, ownZone };
  const remindsPromises = told.includes('reminds');
  const tellsWhenClear = told.includes('tells');
  const hiddenOnBoard = form.options(BOARD).length > 0;
  return { ok: true, value: { ...value, remindsPromises, tellsWhenClear, hiddenOnBoard } };
}

function readOwnZone(form: FormReader): string | null {
  return form.option(blocks.zone) === AS_SLACK_SAYS ? null : readZone(form, blocks.zone);
}

/** The zone travelled through the client: what is none is forgotten. */
export function readOwnSettingsMeta(privateMetadata: string): OwnSettingsMeta | null {
  try {
    const meta = metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
    const { slackZone = null } = meta ?? {};
    return meta && { ...meta, slackZone: slackZone && isZone(slackZone) ? slackZone : null };
  } catch {
    return null;
  }
}
