import { isLocalDate, type LocalDate } from '../../../domain/local-date.ts';
import { cleanLine, cutText } from '../../../domain/typed-text.ts';
import type { Sentence } from '../../../domain/words/words.ts';

export type OwnDay = { on: LocalDate; name: string };

export type OwnDayLimits = {
  today: LocalDate;
  end: LocalDate;
  /** What a day is called that was given no name. */
  unnamed: string;
};

const NAME_LENGTH = 80;
const MOST = 100;

export function writeOwnDays(days: readonly OwnDay[]): string {
  return days.map(({ on, name }) => `${on} ${name}`).join('\n');
}

/** Days of a team's own, one in each line: "2026-12-24 Christmas Eve". A sentence when one is wrong. */
export function readOwnDays(
  text: string | null,
  limits: OwnDayLimits,
): { days: OwnDay[] } | { problem: Sentence } {
  const days: OwnDay[] = [];
  for (const [at, line] of (text ?? '').split('\n').entries()) {
    const [on = '', ...words] = line.trim().split(/\s+/);
    if (on === '') continue;
    const problem = findProblem(on, limits);
    if (problem) return { problem: inLine(at + 1, problem) };
    const name = cutText(cleanLine(words.join(' ')) ?? limits.unnamed, NAME_LENGTH);
    days.push({ on, name });
  }
  if (days.length <= MOST) return { days };
  return { problem: ({ settings }) => settings.holidays.tooMany(MOST) };
}

function inLine(line: number, problem: Sentence): Sentence {
  return (words) => words.settings.holidays.inLine(line, problem(words));
}

function findProblem(on: string, { today, end }: OwnDayLimits): Sentence | null {
  if (!isLocalDate(on)) return ({ settings }) => settings.holidays.noDate(cutText(on, 20));
  if (on < today) return ({ settings, dates }) => settings.holidays.past(dates.day(on, today));
  if (on <= end) return null;
  return ({ settings, dates }) =>
    settings.holidays.tooFar(dates.day(on, today), dates.day(end, today));
}
