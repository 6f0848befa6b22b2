import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { VIEWS } from '../ids.ts';
import { option, plainText, section } from './blocks.ts';
import { type Line, typed } from './compose.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { dateInput, radioInput } from './inputs.ts';

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
  label: string;
  on: LocalDate | null;
  /** A promise: ask whether the new date was agreed, with what each answer means. */
  promised: boolean;
};

/** Picks the day to snooze to and, for a promise, asks whether they agreed to it. */
export function buildSnoozeModal(form: SnoozeForm): ModalView {
  const intro: Line = form.promised
    ? ['You promised ', typed(form.label, 120), ' a date. Was the new one agreed with them?']
    : ['When should ', typed(form.label, 120), ' come back?'];
  const blocks: KnownBlock[] = [
    section(intro),
    dateInput({
      id: DAY,
      label: 'New date',
      optional: false,
      initial: form.on,
      hint: 'Within 30 days.',
    }),
  ];
  if (form.promised) {
    blocks.push(
      radioInput({
        id: AGREED,
        label: 'Agreed with them',
        optional: false,
        options: [
          option('yes', 'Yes: it stays a promise, for the new date'),
          option('no', 'No: it counts as a promise not kept'),
        ],
        initial: null,
      }),
    );
  }
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeTo,
    title: plainText('Snooze', 24),
    submit: plainText('Snooze', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks,
  };
}

export type SnoozeValues = { on: LocalDate; agreed: boolean | null };

export function readSnoozeForm(state: FormState): FormResult<SnoozeValues> {
  const form = formReader(state);
  const on = form.date(DAY);
  if (on === null) return { ok: false, problems: { [DAY]: () => 'Choose the new date.' } };
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
