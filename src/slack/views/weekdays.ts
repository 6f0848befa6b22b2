import type { InputBlock } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import { listWeekdays, type Weekdays, weekdaysOf } from '../../domain/working-days.ts';
import { option } from './blocks.ts';
import type { FormReader } from './form-state.ts';
import { checksInput } from './inputs.ts';

const EVERY_DAY: Weekdays = 0b1111111;

/** Monday to Sunday with a tick at each day of work. */
export function weekdayInput(
  field: { id: string; hint: string; weekdays: Weekdays },
  { dates, settings }: Words,
): InputBlock {
  return checksInput({
    id: field.id,
    hint: field.hint,
    label: settings.workingDays,
    optional: false,
    options: dates.weekdays.map((name, day) => option(String(day), name)),
    checked: listWeekdays(field.weekdays).map(String),
  });
}

/** The days that are ticked; null, with the sentence, when none is. */
export function readWeekdays(form: FormReader, blockId: string): Weekdays | null {
  const days = form.options(blockId).map(Number);
  const known = listWeekdays(EVERY_DAY).filter((day) => days.includes(day));
  if (known.length > 0) return weekdaysOf(known);
  form.problems[blockId] = ({ settings }) => settings.chooseDay;
  return null;
}

/** "Mon to Fri", "every day", or each day by its name. */
export function sayWeekdays(bits: Weekdays, { dates, settings }: Words): string {
  const days = listWeekdays(bits);
  if (bits === EVERY_DAY) return settings.everyDay;
  const [first = 0] = days;
  const last = days.at(-1) ?? 0;
  const names = days.map((day) => dates.weekdays[day] ?? '');
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? settings.dayToDay(names[0] ?? '', names.at(-1) ?? '') : names.join(', ');
}
