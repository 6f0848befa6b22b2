import { emailKey } from '../typed-text.ts';
import { findMentions } from './mentions.ts';
import type { NamedProspect } from './reading.ts';
import { tokensOf } from './tokens.ts';

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+/gu;

/**
 * The e-mail addresses in a text, in the form in which two are the same, each once.
 * @example emailKeysIn('From <Dana@Acme.example>, cc ben@birch.example.')
 * //=> ['dana@acme.example', 'ben@birch.example']
 */
export function emailKeysIn(text: string): string[] {
  const keys = [...text.matchAll(EMAIL)].map(([found]) => emailKey(found.replace(/[.-]+$/, '')));
  return [...new Set(keys.filter((key) => key !== null))];
}

/**
 * Whom somebody else's message seems to be about: the one prospect whom every whole name in it fits,
 * a first name alone counting for nothing. Only a guess, shown before anything is logged.
 * @example guessWhom('Dana Reyes from Acme rang', [danaOfAcme, danaReyesOfBirch]) //=> 'dana-of-acme'
 */
export function guessWhom(
  text: string,
  prospects: readonly Omit<NamedProspect, 'mayEnd'>[],
): string | null {
  const named = prospects.map((prospect) => ({ ...prospect, mayEnd: false }));
  const whole = findMentions(tokensOf(text), named).filter((mention) => mention.whole);
  const ids = new Set(whole.flatMap((mention) => mention.ids));
  const [only, ...others] = [...ids].filter((id) => whole.every((one) => one.ids.includes(id)));
  return only !== undefined && others.length === 0 ? only : null;
}
