import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** A sentence in whichever language its reader reads. */
export type Sentence = (words: Words) => string;

const LANGUAGES: Readonly<Record<string, Words>> = { en, de };

/**
 * The words for a Slack locale; English where the language is not spoken yet or unknown.
 * @example wordsFor('de-AT').dates.day('2026-11-17', '2026-11-16') //=> 'Di 17. Nov'
 */
export function wordsFor(locale: string | null): Words {
  const language = locale?.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? en) : en;
}
