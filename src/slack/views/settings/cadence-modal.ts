import type { KnownBlock, ModalView } from '@slack/types';
import {
  CADENCE_RANGES,
  type CadenceNumbers,
  changedNumbers,
  DEFAULT_CADENCE,
} from '../../../domain/cadence-numbers.ts';
import type { Words } from '../../../domain/words/words.ts';
import { VIEWS } from '../../ids.ts';
import { context, option, plainText } from '../blocks.ts';
import { type FormResult, type FormState, formReader } from '../form-state.ts';
import { checkInput, numberInput, textInput } from '../inputs.ts';
import { readNumber, readNumbers } from '../number-fields.ts';
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

type Single = keyof Words['settings']['cadence']['fields'];

/** The cadence's numbers, each with its range. */
export function buildCadenceModal(
  { meta, numbers }: { meta: SettingsMeta; numbers: CadenceNumbers },
  words: Words,
): ModalView {
  const { labels, settings } = words;
  const { cadence } = settings;
  const single = (name: Single, initial: number) => singleInput(cadence, { name, initial });
  return {
    type: 'modal',
    callback_id: VIEWS.cadence,
    title: plainText(settings.parts.cadence, 24),
    submit: plainText(labels.save, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      context([cadence.about]),
      textInput({
        id: blocks.unansweredWaits,
        label: cadence.waits,
        optional: false,
        length: LIST_LENGTH,
        initial: numbers.unansweredWaits.join(', '),
        hint: cadence.waitsHint(ranges.unansweredWaits),
      }),
      single('unansweredInARow', numbers.nurtureStart.unansweredInARow),
      single('contacts', numbers.nurtureStart.contacts),
      textInput({
        id: blocks.nurtureDays,
        label: cadence.nurture,
        optional: false,
        length: LIST_LENGTH,
        initial: numbers.nurtureDays.join(', '),
        hint: cadence.nurtureHint(ranges.nurtureDays),
      }),
      single('conversationWait', numbers.conversationWait),
      single('wrongContactWait', numbers.wrongContactWait),
      single('guardWorkingDays', numbers.guardWorkingDays),
      single('revisitWonDays', numbers.revisitWonDays),
      single('pace', numbers.pace),
      ...defaultsInput(numbers, words),
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

function singleInput(
  { fields }: Words['settings']['cadence'],
  { name, initial }: { name: Single; initial: number },
): KnownBlock {
  const { label, hint } = fields[name];
  return numberInput({
    id: blocks[name],
    label,
    optional: false,
    hint: hint(ranges[name]),
    initial,
  });
}

/** Only where something differs from the defaults. */
function defaultsInput(numbers: CadenceNumbers, { settings: { cadence } }: Words): KnownBlock[] {
  if (Object.keys(changedNumbers(numbers)).length === 0) return [];
  return [
    checkInput({
      id: DEFAULTS,
      label: cadence.defaults,
      option: option('all', cadence.backToDefaults),
    }),
  ];
}
