import type { KnownBlock, ModalView } from '@slack/types';
import {
  CADENCE_RANGES,
  type CadenceNumbers,
  changedNumbers,
  DEFAULT_CADENCE,
} from '../../../domain/cadence-numbers.ts';
import { VIEWS } from '../../ids.ts';
import { context, option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { checkInput, numberInput, textInput } from '../inputs.ts';
import { readNumber, readNumbers, sayListRange } from '../number-fields.ts';
import type { SettingsMeta } from './meta.ts';

/** The inputs by the names the numbers have. */
export const CADENCE_BLOCKS = {
  unansweredWaits: 'unanswered_waits',
  unansweredInARow: 'nurture_in_a_row',
  contacts: 'nurture_contacts',
  nurtureDays: 'nurture_days',
  conversationWait: 'conversation_wait',
  wrongContactWait: 'wrong_contact_wait',
  guardWorkingDays: 'guard_days',
  revisitWonDays: 'revisit_days',
  pace: 'default_pace',
} as const;
const blocks = CADENCE_BLOCKS;
const ranges = CADENCE_RANGES;

const DEFAULTS = 'defaults';
const LIST_LENGTH = 60;

/** What each number is called, and what it counts. */
const SINGLES = {
  unansweredInARow: ['Unanswered in a row before nurture', ''],
  contacts: ['Contacts in all before nurture', ''],
  conversationWait: ['Wait after a conversation', 'Working days'],
  wrongContactWait: ['Wait after a wrong contact', 'Working days'],
  guardWorkingDays: ['Clear days between two contacts', 'Working days, whoever makes them'],
  revisitWonDays: ['Check in after a Yes', 'Calendar days'],
  pace: ['Follow-ups a day for new reps', 'Each rep may choose another'],
} as const;
type Single = keyof typeof SINGLES;

/** The cadence's numbers, each with its range. */
export function buildCadenceModal({
  meta,
  numbers,
}: {
  meta: SettingsMeta;
  numbers: CadenceNumbers;
}): ModalView {
  const single = (name: Single, initial: number) => singleInput(name, initial);
  return {
    type: 'modal',
    callback_id: VIEWS.cadence,
    title: plainText('Cadence', 24),
    submit: plainText('Save', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      context(['Next steps that have their date keep it; these count for what is planned next.']),
      textInput({
        id: blocks.unansweredWaits,
        label: 'Waits while nobody answers',
        optional: false,
        length: LIST_LENGTH,
        initial: numbers.unansweredWaits.join(', '),
        hint: `Working days after the 1st to the 4th in a row: ${sayListRange(ranges.unansweredWaits)}.`,
      }),
      single('unansweredInARow', numbers.nurtureStart.unansweredInARow),
      single('contacts', numbers.nurtureStart.contacts),
      textInput({
        id: blocks.nurtureDays,
        label: 'Rhythm of nurture',
        optional: false,
        length: LIST_LENGTH,
        initial: numbers.nurtureDays.join(', '),
        hint: `Calendar days between, the last one repeats: ${sayListRange(ranges.nurtureDays)}.`,
      }),
      single('conversationWait', numbers.conversationWait),
      single('wrongContactWait', numbers.wrongContactWait),
      single('guardWorkingDays', numbers.guardWorkingDays),
      single('revisitWonDays', numbers.revisitWonDays),
      single('pace', numbers.pace),
      ...defaultsInput(numbers),
    ],
  };
}

export function readCadenceForm(state: FormState): FormResult<CadenceNumbers> {
  const form = formReader(state);
  if (form.options(DEFAULTS).length > 0) return { ok: true, value: DEFAULT_CADENCE };
  const single = (name: Single) => readNumber(form, blocks[name], ranges[name]);
  const numbers = {
    unansweredWaits: readNumbers(form, blocks.unansweredWaits, ranges.unansweredWaits) ?? [],
    nurtureStart: {
      unansweredInARow: single('unansweredInARow') ?? 0,
      contacts: single('contacts') ?? 0,
    },
    nurtureDays: readNumbers(form, blocks.nurtureDays, ranges.nurtureDays) ?? [],
    conversationWait: single('conversationWait') ?? 0,
    wrongContactWait: single('wrongContactWait') ?? 0,
    guardWorkingDays: single('guardWorkingDays') ?? 0,
    revisitWonDays: single('revisitWonDays') ?? 0,
    pace: single('pace') ?? 0,
  };
  const { problems } = form;
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, value: numbers };
}

function singleInput(name: Single, initial: number): KnownBlock {
  const [label, unit] = SINGLES[name];
  const { min, max } = ranges[name];
  const range = `${min} to ${max}`;
  const hint = unit === '' ? `From ${range}.` : `${unit}: ${range}.`;
  return numberInput({ id: blocks[name], label, optional: false, hint, initial });
}

/** Only where something differs from the defaults. */
function defaultsInput(numbers: CadenceNumbers): KnownBlock[] {
  if (Object.keys(changedNumbers(numbers)).length === 0) return [];
  return [
    checkInput({
      id: DEFAULTS,
      label: 'Defaults',
      option: option('all', 'Back to the defaults, whatever stands above'),
    }),
  ];
}
