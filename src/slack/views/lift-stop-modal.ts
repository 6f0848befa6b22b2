import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { CHANNELS, type Channel } from '../../domain/touch.ts';
import { en } from '../../domain/words/en.ts';
import type { Sentence } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { option, plainText, section } from './blocks.ts';
import { type Line, typed } from './compose.ts';
import { type FormResult, type FormState, formReader, oneOf } from './form-state.ts';
import { selectInput, textInput } from './inputs.ts';
import { CHANNEL_LABELS } from './words.ts';

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
export function buildLiftStopModal(form: LiftStopForm): ModalView {
  const { label, stopSaid, channels } = form;
  const isOneOfSeveral = stopSaid === null && channels.length > 1;
  return {
    type: 'modal',
    callback_id: VIEWS.liftStop,
    title: plainText('Lift the stop', 24),
    submit: plainText('Lift', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      section([typed(label, 120), '. ', ...sayStopped(form)], [sayWhatFollows(stopSaid)]),
      ...(isOneOfSeveral
        ? [
            selectInput({
              ...{ id: blocks.channel, label: 'Channel', optional: false },
              options: channels.map((way) => option(way, CHANNEL_LABELS[way])),
            }),
          ]
        : []),
      textInput({
        ...{ id: blocks.reason, label: 'Reason', optional: false, length: REASON_LENGTH },
        placeholder: 'They asked for a quote at the fair',
        hint: 'It stays in the history.',
      }),
    ],
  };
}

function sayStopped({ stopSaid, channels }: LiftStopForm): Line {
  if (stopSaid !== null) return [typed(stopSaid(en), 200)];
  const names = channels.map((way) => CHANNEL_LABELS[way].toLowerCase()).join(', ');
  return [`They asked us not to use: ${names}.`];
}

function sayWhatFollows(stopSaid: Sentence | null): string {
  return stopSaid === null
    ? 'Lifting lets everybody use it again, under all their entries.'
    : 'Lifting makes them due today for their owner, and imports take them again.';
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
