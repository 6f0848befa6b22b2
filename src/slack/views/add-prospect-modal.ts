import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { NAME_LENGTH } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { VIEWS } from '../ids.ts';
import { plainText } from './blocks.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { textInput } from './inputs.ts';
import {
  buildSameAsInput,
  type LikelySame,
  readSameAs,
  SAME_AS_BLOCK,
  type SameAs,
} from './likely-same.ts';

/** The inputs by the names the service gives them. */
export const ADD_PROSPECT_BLOCKS = {
  name: 'name',
  company: 'company',
  email: 'email',
  phone: 'phone',
  sameAs: SAME_AS_BLOCK,
} as const;
const blocks = ADD_PROSPECT_BLOCKS;

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  responseUrl: z.string().optional(),
});
export type AddProspectMeta = z.infer<typeof metaSchema>;

export type Person = Record<'name' | 'company' | 'email' | 'phone', string | null>;
export type AddProspectValues = { person: Person; sameAs: SameAs | null };

export type AddProspectForm = {
  meta: AddProspectMeta;
  name: string | null;
  /** Who may be the same; asked on submit, before anything is saved. */
  likelySame?: LikelySame[];
  today: LocalDate;
};

/** The modal "Add a prospect". */
export function buildAddProspectModal(
  { meta, name, likelySame = [], today }: AddProspectForm,
  words: Words,
): ModalView {
  const { logForm, labels, windows } = words;
  const ofName = { length: NAME_LENGTH };
  return {
    type: 'modal',
    callback_id: VIEWS.addProspect,
    title: plainText(windows.titles.add, 24),
    submit: plainText(logForm.add, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      ...buildSameAsInput(likelySame, { words, today }),
      textInput({
        ...{ id: blocks.name, label: logForm.name, ...ofName, initial: name },
        placeholder: logForm.nameExample,
      }),
      textInput({
        ...{ id: blocks.company, label: logForm.company, ...ofName },
        placeholder: logForm.companyExample,
      }),
      textInput({ id: blocks.email, label: logForm.email, ...ofName }),
      textInput({ id: blocks.phone, label: logForm.phone, length: 50, hint: logForm.phoneHint }),
    ],
  };
}

export function readAddProspectForm(state: FormState): FormResult<AddProspectValues> {
  const form = formReader(state);
  const person = {
    name: form.line(blocks.name),
    company: form.line(blocks.company),
    email: form.line(blocks.email),
    phone: form.line(blocks.phone),
  };
  if (person.name === null && person.company === null && Object.keys(form.problems).length === 0) {
    form.problems[blocks.name] = ({ logForm }) => logForm.problems.nameOrCompany;
  }
  return Object.keys(form.problems).length === 0
    ? { ok: true, value: { person, sameAs: readSameAs(state) } }
    : { ok: false, problems: form.problems };
}

export function readAddProspectMeta(privateMetadata: string): AddProspectMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
