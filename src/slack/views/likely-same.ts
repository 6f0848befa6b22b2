import type { InputBlock } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import { cutText } from '../../domain/typed-text.ts';
import { option, plainText } from './blocks.ts';
import { sayNearDay } from './dates.ts';
import { type FormState, formReader } from './form-state.ts';
import { radioInput } from './inputs.ts';
import { labelText } from './prospect-line.ts';
import { OUTCOME_LABELS, STATUS_LABELS } from './words.ts';

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
export function buildSameAsInput(likely: readonly LikelySame[], today: LocalDate): InputBlock[] {
  if (likely.length === 0) return [];
  const uses = likely.slice(0, OFFERED).map((one) => ({
    ...option(one.prospect.id, `Use ${cutText(labelText(one.prospect), LABEL_LENGTH)}`),
    description: plainText(knownAs(one, today), 75),
  }));
  return [
    radioInput({
      id: SAME_AS_BLOCK,
      label: 'Somebody like that is here already. Nothing is saved yet.',
      optional: false,
      options: [...uses, option(ANYWAY, 'Add anyway')],
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

function knownAs({ prospect, ownerName, lastTouch }: LikelySame, today: LocalDate): string {
  const owner = ownerName === null ? 'nobody’s' : ownerName === 'You' ? 'yours' : `${ownerName}’s`;
  const status =
    prospect.standing.status === 'open'
      ? ''
      : `, ${STATUS_LABELS[prospect.standing.status].toLowerCase()}`;
  const last = lastTouch
    ? `, ${OUTCOME_LABELS[lastTouch.outcome].toLowerCase()} ${sayNearDay(lastTouch.touchedOn, today)}`
    : '';
  return `${owner}${status}${last}`;
}
