import type { ListRange, Range } from '../../domain/cadence-numbers.ts';
import type { Sentence } from '../../domain/words/words.ts';
import type { FormReader } from './form-state.ts';

/** A whole number within its range; else null, with the sentence for its field. */
export function readNumber(form: FormReader, blockId: string, range: Range): number | null {
  const text = form.line(blockId) ?? '';
  const problem = findProblem(text, range);
  if (problem === null) return Number(text);
  form.problems[blockId] = (words) => `${problem(words)} ${words.settings.number.writeOne(range)}`;
  return null;
}

/** Whole numbers with commas between, each within its range; else null, with the sentence. */
export function readNumbers(form: FormReader, blockId: string, range: ListRange): number[] | null {
  const parts = (form.line(blockId) ?? '').split(/[,;\s]+/).filter(Boolean);
  const wrong = parts.map((part) => findProblem(part, range)).find((problem) => problem !== null);
  const { length } = parts;
  const isCount = length >= range.fewest && length <= range.most;
  if (wrong === undefined && isCount) return parts.map(Number);
  const problem: Sentence = wrong ?? (({ settings }) => settings.number.counted(length));
  form.problems[blockId] = (words) => `${problem(words)} ${words.settings.number.writeList(range)}`;
  return null;
}

function findProblem(text: string, { min, max }: Range): Sentence | null {
  if (text === '') return ({ settings }) => settings.number.missing;
  if (!/^-?\d{1,9}$/.test(text)) {
    return ({ settings }) => settings.number.notWhole(text.slice(0, 20));
  }
  const number = Number(text);
  if (number < min) return ({ settings }) => settings.number.tooSmall(number);
  return number > max ? ({ settings }) => settings.number.tooLarge(number) : null;
}
