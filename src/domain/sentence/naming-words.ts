import { tokensOf } from './tokens.ts';

const NO_NAMES =
  /^(a|an|the|at|on|in|by|to|of|for|from|and|or|no|not|so|it|is|was|i|we|with|w|me)$/;

/**
 * The words of a text by which a prospect could be named, folded, each once.
 * @example namingWordsOf('Dana at Acme: called') //=> ['dana', 'acme', 'called']
 */
export function namingWordsOf(text: string): string[] {
  const words = tokensOf(text).flatMap(({ kind, key }) =>
    kind === 'word' && /^[\p{L}\p{N}]+$/u.test(key) && !NO_NAMES.test(key) ? [key] : [],
  );
  return [...new Set(words)];
}
