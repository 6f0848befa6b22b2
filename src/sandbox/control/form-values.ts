import { type Element, elementsOf } from '../blocks/read-blocks.ts';
import { isRecord } from '../blocks/rules.ts';
import type { Block, FormValues, InputValue } from '../contract.ts';

/** For each element that holds a value: the value's name in a form, the initial value's in a block. */
const NAMES: Record<string, { value: string; initial: string; empty?: unknown }> = {
  plain_text_input: { value: 'value', initial: 'initial_value' },
  email_text_input: { value: 'value', initial: 'initial_value' },
  url_text_input: { value: 'value', initial: 'initial_value' },
  number_input: { value: 'value', initial: 'initial_value' },
  static_select: { value: 'selected_option', initial: 'initial_option' },
  external_select: { value: 'selected_option', initial: 'initial_option' },
  radio_buttons: { value: 'selected_option', initial: 'initial_option' },
  users_select: { value: 'selected_user', initial: 'initial_user' },
  channels_select: { value: 'selected_channel', initial: 'initial_channel' },
  conversations_select: { value: 'selected_conversation', initial: 'initial_conversation' },
  datepicker: { value: 'selected_date', initial: 'initial_date' },
  timepicker: { value: 'selected_time', initial: 'initial_time' },
  datetimepicker: { value: 'selected_date_time', initial: 'initial_date_time' },
  checkboxes: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_static_select: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { value: 'selected_options', initial: 'initial_options', empty: [] },
  multi_users_select: { value: 'selected_users', initial: 'initial_users', empty: [] },
  multi_channels_select: { value: 'selected_channels', initial: 'initial_channels', empty: [] },
  multi_conversations_select: {
    value: 'selected_conversations',
    initial: 'initial_conversations',
    empty: [],
  },
  file_input: { value: 'files', initial: 'initial_files', empty: [] },
};

/** Every field of a form: as the first layer that has it says, else as the app preset it. */
export function completeValues(blocks: Block[], layers: FormValues[]): FormValues {
  const complete: FormValues = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const [blockId, actionId] = [block.block_id, element.action_id];
      if (!NAMES[element.type] || blockId === undefined || typeof actionId !== 'string') continue;
      const given = layers.map((layer) => layer[blockId]?.[actionId]).find((value) => value);
      const value = given ? normalise(element, given) : initialValue(element);
      complete[blockId] = { ...complete[blockId], [actionId]: value };
    }
  }
  return complete;
}

/** What stands in a field: text, a date, one option or several; null when nothing does. */
export function readValue(element: Element, value: InputValue | undefined): unknown {
  const names = NAMES[element.type];
  const held = names ? value?.[names.value] : undefined;
  if (held === undefined || held === '' || (Array.isArray(held) && held.length === 0)) return null;
  return held;
}

export function holdsValue(type: string): boolean {
  return Object.hasOwn(NAMES, type);
}

function initialValue(element: Element): InputValue {
  const names = NAMES[element.type];
  if (!names) return { type: element.type };
  return { type: element.type, [names.value]: element[names.initial] ?? names.empty ?? null };
}

function normalise(element: Element, given: InputValue): InputValue {
  const names = NAMES[element.type];
  if (!names) return { type: element.type };
  const value = given[names.value] ?? names.empty ?? null;
  const held = value === '' ? null : Array.isArray(value) ? value.map(asOption) : asOption(value);
  return { type: element.type, [names.value]: held };
}

/** Options travel with their text and value; whatever else a page added is dropped. */
function asOption(value: unknown): unknown {
  if (!isRecord(value) || !('text' in value)) return value;
  const { text, value: chosen, description } = value;
  return { text, value: chosen, ...(description ? { description } : {}) };
}
