import type { StaticSelect } from '@slack/types';
import type { DueRow } from '../../domain/digest-model.ts';
import { NOT_A_PROSPECT_REASONS } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { option, plainText } from './blocks.ts';
import { type RowDeed, writeRowValue } from './values.ts';
import { NOT_A_PROSPECT_LABELS, OUTCOME_LABELS } from './words.ts';

/** A row's menu: what happened, when it comes back, or that it is no prospect; on a revisit, what to do. */
export function rowMenu(row: DueRow): StaticSelect {
  const { prospect } = row;
  const entry = (deed: RowDeed, label: string) =>
    option(writeRowValue({ deed, prospectId: prospect.id, version: prospect.version }), label);
  if (row.section === 'revisit') {
    return {
      type: 'static_select',
      action_id: ACTIONS.revisitMenu,
      placeholder: plainText('Decide'),
      options: [
        entry('reopen', 'Re-open'),
        entry('later', 'Later, in 30 days'),
        entry('drop', 'Drop'),
      ],
    };
  }
  return {
    type: 'static_select',
    action_id: ACTIONS.rowMenu,
    placeholder: plainText('Log'),
    option_groups: [
      {
        label: plainText('What happened'),
        options: [
          // Nobody reaches out to who is held; what they do is logged in the form.
          ...(row.isHeld
            ? []
            : [
                entry('no_answer', OUTCOME_LABELS.no_answer),
                entry('sent', OUTCOME_LABELS.sent),
                entry('spoke', 'We spoke…'),
              ]),
          entry('more', 'More…'),
        ],
      },
      {
        label: plainText('Snooze'),
        options: [
          entry('tomorrow', 'Tomorrow'),
          entry('in_three', 'In 3 working days'),
          entry('pick', 'Pick a date…'),
        ],
      },
      {
        label: plainText('Not a prospect'),
        options: NOT_A_PROSPECT_REASONS.map((reason) =>
          entry(reason, NOT_A_PROSPECT_LABELS[reason]),
        ),
      },
    ],
  };
}
