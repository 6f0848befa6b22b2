import { isLocalDate, type LocalDate } from '../../../domain/local-date.ts';
import { cleanLine, cutText } from '../../../domain/typed-text.ts';
import { sayDay } from '../dates.ts';

export type OwnDay = { on: LocalDate; name: string };
type Limits = { today: LocalDate; end: LocalDate };

const NAME_LENGTH = 80;
const MOST = 100;

export function writeOwnDays(days: readonly OwnDay[]): string {
  return days.map(({ on, name }) => `${on} ${name}`).join('\n');
}

/** Days of a team's own, one in each line: "2026-12-24 Christmas Eve". A sentence when one is wrong. */
export function readOwnDays(
  text: string | null,
  limits: Limits,
): { days: OwnDay[] } | { problem: string } {
  const days: OwnDay[] = [];
  for (const [at, line] of (text ?? '').split('\n').entries()) {
    const [on = '', ...words] = line.trim().split(/\s+/);
    if (on === '') continue;
    const problem = findProblem(on, limits);
    if (problem) return { problem: `Line ${at + 1}: ${problem}` };
    const name = cutText(cleanLine(words.join(' ')) ?? 'Day off', NAME_LENGTH);
    days.push({ on, name });
  }
  return days.length > MOST ? { problem: `At most ${MOST} days.` } : { days };
}

function findProblem(on: string, { today, end }: Limits): string | null {
  if (!isLocalDate(on)) {
    return `“${cutText(on, 20)}” is no date. Write it like 2026-12-24 Christmas Eve.`;
  }
  if (on < today) return `${sayDay(on, today)} is past.`;
  return on > end ? `${sayDay(on, today)} is too far ahead: up to ${sayDay(end, today)}.` : null;
}
