import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { GoneOwner } from '../../domain/gone-owner.ts';
import { HAND_OVER_SCOPES, type HandOverScope } from '../../domain/owned.ts';
import type { Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { option, plainText, section } from './blocks.ts';
import { buildNewOwnerInput, NEW_OWNER } from './choose-rep.ts';
import { bold, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { type FormResult, type FormState, formReader, oneOf, type Problems } from './form-state.ts';
import { radioInput } from './inputs.ts';

const WHAT = 'what';
/** The inputs by the names the service gives them. */
export const HAND_OVER_BLOCKS = { toRepId: NEW_OWNER, scope: WHAT } as const;

const metaSchema = z.object({ v: z.literal(1), nonce: z.string(), fromRepId: z.string() });
export type HandOverMeta = z.infer<typeof metaSchema>;

/** Chooses who takes over what somebody left. */
export function buildHandOverModal(
  form: { meta: HandOverMeta; from: Pick<GoneOwner, 'name' | 'owned'> },
  words: Words,
): ModalView {
  const { handOver } = words;
  const { name, owned } = form.from;
  return {
    type: 'modal',
    callback_id: VIEWS.handOver,
    title: plainText(handOver.handOver, 24),
    submit: plainText(handOver.handOver, 24),
    close: plainText(words.labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      section([bold(typed(name, 60)), `: ${handOver.owned(owned)}.`], [handOver.datesStay]),
      buildNewOwnerInput(words),
      radioInput({
        id: WHAT,
        label: handOver.form.what,
        optional: false,
        options: [option('all', handOver.form.all), option('due', handOver.form.due)],
        initial: 'all',
      }),
    ],
  };
}

/** The answer in the same window. */
export function buildHandedOverModal({ blocks }: Message, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.handOver.form.handedOver, 24),
    close: plainText(words.labels.done, 24),
    blocks,
  };
}

export function readHandOverForm(
  state: FormState,
): FormResult<{ toRepId: string; scope: HandOverScope }> {
  const form = formReader(state);
  const problems: Problems = {};
  const toRepId = form.option(NEW_OWNER);
  const scope = oneOf(HAND_OVER_SCOPES, form.option(WHAT));
  if (toRepId === null) problems[NEW_OWNER] = ({ handOver }) => handOver.chooseOwner;
  if (scope === null) problems[WHAT] = ({ handOver }) => handOver.form.chooseWhat;
  if (toRepId === null || scope === null) return { ok: false, problems };
  return { ok: true, value: { toRepId, scope } };
}

export function readHandOverMeta(privateMetadata: string): HandOverMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
