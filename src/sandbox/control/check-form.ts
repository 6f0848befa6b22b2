import { offeredOptions } from '../blocks/element-rules.ts';
import { type Element, elementsOf } from '../blocks/read-blocks.ts';
import { isRecord } from '../blocks/rules.ts';
import type { Block, FormValues } from '../contract.ts';
import { readValue } from './form-values.ts';

/** What Slack's own form refuses before the app hears of it, keyed by block. */
export function checkForm(blocks: Block[], values: FormValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of blocks.filter((item) => item.type === 'input')) {
    const [element] = elementsOf(block);
    if (!element || block.block_id === undefined) continue;
    const value = readValue(element, values[block.block_id]?.[String(element.action_id)]);
    const sentence =
      value === null
        ? block.optional === true
          ? null
          : 'Please complete this required field.'
        : checkValue(element, value);
    if (sentence) errors[block.block_id] = sentence;
  }
  return errors;
}

function checkValue(element: Element, value: unknown): string | null {
  if (isRecord(value) || (Array.isArray(value) && value.every(isRecord))) {
    return isOffered(element, value) ? null : 'Please choose one of the options.';
  }
  const check = TEXT_CHECKS[element.type];
  return check && typeof value === 'string' ? check(value, element) : null;
}

const TEXT_CHECKS: Record<string, (value: string, element: Element) => string | null> = {
  plain_text_input: checkLength,
  email_text_input: (value) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.',
  url_text_input: (value) => (URL.canParse(value) ? null : 'Please enter a valid URL.'),
  number_input: checkNumber,
  datepicker: (value) => (isDate(value) ? null : 'Please enter a valid date.'),
  timepicker: (value) =>
    /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? null : 'Please enter a valid time.',
};

function checkLength(value: string, element: Element): string | null {
  const min = Number(element.min_length ?? 0);
  const max = Number(element.max_length ?? 3000);
  if (value.length < min) return `Please enter at least ${min} characters.`;
  return value.length > max ? `Please enter at most ${max} characters.` : null;
}

function checkNumber(value: string, element: Element): string | null {
  const number = Number(value);
  const whole = element.is_decimal_allowed === true || Number.isInteger(number);
  if (value.trim() === '' || !Number.isFinite(number) || !whole) {
    return 'Please enter a valid number.';
  }
  if (element.min_value !== undefined && number < Number(element.min_value)) {
    return `Please enter a number of at least ${String(element.min_value)}.`;
  }
  if (element.max_value !== undefined && number > Number(element.max_value)) {
    return `Please enter a number of at most ${String(element.max_value)}.`;
  }
  return null;
}

/** Options of an external menu came from the app a moment ago; those of the others stand in the block. */
function isOffered(element: Element, chosen: unknown): boolean {
  if (element.type.endsWith('external_select')) return true;
  const values = new Set(offeredOptions(element).map((option) => option.value));
  return [chosen].flat().every((option) => isRecord(option) && values.has(option.value));
}

function isDate(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === value;
}
