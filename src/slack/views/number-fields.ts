import type { Range } from '../../domain/cadence-numbers.ts';
import type { FormReader } from './form-state.ts';

/** "a number from 5 to 60". */
export function sayRange({ min, max }: Range): string {
  return `a number from ${min} to ${max}`;
}

/** A whole number within its range; else null, with the sentence for its field. */
export function readNumber(form: FormReader, blockId: string, range: Range): number | null {
  const text = form.line(blockId) ?? '';
  const problem = findProblem(text, range);
  if (problem === null) return Number(text);
  form.problems[blockId] = () => `${problem} Write ${sayRange(range)}.`;
  return null;
}

export type ListRange = Range & { fewest: number; most: number };

/** "4 numbers from 2 to 30", "1 to 12 numbers from 7 to 365". */
export function sayListRange({ min, max, fewest, most }: ListRange): string {
  const count = fewest === most ? `${most}` : `${fewest} to ${most}`;
  return `${count} numbers from ${min} to ${max}`;
}

/** Whole numbers with commas between, each within its range; else null, with the sentence. */
export function readNumbers(form: FormReader, blockId: string, range: ListRange): number[] | null {
  const parts = (form.line(blockId) ?? '').split(/[,;\s]+/).filter(Boolean);
  const wrong = parts.map((part) => findProblem(part, range)).find((problem) => problem !== null);
  const { length } = parts;
  const isCount = length >= range.fewest && length <= range.most;
  if (wrong === undefined && isCount) return parts.map(Number);
  const counted = length === 1 ? 'That is 1 number.' : `Those are ${length} numbers.`;
  const problem = wrong ?? counted;
  form.problems[blockId] = () => `${problem} Write ${sayListRange(range)}, with commas between.`;
  return null;
}

function findProblem(text: string, { min, max }: Range): string | null {
  if (text === '') return 'A number is missing.';
  if (!/^-?\d{1,9}$/.test(text)) return `“${text.slice(0, 20)}” is no whole number.`;
  if (Number(text) < min) return `${Number(text)} is too small.`;
  return Number(text) > max ? `${Number(text)} is too large.` : null;
}
