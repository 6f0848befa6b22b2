import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { CHANNELS, type Channel } from '../../domain/touch.ts';
import type { Sentence, Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { option, plainText, section } from './blocks.ts';
import { type Line, typed } from './compose.ts';
import { type FormResult, type FormState, formReader, oneOf } from './form-state.ts';
import { selectInput, textInput } from './inputs.ts';

/** The inputs by the names the service gives them. */
export const LIFT_STOP_BLOCKS = { reason: 'reason', channel: 'channel' } as const;
const blocks = LIFT_STOP_BLOCKS;
const REASON_LENGTH = 300;

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  prospectId: z.string(),
  version: z.number().int(),
  responseUrl: z.string().optional(),
});
export type LiftStopMeta = z.infer<typeof metaSchema>;

export type LiftStopForm = {
  meta: LiftStopMeta;
  label: string;
  /** "They asked us to stop on 3 Jul (Ana)."; null where only channels are stopped. */
  stopSaid: Sentence | null;
  channels: readonly Channel[];
};

/** Why a stop is lifted and, of several channels, which one. */
export function buildLiftStopModal(form: LiftStopForm, words: Words): ModalView {
  const { label, stopSaid, channels } = form;
  const { lift } = words.endings;
  const follows = stopSaid === null ? lift.opensChannel : lift.opensAll;
  const isOneOfSeveral = stopSaid === null && channels.length > 1;
  return {
    type: 'modal',
    callback_id: VIEWS.liftStop,
    title: plainText(lift.title, 24),
    submit: plainText(lift.submit, 24),
    close: plainText(words.labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      section([typed(label, 120), '. ', ...sayStopped(form, words)], [follows]),
      ...(isOneOfSeveral
        ? [
            selectInput({
              ...{ id: blocks.channel, label: lift.channel, optional: false },
              options: channels.map((way) => option(way, words.labels.channels[way])),
            }),
          ]
        : []),
      textInput({
        ...{ id: blocks.reason, label: lift.reason, optional: false, length: REASON_LENGTH },
        placeholder: lift.example,
        hint: lift.hint,
      }),
    ],
  };
}

function sayStopped({ stopSaid, channels }: LiftStopForm, words: Words): Line {
  if (stopSaid !== null) return [typed(stopSaid(words), 200)];
  return [words.endings.notToUse(channels)];
}

export type LiftStopValues = { reason: string | null; channel: Channel | null };

export function readLiftStopForm(state: FormState): FormResult<LiftStopValues> {
  const form = formReader(state);
  const reason = form.lines(blocks.reason);
  if (Object.keys(form.problems).length > 0) return { ok: false, problems: form.problems };
  return { ok: true, value: { reason, channel: oneOf(CHANNELS, form.option(blocks.channel)) } };
}

export function readLiftStopMeta(privateMetadata: string): LiftStopMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
