import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { SNOOZE_DAYS } from '../../domain/snooze.ts';
import type { Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { option, plainText, section } from './blocks.ts';
import { bold } from './compose.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { dateInput, radioInput } from './inputs.ts';
import { labelPieces } from './prospect-line.ts';

const DAY = 'on';
const AGREED = 'agreed';

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  prospectId: z.string(),
  version: z.number().int(),
});
export type SnoozeMeta = z.infer<typeof metaSchema>;

export type SnoozeForm = {
  meta: SnoozeMeta;
  prospect: Pick<Prospect, 'name' | 'company' | 'externalId'>;
  on: LocalDate | null;
  /** A promise: ask whether the new date was agreed, with what each answer means. */
  promised: boolean;
};

/** Picks the day to snooze to and, for a promise, asks whether they agreed to it. */
export function buildSnoozeModal(form: SnoozeForm, words: Words): ModalView {
  const { snooze, digest, labels } = words;
  const blocks: KnownBlock[] = [
    section([bold(...labelPieces(form.prospect))], [snooze.whichDay(form.promised)]),
    dateInput({
      id: DAY,
      label: snooze.newDate,
      optional: false,
      initial: form.on,
      hint: snooze.within(SNOOZE_DAYS),
    }),
  ];
  if (form.promised) {
    blocks.push(
      radioInput({
        id: AGREED,
        label: snooze.agreed,
        optional: false,
        options: [option('yes', snooze.agreedYes), option('no', snooze.agreedNo)],
        initial: null,
      }),
    );
  }
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeTo,
    title: plainText(digest.menu.snooze, 24),
    submit: plainText(digest.menu.snooze, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks,
  };
}

export type SnoozeValues = { on: LocalDate; agreed: boolean | null };

export function readSnoozeForm(state: FormState): FormResult<SnoozeValues> {
  const form = formReader(state);
  const on = form.date(DAY);
  if (on === null) {
    return { ok: false, problems: { [DAY]: ({ snooze }) => snooze.chooseNewDate } };
  }
  const agreed = form.option(AGREED);
  return { ok: true, value: { on, agreed: agreed === null ? null : agreed === 'yes' } };
}

export function readSnoozeMeta(privateMetadata: string): SnoozeMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
