import { cutText, STEP_LENGTH } from '../typed-text.ts';
import { leadOf, ownStepAfter } from './next-part.ts';
import type { Outline } from './outline.ts';
import type { Token } from './tokens.ts';

const TRAILING =
  /^(on|at|by|in|for|from|until|till|before|b4|around|then|the|and|or|@|confirmed|booked|scheduled|agreed)$/;

/**
 * The next step in the rep's own words, up to the end of its clause: without what leads to it and
 * without its date. Null when only a date is told.
 * @example stepOf(outlineOf('Spoke to Tom, will send pricing Thursday', …), 17) //=> 'send pricing'
 */
export function stepOf(outline: Outline, next: number): string | null {
  const { text, tokens, whens, line, tokenAt } = outline;
  const start = ownStepAfter(line, next) ?? next;
  const lead = leadOf(line.slice(start));
  if (start + lead >= line.length) return null;
  const words = tokens.slice(tokenAt(start + lead)).filter((token) => !isWhen(outline, token));
  const end = words.findIndex(({ kind }) => kind === 'break');
  const kept = trimEnd(end < 0 ? words : words.slice(0, end));
  const step = cutText(joinTogether(text, kept, whens.length > 0), STEP_LENGTH);
  return /^\p{Lu}\p{Ll}/u.test(step) ? `${step[0]?.toLowerCase()}${step.slice(1)}` : step || null;
}

function isWhen({ tokens, whens }: Outline, token: Token): boolean {
  const index = tokens.indexOf(token);
  return whens.some(({ from, to }) => index >= from && index < to);
}

function trimEnd(words: readonly Token[]): Token[] {
  const isLast = words.findLastIndex(
    ({ key }, index) => !TRAILING.test(key) || isParticle(words, index),
  );
  return words.slice(0, isLast + 1);
}

/** "Check in next month": the word belongs to its verb, not to the date. */
function isParticle(words: readonly Token[], index: number): boolean {
  return words[index]?.key === 'in' && /^(check|checking|chk)$/.test(words[index - 1]?.key ?? '');
}

function joinTogether(text: string, words: readonly Token[], hasGaps: boolean): string {
  if (!hasGaps) return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  return words.map(({ start, end }) => text.slice(start, end)).join(' ');
}
