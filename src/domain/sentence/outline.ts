import { findMentions, isPossessive, type Mention } from './mentions.ts';
import type { NamedProspect } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';
import { type When, whenAt } from './when-words.ts';

/**
 * A sentence with names and dates taken out, as words parted by single spaces, so that patterns need
 * not know them: `@` stands for a prospect, `#` for a day or time, `,` and `.` for breaks.
 */
export type Outline = {
  text: string;
  tokens: Token[];
  mentions: Mention[];
  whens: When[];
  /** Begins and ends with a space. */
  line: string;
  /** The token at a place of the line. */
  tokenAt: (place: number) => number;
  /** Where a token stands in the line. */
  placeOf: (token: number) => number;
};

/**
 * The outline of a sentence.
 * @example outlineOf('Called Tom, try Tuesday 10am', prospects).line //=> ' called @ , try # '
 */
export function outlineOf(text: string, prospects: readonly NamedProspect[]): Outline {
  const tokens = tokensOf(text);
  const mentions = findMentions(tokens, prospects);
  const whens: When[] = [];
  const starts: { place: number; token: number }[] = [];
  let line = ' ';
  for (let token = 0; token < tokens.length; ) {
    const mention = mentions.find(({ from }) => from === token);
    const when = mention ? null : whenAt(tokens, token);
    if (when) whens.push(when);
    starts.push({ place: line.length, token });
    const owned = mention && isPossessive(tokens[mention.to - 1]) ? ' poss' : '';
    line += `${mention ? `@${owned}` : when ? '#' : (tokens[token]?.key ?? '')} `;
    token = mention?.to ?? when?.to ?? token + 1;
  }
  return {
    text,
    tokens,
    mentions,
    whens,
    line,
    tokenAt: (place) => starts.findLast((start) => start.place <= place)?.token ?? 0,
    placeOf: (token) => starts.findLast((start) => start.token <= token)?.place ?? line.length,
  };
}
