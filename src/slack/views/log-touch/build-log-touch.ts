import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../../domain/local-date.ts';
import {
  CHANNELS,
  type Channel,
  INTERESTS,
  type Interest,
  isEnding,
  OUTCOMES,
  type Outcome,
} from '../../../domain/touch.ts';
import { NOTE_LENGTH, STEP_LENGTH } from '../../../domain/typed-text.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { context, option, plainText } from '../blocks.ts';
import type { Line } from '../compose.ts';
import { dateInput, searchInput, selectInput, textInput } from '../inputs.ts';
import { buildSameAsInput, type LikelySame } from '../likely-same.ts';
import { CHANNEL_LABELS, INTEREST_LABELS, OUTCOME_LABELS } from '../words.ts';
import { LOG_TOUCH_BLOCKS as ids } from './blocks.ts';
import { buildAddOption, type ChosenProspect } from './chosen-prospect.ts';
import type { KeptEntries } from './kept.ts';
import type { LogTouchMeta } from './meta.ts';
import { newProspectInputs } from './new-prospect-inputs.ts';
import { factInputs, outcomeInputs } from './outcome-inputs.ts';

export type LogTouchForm = {
  meta: LogTouchMeta;
  prospect: ChosenProspect | null;
  outcome: Outcome | null;
  channel: Channel | null;
  /** The proposal in words, and whether somebody just reached out. */
  advice: Line[];
  /** Who may be the same as a new prospect; asked on submit. */
  likelySame?: LikelySame[];
  /** The touch it changes: what it was, whether anything came after it, and whose it is. */
  edit?: { outcome: Outcome; isLatest: boolean; isOwn: boolean };
  today: LocalDate;
  zone: string;
  initial?: KeptEntries & {
    note?: string | null;
    points?: string | null;
    touchedOn?: LocalDate | null;
    interest?: Interest | null;
  };
};

/** The modal "Log a touch": what a phone shows first is required, the rest is optional. */
export function buildLogTouchModal(form: LogTouchForm): ModalView {
  const optional = form.initial ?? {};
  const isEarlier = form.edit?.isLatest === false;
  const blocks: KnownBlock[] = [
    ...buildSameAsInput(form.likelySame ?? [], form.today),
    prospectInput(form),
    ...(form.prospect?.kind === 'new' ? newProspectInputs(form, form.prospect) : []),
    outcomeInput(form),
    ...(form.advice.length > 0 ? [context(...form.advice)] : []),
    channelInput(form),
    ...(isEarlier ? factInputs(form) : outcomeInputs(form)),
    textInput({
      id: ids.note,
      label: 'Note',
      lines: true,
      length: NOTE_LENGTH,
      initial: optional.note ?? null,
    }),
    textInput({
      id: ids.points,
      label: 'Two points from their side',
      lines: true,
      length: STEP_LENGTH,
      initial: optional.points ?? null,
      placeholder: 'budget in January; needs SSO',
    }),
    dateInput({ id: ids.touchedOn, label: 'When', initial: optional.touchedOn ?? form.today }),
    ...(isEarlier ? [] : [interestInput(optional.interest ?? null)]),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.logTouch,
    title: plainText(form.meta.changes === undefined ? 'Log a touch' : 'Change a touch', 24),
    submit: plainText(form.meta.changes === undefined ? 'Log' : 'Change', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks,
  };
}

function prospectInput(form: LogTouchForm): InputBlock {
  const { prospect, edit } = form;
  if (edit && prospect?.kind === 'known' && !(edit.isLatest && edit.isOwn)) {
    return fixedProspect(prospect);
  }
  const initial =
    prospect === null
      ? null
      : prospect.kind === 'new'
        ? buildAddOption(prospect.name)
        : option(prospect.prospectId, prospect.label);
  return searchInput({
    id: ids.prospectId,
    label: 'Prospect',
    optional: false,
    actionId: ACTIONS.chooseProspect,
    initial,
    placeholder: 'Type a name or company',
  });
}

/** A touch with something after it, or of somebody else, stays with its prospect. */
function fixedProspect({ prospectId, label }: { prospectId: string; label: string }): InputBlock {
  return selectInput({
    id: ids.prospectId,
    label: 'Prospect',
    optional: false,
    options: [option(prospectId, label)],
    initial: prospectId,
  });
}

function outcomeInput({ outcome, edit }: LogTouchForm): InputBlock {
  return selectInput({
    id: ids.outcome,
    label: 'What happened',
    optional: false,
    options: outcomesFor(edit).map((value) => option(value, OUTCOME_LABELS[value])),
    initial: outcome,
    dispatches: ACTIONS.chooseOutcome,
    placeholder: 'Choose',
  });
}

/** What was built on since stays: an ending, or that there was none. */
function outcomesFor(edit: LogTouchForm['edit']): readonly Outcome[] {
  if (!edit || edit.isLatest) return OUTCOMES;
  if (isEnding(edit.outcome)) return [edit.outcome];
  return OUTCOMES.filter((outcome) => !isEnding(outcome));
}

function channelInput({ channel, edit }: LogTouchForm): InputBlock {
  const isFixed = edit?.isLatest === false && edit.outcome === 'stop';
  const channels = isFixed && channel !== null ? [channel] : CHANNELS;
  return selectInput({
    id: ids.channel,
    label: 'How',
    optional: false,
    options: channels.map((value) => option(value, CHANNEL_LABELS[value])),
    initial: channel ?? 'call',
  });
}

function interestInput(initial: Interest | null): InputBlock {
  return selectInput({
    id: ids.interest,
    label: 'Interest',
    options: INTERESTS.map((value) => option(value, INTEREST_LABELS[value])),
    initial,
    placeholder: 'Unchanged',
  });
}
