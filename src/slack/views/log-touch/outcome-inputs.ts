import type { InputBlock } from '@slack/types';
import { type Channel, NO_REASONS } from '../../../domain/touch.ts';
import { NOTE_LENGTH, STEP_LENGTH } from '../../../domain/typed-text.ts';
import { option } from '../blocks.ts';
import { checkInput, dateInput, radioInput, selectInput, textInput, timeInput } from '../inputs.ts';
import { CHANNEL_LABELS, NO_REASON_LABELS } from '../words.ts';
import { LOG_TOUCH_BLOCKS as ids } from './blocks.ts';
import type { LogTouchForm } from './build-log-touch.ts';

/** What is asked beside the outcome: the next step, or what its ending needs. */
export function outcomeInputs(form: LogTouchForm): InputBlock[] {
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

/** Of a touch with something after it only the facts are asked. */
export function factInputs({ outcome, initial }: LogTouchForm): InputBlock[] {
  return outcome === 'no' ? reasonInputs(initial) : [];
}

function noInputs(initial: LogTouchForm['initial']): InputBlock[] {
  return [
    ...reasonInputs(initial),
    dateInput({
      id: ids.askAgainOn,
      label: 'Ask again on',
      initial: initial?.askAgainOn ?? null,
    }),
  ];
}

function reasonInputs(initial: LogTouchForm['initial']): InputBlock[] {
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
