import type { InputBlock } from '@slack/types';
import type { Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import { cutText } from '../../domain/typed-text.ts';
import { option, plainText } from './blocks.ts';
import { type FormState, formReader } from './form-state.ts';
import { radioInput } from './inputs.ts';
import { labelText } from './prospect-line.ts';
import { isReader } from './say-name.ts';
import type { Reader } from './say-next.ts';

export const SAME_AS_BLOCK = 'same_as';
const ANYWAY = 'anyway';
const LABEL_LENGTH = 60;
/** Slack takes ten radio buttons; the last one is “Add anyway”. */
const OFFERED = 9;

/** A prospect that may be the one a person is about to add. */
export type LikelySame = { prospect: Prospect; ownerName: string | null; lastTouch: Touch | null };

/** The answer: it is that one, or add another all the same. */
export type SameAs = { kind: 'use'; prospectId: string } | { kind: 'anyway' };

/** "Use Dana Reyes, Acme" with whose it is and what happened last, or "Add anyway". Empty for nobody. */
export function buildSameAsInput(
  likely: readonly LikelySame[],
  reader: Pick<Reader, 'words' | 'today'>,
): InputBlock[] {
  if (likely.length === 0) return [];
  const { logForm } = reader.words;
  const uses = likely.slice(0, OFFERED).map((one) => ({
    ...option(one.prospect.id, logForm.use(cutText(labelText(one.prospect), LABEL_LENGTH))),
    description: plainText(knownAs(one, reader), 75),
  }));
  return [
    radioInput({
      id: SAME_AS_BLOCK,
      label: logForm.somebodyLikeThat,
      optional: false,
      options: [...uses, option(ANYWAY, logForm.addAnyway)],
      initial: null,
      focused: true,
    }),
  ];
}

export function readSameAs(state: FormState): SameAs | null {
  const answer = formReader(state).option(SAME_AS_BLOCK);
  if (answer === null) return null;
  return answer === ANYWAY ? { kind: 'anyway' } : { kind: 'use', prospectId: answer };
}

function knownAs(
  { prospect, ownerName, lastTouch }: LikelySame,
  { words, today }: Pick<Reader, 'words' | 'today'>,
): string {
  const owner = ownerName === null ? null : { name: ownerName, isReader: isReader(ownerName) };
  const { status } = prospect.standing;
  return words.logForm.knownAs(owner, { status, last: lastTouch }, today);
}
