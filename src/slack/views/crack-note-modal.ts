import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { NOTE_LENGTH } from '../../domain/cracks.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { plainText, section } from './blocks.ts';
import { bold, type Line } from './compose.ts';
import { noteLines } from './crack-words.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { textInput } from './inputs.ts';
import { labelPieces } from './prospect-line.ts';

/** The inputs by the names the service gives them. */
export const CRACK_NOTE_BLOCKS = { note: 'note' } as const;

const metaSchema = z.object({ v: z.literal(1), nonce: z.string(), prospectId: z.string() });
export type CrackNoteMeta = z.infer<typeof metaSchema>;

/** One line that stands beside a prospect in the manager's sweep. */
export function buildCrackNoteModal(
  { meta, prospect }: { meta: CrackNoteMeta; prospect: Prospect },
  { cracks, labels }: Words,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.crackNote,
    title: plainText(cracks.addLine, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      section([bold(...labelPieces(prospect))]),
      textInput({
        id: CRACK_NOTE_BLOCKS.note,
        label: cracks.inTheWay,
        length: NOTE_LENGTH,
        initial: prospect.crackNote,
        placeholder: cracks.example,
        hint: cracks.hint,
      }),
    ],
  };
}

/** What stands there now. */
export function buildNotedModal({ prospect }: { prospect: Prospect }, words: Words): ModalView {
  const { crackNote: note } = prospect;
  const { beside, nothingBeside, saved } = words.cracks;
  const label = labelPieces(prospect);
  const lines: Line[] = [
    note === null ? nothingBeside(label) : beside(label),
    ...noteLines({ note }, words),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(saved, 24),
    close: plainText(words.labels.done, 24),
    blocks: [section(...lines)],
  };
}

export function readCrackNoteForm(state: FormState): FormResult<{ note: string | null }> {
  const form = formReader(state);
  const note = form.line(CRACK_NOTE_BLOCKS.note);
  if (Object.keys(form.problems).length > 0) return { ok: false, problems: form.problems };
  return { ok: true, value: { note } };
}

export function readCrackNoteMeta(privateMetadata: string): CrackNoteMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
