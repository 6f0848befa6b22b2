import type { Button, KnownBlock, StaticSelect } from '@slack/types';
import { labelOf, NOT_A_PROSPECT_REASONS, type Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, option, plainText } from './blocks.ts';
import { type HeldRowModel, heldButtons } from './held-matches.ts';
import { writeProspectValue, writeRowValue } from './values.ts';

export type CardActions = {
  prospect: Prospect;
  /** What this rep may do with it beyond logging: the owner's and manager's deeds, the manager's alone. */
  may: { end: boolean; manage: boolean };
  held: HeldRowModel[];
};

/** What can be done with a prospect and its touches, as far as this rep may. */
export function cardActions(
  model: CardActions,
  { words, changes }: { words: Words; changes: StaticSelect[] },
): KnownBlock[] {
  const { prospect, may, held } = model;
  const { labels } = words;
  return [
    ...(may.manage ? held.map((row) => heldButtons(row, { words, place: 'card' })) : []),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.logNext, labels.logATouch, {
          value: prospect.id,
          style: 'primary',
          says: labels.sayLogTouch(labelOf(prospect)),
        }),
        ...changes,
        ...(may.manage && prospect.ownerId !== null ? [giveButton(prospect, words)] : []),
        ...endingsOf(model, words),
      ],
    },
  ];
}

function giveButton(prospect: Prospect, { card }: Words): Button {
  return button(ACTIONS.openGive, card.giveTo, {
    value: prospect.id,
    says: card.sayGive(labelOf(prospect)),
  });
}

function endingsOf({ prospect, may }: CardActions, words: Words): (Button | StaticSelect)[] {
  const { status } = prospect.standing;
  const isClosed = status === 'won' || status === 'lost' || status === 'not_a_prospect';
  const isStopped = status === 'stopped' || prospect.stoppedChannels.length > 0;
  const canBeNone = status === 'open' || status === 'won' || status === 'lost';
  return [
    ...(may.end && isClosed ? [reopenButton(prospect, words)] : []),
    ...(may.manage && isStopped ? [liftButton(prospect, words)] : []),
    ...(may.end && canBeNone ? [notAProspectMenu(prospect, words)] : []),
  ];
}

/** Chase them again. */
export function reopenButton(prospect: Prospect, { digest, endings }: Words): Button {
  return button(ACTIONS.reopen, digest.menu.reopen, {
    value: drawnValue(prospect),
    says: endings.sayReopen(labelOf(prospect)),
  });
}

function liftButton(prospect: Prospect, { endings: { lift } }: Words): Button {
  return button(ACTIONS.openLift, lift.open, {
    value: drawnValue(prospect),
    says: lift.sayOpen(labelOf(prospect)),
  });
}

function notAProspectMenu({ id, version }: Prospect, { labels }: Words): StaticSelect {
  return {
    type: 'static_select',
    action_id: ACTIONS.notAProspect,
    placeholder: plainText(labels.statuses.not_a_prospect),
    options: NOT_A_PROSPECT_REASONS.map((reason) =>
      option(
        writeRowValue({ deed: reason, prospectId: id, version }),
        labels.notAProspectReasons[reason],
      ),
    ),
  };
}

function drawnValue({ id, version }: Prospect): string {
  return writeProspectValue({ prospectId: id, version });
}
