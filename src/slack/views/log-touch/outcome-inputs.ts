import type { InputBlock } from '@slack/types';
import { NO_REASONS } from '../../../domain/touch.ts';
import { NOTE_LENGTH, STEP_LENGTH } from '../../../domain/typed-text.ts';
import type { Words } from '../../../domain/words/words.ts';
import { option } from '../blocks.ts';
import { checkInput, dateInput, radioInput, selectInput, textInput, timeInput } from '../inputs.ts';
import { LOG_TOUCH_BLOCKS as ids } from './blocks.ts';
import type { LogTouchForm } from './form.ts';

/** What is asked beside the outcome: the next step, or what its ending needs. */
export function outcomeInputs(form: LogTouchForm, words: Words): InputBlock[] {
  const { logForm } = words;
  switch (form.outcome) {
    case 'yes':
      return [
        dateInput({
          id: ids.revisitOn,
          label: logForm.checkInOn,
          initial: form.initial?.revisitOn ?? form.meta.revisitOn ?? null,
          hint: logForm.checkInHint,
        }),
      ];
    case 'no':
      return noInputs(form.initial, words);
    case 'stop':
      return [stopInput(form, words)];
    case 'not_now':
      return [
        dateInput({
          id: ids.nextOn,
          label: logForm.dateTheyNamed,
          optional: false,
          initial: form.initial?.nextOn ?? null,
          hint: logForm.dateTheyNamedHint,
        }),
        nextStepInput(form, words),
      ];
    default:
      return nextStepInputs(form, words);
  }
}

/** Of a touch with something after it only the facts are asked. */
export function factInputs({ outcome, initial }: LogTouchForm, words: Words): InputBlock[] {
  return outcome === 'no' ? reasonInputs(initial, words) : [];
}

function noInputs(initial: LogTouchForm['initial'], words: Words): InputBlock[] {
  return [
    ...reasonInputs(initial, words),
    dateInput({
      id: ids.askAgainOn,
      label: words.logForm.askAgainOn,
      initial: initial?.askAgainOn ?? null,
    }),
  ];
}

function reasonInputs(initial: LogTouchForm['initial'], { logForm, labels }: Words): InputBlock[] {
  return [
    selectInput({
      id: ids.noReason,
      label: logForm.reason,
      optional: false,
      options: NO_REASONS.map((value) => option(value, labels.noReasons[value])),
      placeholder: logForm.chooseClosest,
      initial: initial?.noReason ?? null,
    }),
    textInput({
      id: ids.lesson,
      label: logForm.lesson,
      lines: true,
      length: NOTE_LENGTH,
      initial: initial?.lesson ?? null,
    }),
  ];
}

function stopInput({ channel, initial }: LogTouchForm, { logForm }: Words): InputBlock {
  return radioInput({
    id: ids.stopScope,
    label: logForm.whatStops,
    optional: false,
    options: [option('all', logForm.everything), option('channel', logForm.onlyChannel)],
    initial: initial?.stopScope ?? 'all',
    hint: logForm.whatStopsHint(channel ?? 'call'),
  });
}

function nextStepInputs(form: LogTouchForm, words: Words): InputBlock[] {
  const { logForm } = words;
  return [
    nextStepInput(form, words),
    dateInput({
      id: ids.nextOn,
      label: logForm.nextDate,
      hint: logForm.nextDateHint,
      initial: form.initial?.nextOn ?? null,
    }),
    checkInput({
      id: ids.agreed,
      label: logForm.promise,
      option: option('yes', logForm.agreed),
      checked: form.initial?.agreed ?? false,
    }),
    timeInput({
      id: ids.nextTime,
      label: logForm.time,
      zone: form.zone,
      initial: form.initial?.nextTime ?? null,
    }),
  ];
}

function nextStepInput(form: LogTouchForm, { logForm }: Words): InputBlock {
  return textInput({
    id: ids.nextStep,
    label: logForm.nextStep,
    length: STEP_LENGTH,
    initial: form.initial?.nextStep ?? null,
    placeholder: logForm.emptyMeansProposal,
  });
}
