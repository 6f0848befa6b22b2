import type { InputBlock } from '@slack/types';
import { NAME_LENGTH } from '../../../domain/typed-text.ts';
import type { Words } from '../../../domain/words/words.ts';
import { textInput } from '../inputs.ts';
import { LOG_TOUCH_BLOCKS as ids, nameBlockOf } from './blocks.ts';
import { beginningOf, type ChosenProspect } from './chosen-prospect.ts';
import type { LogTouchForm } from './form.ts';

type NewProspect = Extract<ChosenProspect, { kind: 'new' }>;

/** How to reach somebody new: below what every touch needs, so that a phone shows that first. */
export function reachInputs({ initial }: LogTouchForm, { logForm }: Words): InputBlock[] {
  const { company = null, email = null, phone = null } = initial ?? {};
  return [
    textInput({
      ...{ id: ids.company, label: logForm.company, length: NAME_LENGTH },
      initial: company,
    }),
    textInput({ id: ids.email, label: logForm.email, length: NAME_LENGTH, initial: email }),
    textInput({ id: ids.phone, label: logForm.phone, length: 50, initial: phone }),
  ];
}

/** What somebody new is called: the name that was searched for. */
export function nameInput(
  { meta, initial }: LogTouchForm,
  chosen: NewProspect,
  { logForm }: Words,
): InputBlock {
  const id = nameBlockOf(chosen.name);
  const isEntered = initial?.nameBlock === id && initial.name !== undefined;
  const name = isEntered ? (initial.name ?? null) : wholeNameOf(chosen, meta.query ?? '');
  const isShort = chosen.isCut === true && name === chosen.name;
  return textInput({
    id,
    label: logForm.name,
    length: NAME_LENGTH,
    initial: name,
    ...(isShort ? { hint: logForm.nameIsCut } : {}),
  });
}

/** An option carries the beginning; the words the form was opened with may have the rest. */
function wholeNameOf({ name, isCut }: NewProspect, query: string): string {
  return isCut && beginningOf(query) === name ? query : name;
}
