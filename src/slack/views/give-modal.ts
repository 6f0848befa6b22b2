import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { plainText, section } from './blocks.ts';
import { buildNewOwnerInput, NEW_OWNER } from './choose-rep.ts';
import { bold, type Line, typed } from './compose.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { labelPieces } from './prospect-line.ts';
import { sayNameInside } from './say-name.ts';
import { nextPieces, type Reader } from './say-next.ts';

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
export function buildGiveModal(
  form: { meta: GiveMeta; prospect: Prospect; ownerName: string | null },
  words: Words,
): ModalView {
  const { give } = words.handOver;
  const { ownerName } = form;
  const owner = ownerName === null ? null : typed(sayNameInside(ownerName, words), 60);
  const lines: Line[] = [
    [bold(...labelPieces(form.prospect))],
    [...(owner === null ? [] : give.ownerNow(owner)), give.dateStays],
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.giveTo,
    title: plainText(give.title, 24),
    submit: plainText(give.submit, 24),
    close: plainText(words.labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [section(...lines), buildNewOwnerInput(words)],
  };
}

/** Who has it now. */
export function buildGivenModal(
  {
    prospect,
    ownerName,
    ...day
  }: Omit<Reader, 'words'> & { prospect: Prospect; ownerName: string },
  words: Words,
): ModalView {
  const { give } = words.handOver;
  const { next } = prospect.standing;
  const lines: Line[] = [
    give.has(typed(ownerName, 60), labelPieces(prospect)),
    ...(next ? [[words.digest.next, ...nextPieces(next, { ...day, words, why: false }), '.']] : []),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(give.given, 24),
    close: plainText(words.labels.done, 24),
    blocks: [section(...lines)],
  };
}

export function readGiveForm(state: FormState): FormResult<{ toRepId: string }> {
  const toRepId = formReader(state).option(NEW_OWNER);
  if (toRepId === null) {
    return { ok: false, problems: { [NEW_OWNER]: ({ handOver }) => handOver.chooseOwner } };
  }
  return { ok: true, value: { toRepId } };
}

export function readGiveMeta(privateMetadata: string): GiveMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
