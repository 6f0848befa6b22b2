import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { LocalDate } from '../../../domain/local-date.ts';
import {
  CHANNELS,
  type Channel,
  INTERESTS,
  type Interest,
  NO_REASONS,
  type NoReason,
  OUTCOMES,
  type Outcome,
} from '../../../domain/touch.ts';
import { NAME_LENGTH, NOTE_LENGTH, STEP_LENGTH } from '../../../domain/typed-text.ts';
import { ACTIONS, VIEWS } from '../../ids.ts';
import { context, option, plainText } from '../blocks.ts';
import type { Line } from '../compose.ts';
import {
  checkInput,
  dateInput,
  radioInput,
  searchInput,
  selectInput,
  textInput,
  timeInput,
} from '../inputs.ts';
import { buildSameAsInput, type LikelySame } from '../likely-same.ts';
import { CHANNEL_LABELS, INTEREST_LABELS, NO_REASON_LABELS, OUTCOME_LABELS } from '../words.ts';
import { LOG_TOUCH_BLOCKS as ids } from './blocks.ts';
import { buildAddOption, type ChosenProspect } from './chosen-prospect.ts';
import type { LogTouchMeta } from './meta.ts';

export type LogTouchForm = {
  meta: LogTouchMeta;
  prospect: ChosenProspect | null;
  outcome: Outcome | null;
  channel: Channel | null;
  /** The proposal in words, and whether somebody just reached out. */
  advice: Line[];
  /** Who may be the same as a new prospect; asked on submit. */
  likelySame?: LikelySame[];
  today: LocalDate;
  zone: string;
  initial?: {
    note?: string | null;
    points?: string | null;
    nextStep?: string | null;
    nextOn?: LocalDate | null;
    nextTime?: string | null;
    agreed?: boolean;
    touchedOn?: LocalDate | null;
    interest?: Interest | null;
    noReason?: NoReason | null;
    lesson?: string | null;
    revisitOn?: LocalDate | null;
    stopScope?: 'all' | 'channel';
  };
};

/** The modal "Log a touch": what a phone shows first is required, the rest is optional. */
export function buildLogTouchModal(form: LogTouchForm): ModalView {
  const optional = form.initial ?? {};
  const blocks: KnownBlock[] = [
    ...buildSameAsInput(form.likelySame ?? [], form.today),
    prospectInput(form),
    ...(form.prospect?.kind === 'new' ? newProspectInputs(form.prospect.name) : []),
    outcomeInput(form.outcome),
    ...(form.advice.length > 0 ? [context(...form.advice)] : []),
    channelInput(form.channel),
    ...outcomeInputs(form),
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
    selectInput({
      id: ids.interest,
      label: 'Interest',
      options: INTERESTS.map((value) => option(value, INTEREST_LABELS[value])),
      initial: optional.interest ?? null,
      placeholder: 'Unchanged',
    }),
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
  const { prospect } = form;
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

function newProspectInputs(name: string): InputBlock[] {
  return [
    textInput({ id: ids.name, label: 'Name', length: NAME_LENGTH, initial: name }),
    textInput({ id: ids.company, label: 'Company', length: NAME_LENGTH }),
    textInput({ id: ids.email, label: 'Email', length: NAME_LENGTH }),
    textInput({ id: ids.phone, label: 'Phone', length: 50 }),
  ];
}

function outcomeInput(initial: Outcome | null): InputBlock {
  return selectInput({
    id: ids.outcome,
    label: 'What happened',
    optional: false,
    options: OUTCOMES.map((value) => option(value, OUTCOME_LABELS[value])),
    initial,
    dispatches: ACTIONS.chooseOutcome,
    placeholder: 'Choose',
  });
}

function channelInput(initial: Channel | null): InputBlock {
  return selectInput({
    id: ids.channel,
    label: 'How',
    optional: false,
    options: CHANNELS.map((value) => option(value, CHANNEL_LABELS[value])),
    initial: initial ?? 'call',
  });
}

function outcomeInputs(form: LogTouchForm): InputBlock[] {
  switch (form.outcome) {
    case 'yes':
      return [
        dateInput({
          id: ids.revisitOn,
          label: 'Check in on',
          initial: form.initial?.revisitOn ?? form.meta.revisitOn ?? null,
          hint: 'To open the relationship. Empty means the proposal.',
        }),
      ];
    case 'no':
      return noInputs(form.initial);
    case 'stop':
      return [stopInput(form.channel ?? 'call', form.initial?.stopScope)];
    case 'not_now':
      return [
        dateInput({
          id: ids.nextOn,
          label: 'Date they named',
          optional: false,
          initial: form.initial?.nextOn ?? null,
        }),
        nextStepInput(form),
      ];
    default:
      return nextStepInputs(form);
  }
}

function noInputs(initial: LogTouchForm['initial']): InputBlock[] {
  return [
    selectInput({
      id: ids.noReason,
      label: 'Reason',
      optional: false,
      options: NO_REASONS.map((value) => option(value, NO_REASON_LABELS[value])),
      placeholder: 'Choose the closest',
      initial: initial?.noReason ?? null,
    }),
    textInput({
      id: ids.lesson,
      label: 'What did we learn',
      lines: true,
      length: NOTE_LENGTH,
      initial: initial?.lesson ?? null,
    }),
    dateInput({
      id: ids.askAgainOn,
      label: 'Ask again on',
      initial: initial?.revisitOn ?? null,
    }),
  ];
}

function stopInput(channel: Channel, scope: 'all' | 'channel' = 'all'): InputBlock {
  return radioInput({
    id: ids.stopScope,
    label: 'What should stop',
    optional: false,
    options: [option('all', 'Everything'), option('channel', 'Only the channel chosen under How')],
    initial: scope,
    hint: `Everything ends the chase at once. Only this channel keeps it going another way than ${CHANNEL_LABELS[channel].toLowerCase()}.`,
  });
}

function nextStepInputs(form: LogTouchForm): InputBlock[] {
  return [
    nextStepInput(form),
    dateInput({
      id: ids.nextOn,
      label: 'Next date',
      hint: 'Empty means the proposal.',
      initial: form.initial?.nextOn ?? null,
    }),
    checkInput({
      id: ids.agreed,
      label: 'Promise',
      option: option('yes', 'Agreed with them'),
      checked: form.initial?.agreed ?? false,
    }),
    timeInput({
      id: ids.nextTime,
      label: 'Time',
      zone: form.zone,
      initial: form.initial?.nextTime ?? null,
    }),
  ];
}

function nextStepInput(form: LogTouchForm): InputBlock {
  return textInput({
    id: ids.nextStep,
    label: 'Next step',
    length: STEP_LENGTH,
    initial: form.initial?.nextStep ?? null,
    placeholder: 'Empty means the proposal',
  });
}
