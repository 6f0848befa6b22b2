import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import { labelOf, NOT_A_PROSPECT_REASONS, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, option, plainText } from './blocks.ts';
import { type HeldRowModel, heldButtons } from './held-matches.ts';
import { writeProspectValue, writeRowValue } from './values.ts';
import { NOT_A_PROSPECT_LABELS } from './words.ts';

export type CardActions = {
  prospect: Prospect;
  /** What this rep may do with it beyond logging: the owner's and manager's deeds, the manager's alone. */
  may: { end: boolean; manage: boolean };
  held: HeldRowModel[];
};

/** What can be done with a prospect and its touches, as far as this rep may. */
export function cardActions(model: CardActions, changes: StaticSelect[]): KnownBlock[] {
  const { prospect, may, held } = model;
  return [
    ...(may.manage ? held.map((row) => heldButtons(row, 'card')) : []),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.logNext, 'Log a touch', {
          value: prospect.id,
          style: 'primary',
          says: `Log a touch with ${labelOf(prospect)}`,
        }),
        ...changes,
        ...(may.manage && prospect.ownerId !== null ? [giveButton(prospect)] : []),
        ...endings(model),
      ],
    },
  ];
}

function giveButton(prospect: Prospect): Button {
  return button(ACTIONS.openGive, 'Give to…', {
    value: prospect.id,
    says: `Give ${labelOf(prospect)} to another rep`,
  });
}

function endings({ prospect, may }: CardActions): (Button | StaticSelect)[] {
  const { status } = prospect.standing;
  const isClosed = status === 'won' || status === 'lost' || status === 'not_a_prospect';
  const isStopped = status === 'stopped' || prospect.stoppedChannels.length > 0;
  const canBeNone = status === 'open' || status === 'won' || status === 'lost';
  return [
    ...(may.end && isClosed ? [reopenButton(prospect)] : []),
    ...(may.manage && isStopped ? [liftButton(prospect)] : []),
    ...(may.end && canBeNone ? [notAProspectMenu(prospect)] : []),
  ];
}

function reopenButton(prospect: Prospect): Button {
  return button(ACTIONS.reopen, 'Re-open', {
    value: drawnValue(prospect),
    says: `Re-open ${labelOf(prospect)}`,
  });
}

function liftButton(prospect: Prospect): Button {
  return button(ACTIONS.openLift, 'Lift the stop…', {
    value: drawnValue(prospect),
    says: `Lift the stop of ${labelOf(prospect)}`,
  });
}

function notAProspectMenu({ id, version }: Prospect): StaticSelect {
  return {
    type: 'static_select',
    action_id: ACTIONS.notAProspect,
    placeholder: plainText('Not a prospect'),
    options: NOT_A_PROSPECT_REASONS.map((reason) =>
      option(
        writeRowValue({ deed: reason, prospectId: id, version }),
        NOT_A_PROSPECT_LABELS[reason],
      ),
    ),
  };
}

function drawnValue({ id, version }: Prospect): string {
  return writeProspectValue({ prospectId: id, version });
}
