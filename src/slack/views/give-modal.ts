import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { VIEWS } from '../ids.ts';
import { plainText, section } from './blocks.ts';
import { buildNewOwnerInput, NEW_OWNER } from './choose-rep.ts';
import { bold, type Line, typed } from './compose.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { labelPieces } from './prospect-line.ts';
import { nextPieces } from './words.ts';

/** The inputs by the names the service gives them. */
export const GIVE_BLOCKS = { toRepId: NEW_OWNER } as const;

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  prospectId: z.string(),
  version: z.number().int(),
});
export type GiveMeta = z.infer<typeof metaSchema>;

/** Chooses who has one prospect from now on. */
export function buildGiveModal(form: {
  meta: GiveMeta;
  prospect: Prospect;
  ownerName: string | null;
}): ModalView {
  const owner = form.ownerName === 'You' ? 'you' : form.ownerName;
  const lines: Line[] = [
    [bold(...labelPieces(form.prospect))],
    [...(owner === null ? [] : ['Owner now: ', typed(owner, 60), '. ']), 'Date and promise stay.'],
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.giveTo,
    title: plainText('Give to', 24),
    submit: plainText('Give', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [section(...lines), buildNewOwnerInput()],
  };
}

/** Who has it now. */
export function buildGivenModal({
  prospect,
  ownerName,
  ...day
}: {
  prospect: Prospect;
  ownerName: string;
  today: LocalDate;
  zone: string;
}): ModalView {
  const { next } = prospect.standing;
  const lines: Line[] = [
    [typed(ownerName, 60), ' has ', ...labelPieces(prospect), ' now.'],
    ...(next ? [['Next: ', ...nextPieces(next, day, { why: false }), '.']] : []),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Given', 24),
    close: plainText('Done', 24),
    blocks: [section(...lines)],
  };
}

export function readGiveForm(state: FormState): FormResult<{ toRepId: string }> {
  const toRepId = formReader(state).option(NEW_OWNER);
  if (toRepId === null)
    return { ok: false, problems: { [NEW_OWNER]: () => 'Choose the new owner.' } };
  return { ok: true, value: { toRepId } };
}

export function readGiveMeta(privateMetadata: string): GiveMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
