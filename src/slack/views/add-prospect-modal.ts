import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import { NAME_LENGTH } from '../../domain/typed-text.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section, sectionWith } from './blocks.ts';
import { bold, type Line, typed } from './compose.ts';
import { sayNearDay } from './dates.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { textInput } from './inputs.ts';
import { labelPieces } from './prospect-line.ts';
import { OUTCOME_LABELS, STATUS_LABELS } from './words.ts';

/** The inputs by the names the service gives them. */
export const ADD_PROSPECT_BLOCKS = {
  name: 'name',
  company: 'company',
  email: 'email',
  phone: 'phone',
} as const;
const blocks = ADD_PROSPECT_BLOCKS;

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  responseUrl: z.string().optional(),
});
export type AddProspectMeta = z.infer<typeof metaSchema>;

export type Person = Record<keyof typeof ADD_PROSPECT_BLOCKS, string | null>;

/** The modal "Add a prospect". */
export function buildAddProspectModal(form: {
  meta: AddProspectMeta;
  name: string | null;
}): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.addProspect,
    title: plainText('Add a prospect', 24),
    submit: plainText('Add', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks: [
      textInput({
        id: blocks.name,
        label: 'Name',
        length: NAME_LENGTH,
        initial: form.name,
        placeholder: 'Dana Reyes',
      }),
      textInput({ id: blocks.company, label: 'Company', length: NAME_LENGTH, placeholder: 'Acme' }),
      textInput({ id: blocks.email, label: 'Email', length: NAME_LENGTH }),
      textInput({
        id: blocks.phone,
        label: 'Phone',
        length: 50,
        hint: 'With the country, like +1 512 555 0142.',
      }),
    ],
  };
}

export function readAddProspectForm(state: FormState): FormResult<Person> {
  const form = formReader(state);
  const value = {
    name: form.line(blocks.name),
    company: form.line(blocks.company),
    email: form.line(blocks.email),
    phone: form.line(blocks.phone),
  };
  if (value.name === null && value.company === null && Object.keys(form.problems).length === 0) {
    form.problems[blocks.name] = 'Give a name or a company.';
  }
  return Object.keys(form.problems).length === 0
    ? { ok: true, value }
    : { ok: false, problems: form.problems };
}

export function readAddProspectMeta(privateMetadata: string): AddProspectMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}

export type DuplicatesModel = {
  /** What the next step needs to finish: carried in the view, checked again by the service. */
  carried: string;
  prospects: Prospect[];
  lastTouch: (prospectId: string) => Touch | null;
  nameOf: (repId: string | null) => string | null;
  today: LocalDate;
};

/** Somebody like that is here already: use one of them, or add anyway. Nothing is saved yet. */
export function buildDuplicatesModal(model: DuplicatesModel): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.chooseDuplicate,
    title: plainText('Is it one of these?', 24),
    submit: plainText('Add anyway', 24),
    close: plainText('Back', 24),
    private_metadata: model.carried,
    blocks: [
      section(['Nothing is saved yet. Use one that is here, or add another one.']),
      ...model.prospects.map((prospect) =>
        sectionWith(
          button(ACTIONS.useDuplicate, 'Use', {
            value: prospect.id,
            says: `Use ${labelOf(prospect)}`,
          }),
          [bold(...labelPieces(prospect))],
          knownAs(prospect, model),
        ),
      ),
    ],
  };
}

function knownAs(prospect: Prospect, { lastTouch, nameOf, today }: DuplicatesModel): Line {
  const owner = nameOf(prospect.ownerId);
  const touch = lastTouch(prospect.id);
  const what = touch
    ? `, ${OUTCOME_LABELS[touch.outcome].toLowerCase()} ${sayNearDay(touch.touchedOn, today)}`
    : '';
  const status = STATUS_LABELS[prospect.standing.status];
  return owner === null
    ? [`${status}${what}.`]
    : [`${status}, `, typed(owner === 'You' ? 'yours' : `${owner}'s`, 60), `${what}.`];
}
