import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import {
  CHANNELS,
  INTERESTS,
  type Interest,
  isEnding,
  OUTCOMES,
  type Outcome,
} from '../../../domain/touch.ts';
import { NOTE_LENGTH, STEP_LENGTH } from '../../../domain/typed-text.ts';
import type { Words } from '../../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { context, option, plainText } from '../blocks.ts';
import { dateInput, searchInput, selectInput, textInput } from '../inputs.ts';
import { buildSameAsInput } from '../likely-same.ts';
import { LOG_TOUCH_BLOCKS as ids } from './blocks.ts';
import { buildAddOption } from './chosen-prospect.ts';
import type { LogTouchForm } from './form.ts';
import { nameInput, reachInputs } from './new-prospect-inputs.ts';
import { factInputs, outcomeInputs } from './outcome-inputs.ts';

/** The modal "Log a touch": what a phone shows first is required, the rest is optional. */
export function buildLogTouchModal(form: LogTouchForm, words: Words): ModalView {
  const isEarlier = form.edit?.isLatest === false;
  const newcomer = form.prospect?.kind === 'new' ? form.prospect : null;
  const changes = form.meta.changes !== undefined;
  const { titles } = words.windows;
  const blocks: KnownBlock[] = [
    ...buildSameAsInput(form.likelySame ?? [], { words, today: form.today }),
    prospectInput(form, words),
    ...(newcomer ? [nameInput(form, newcomer, words)] : []),
    outcomeInput(form, words),
    ...(form.advice.length > 0 ? [context(...form.advice)] : []),
    channelInput(form, words),
    ...(isEarlier ? factInputs(form, words) : outcomeInputs(form, words)),
    ...(newcomer ? reachInputs(form, words) : []),
    ...tellingInputs(form, words),
    ...(isEarlier ? [] : [interestInput(form.initial?.interest ?? null, words)]),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.logTouch,
    title: plainText(changes ? titles.change : titles.log, 24),
    submit: plainText(changes ? words.labels.change : words.logForm.log, 24),
    close: plainText(words.labels.cancel, 24),
    private_metadata: JSON.stringify(form.meta),
    blocks,
  };
}

function prospectInput(form: LogTouchForm, words: Words): InputBlock {
  const { prospect, edit } = form;
  if (edit && prospect?.kind === 'known' && !(edit.isLatest && edit.isOwn)) {
    return fixedProspect(prospect, words);
  }
  const initial =
    prospect === null
      ? null
      : prospect.kind === 'new'
        ? buildAddOption(prospect.name, words)
        : option(prospect.prospectId, prospect.label);
  return searchInput({
    id: ids.prospectId,
    label: words.logForm.prospect,
    optional: false,
    actionId: ACTIONS.chooseProspect,
    initial,
    placeholder: words.logForm.typeName,
  });
}

/** A touch with something after it, or of somebody else, stays with its prospect. */
function fixedProspect(
  { prospectId, label }: { prospectId: string; label: string },
  { logForm }: Words,
): InputBlock {
  return selectInput({
    id: ids.prospectId,
    label: logForm.prospect,
    optional: false,
    options: [option(prospectId, label)],
    initial: prospectId,
  });
}

function outcomeInput({ outcome, edit }: LogTouchForm, { logForm, labels }: Words): InputBlock {
  return selectInput({
    id: ids.outcome,
    label: logForm.whatHappened,
    optional: false,
    options: outcomesFor(edit).map((value) => option(value, labels.outcomes[value])),
    initial: outcome,
    dispatches: ACTIONS.chooseOutcome,
    placeholder: logForm.choose,
  });
}

/** What was built on since stays: an ending, or that there was none. */
function outcomesFor(edit: LogTouchForm['edit']): readonly Outcome[] {
  if (!edit || edit.isLatest) return OUTCOMES;
  if (isEnding(edit.outcome)) return [edit.outcome];
  return OUTCOMES.filter((outcome) => !isEnding(outcome));
}

function channelInput({ channel, edit }: LogTouchForm, { logForm, labels }: Words): InputBlock {
  const isFixed = edit?.isLatest === false && edit.outcome === 'stop';
  const channels = isFixed && channel !== null ? [channel] : CHANNELS;
  return selectInput({
    id: ids.channel,
    label: logForm.how,
    optional: false,
    options: channels.map((value) => option(value, labels.channels[value])),
    initial: channel ?? 'call',
  });
}

/** What may be told beside the facts that the next step needs. */
function tellingInputs({ initial = {}, today }: LogTouchForm, { logForm }: Words): InputBlock[] {
  const { note = null, points = null, touchedOn } = initial;
  return [
    textInput({
      ...{ id: ids.note, label: logForm.note, lines: true, length: NOTE_LENGTH },
      initial: note,
    }),
    textInput({
      ...{ id: ids.points, label: logForm.points, lines: true, length: STEP_LENGTH },
      initial: points,
      placeholder: logForm.pointsExample,
    }),
    dateInput({ id: ids.touchedOn, label: logForm.when, initial: touchedOn ?? today }),
  ];
}

function interestInput(initial: Interest | null, { logForm, labels }: Words): InputBlock {
  return selectInput({
    id: ids.interest,
    label: logForm.interest,
    options: INTERESTS.map((value) => option(value, labels.interests[value])),
    initial,
    placeholder: logForm.unchanged,
  });
}
