import type { FormReader } from './form-state.ts';

/** The time that was chosen; null, with the sentence, when none was. */
export function readTime(form: FormReader, blockId: string): string | null {
  const time = form.time(blockId);
  if (time === null) form.problems[blockId] = ({ settings }) => settings.chooseTime;
  return time;
}
