import type { Button } from '@slack/types';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { cutText } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button } from './blocks.ts';
import { labelText } from './prospect-line.ts';
import { writeRowValue } from './values.ts';

/** Of a name, so that the button fits a phone. */
const NAME_SHOWN = 24;

/** "No answer: Dana Reyes": one tap logs the call. */
export function noAnswerButton(prospect: Prospect, { digest }: Words): Button {
  const { id: prospectId, version } = prospect;
  return button(ACTIONS.noAnswer, digest.noAnswer(cutText(labelOf(prospect), NAME_SHOWN)), {
    value: writeRowValue({ deed: 'no_answer', prospectId, version }),
    says: digest.sayNoAnswer(labelText(prospect)),
  });
}
