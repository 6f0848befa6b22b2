import { findWhens, type When } from './find-whens.ts';
import { type Line, lineUp } from './line-up.ts';
import { findMentions, isPossessive, type Mention } from './mentions.ts';
import type { SentenceWorld } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';

/**
 * A sentence with names and dates taken out, as words parted by single spaces, so that patterns need
 * not know them: `@` stands for a prospect, `#` for a day or time, `,` and `.` for breaks.
 */
export type Outline = {
  text: string;
  tokens: Token[];
  mentions: Mention[];
  whens: When[];
} & Line;

/**
 * The outline of a sentence.
 * @example outlineOf('Called Tom, try Tuesday 10am', world).line //=> ' called @ , try # '
 */
export function outlineOf(text: string, world: SentenceWorld): Outline {
  const tokens = tokensOf(text);
  const mentions = findMentions(tokens, world.prospects);
  const whens = findWhens(tokens, mentions, world);
  const lined = lineUp(tokens, [...mentions, ...whens], (span) =>
    'ids' in span ? (isPossessive(tokens[span.to - 1]) ? '@ poss' : '@') : '#',
  );
  return { text, tokens, mentions, whens, ...lined };
}
