import type { InputBlock } from '@slack/types';
import { listWeekdays, type Weekdays, weekdaysOf } from '../../domain/working-days.ts';
import { option } from './blocks.ts';
import { WEEKDAYS } from './dates.ts';
import type { FormReader } from './form-state.ts';
import { checksInput } from './inputs.ts';

/** Monday to Sunday with a tick at each day of work. */
export function weekdayInput(field: { id: string; hint: string; weekdays: Weekdays }): InputBlock {
  return checksInput({
    id: field.id,
    hint: field.hint,
    label: 'Working days',
    optional: false,
    options: WEEKDAYS.map((name, day) => option(String(day), name)),
    checked: listWeekdays(field.weekdays).map(String),
  });
}

/** The days that are ticked; null, with the sentence, when none is. */
export function readWeekdays(form: FormReader, blockId: string): Weekdays | null {
  const days = form.options(blockId).map(Number);
  const known = days.filter((day) => WEEKDAYS[day] !== undefined);
  if (known.length > 0) return weekdaysOf([...new Set(known)]);
  form.problems[blockId] = () => 'Choose at least one day.';
  return null;
}

/** "Mon to Fri", "every day", or each day by its name. */
export function sayWeekdays(bits: Weekdays): string {
  const days = listWeekdays(bits);
  const [first = 0] = days;
  const last = days.at(-1) ?? 0;
  if (days.length === 7) return 'every day';
  const isRun = days.length > 2 && last - first === days.length - 1;
  if (isRun) return `${WEEKDAYS[first]} to ${WEEKDAYS[last]}`;
  return days.map((day) => WEEKDAYS[day]).join(', ');
}
