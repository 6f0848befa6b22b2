import type { StaticSelect } from '@slack/types';
import type { DueRow } from '../../domain/digest-model.ts';
import { noAnswerChannel } from '../../domain/first-to-call.ts';
import { labelOf, NOT_A_PROSPECT_REASONS } from '../../domain/prospect.ts';
import { cutText } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { option, plainText } from './blocks.ts';
import { type RowDeed, writeRowValue } from './values.ts';

/** So that the menu stays as small as a word or two. */
const CALLED_LENGTH = 16;

/** A row's menu: what happened, when it comes back, or that it is no prospect; on a revisit, what to do. */
export function rowMenu(row: DueRow, words: Words): StaticSelect {
  const { prospect } = row;
  const called = firstName(labelOf(prospect));
  const { menu } = words.digest;
  const { outcomes, notAProspectReasons } = words.labels;
  const entry = (deed: RowDeed, label: string) =>
    option(writeRowValue({ deed, prospectId: prospect.id, version: prospect.version }), label);
  if (row.section === 'revisit') {
    return {
      type: 'static_select',
      action_id: ACTIONS.revisitMenu,
      placeholder: plainText(menu.decideOn(called)),
      options: [entry('reopen', menu.reopen), entry('later', menu.later), entry('drop', menu.drop)],
    };
  }
  return {
    type: 'static_select',
    action_id: ACTIONS.rowMenu,
    placeholder: plainText(menu.logWith(called)),
    option_groups: [
      {
        label: plainText(menu.whatHappened),
        options: [
          // Nobody reaches out to who is held; what they do is logged in the form.
          ...(row.isHeld
            ? []
            : [
                ...(noAnswerChannel(prospect) === null
                  ? []
                  : [entry('no_answer', outcomes.no_answer)]),
                entry('sent', outcomes.sent),
                entry('spoke', menu.weSpoke),
              ]),
          entry('more', menu.more),
        ],
      },
      {
        label: plainText(menu.snooze),
        options: [
          entry('tomorrow', menu.tomorrow),
          entry('in_three', menu.inThree),
          entry('pick', menu.pickDate),
        ],
      },
      {
        label: plainText(menu.notAProspect),
        options: NOT_A_PROSPECT_REASONS.map((reason) => entry(reason, notAProspectReasons[reason])),
      },
    ],
  };
}

/** What tells rows apart by ear: "Dana", not "Dr."; of a company its first word. */
function firstName(label: string): string {
  const words = label.split(/\s+/);
  return cutText(words.find((word) => !word.endsWith('.')) ?? label, CALLED_LENGTH);
}
