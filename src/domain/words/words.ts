import { de } from './de.ts';
import { en, type Words } from './en.ts';

export type { Words } from './en.ts';

/** A sentence in whichever language its reader reads. */
export type Sentence = (words: Words) => string;

/** A language that is spoken here, called by its own name. */
export type Language = { code: string; name: string; words: Words };

const ENGLISH: Language = { code: 'en', name: 'English', words: en };

/** Another one is its file, and its line here. */
export const LANGUAGES: readonly Language[] = [ENGLISH, { code: 'de', name: 'Deutsch', words: de }];

/**
 * The language of a Slack locale; English where it is not spoken here yet or unknown.
 * @example languageOf('de-AT').name //=> 'Deutsch'
 */
export function languageOf(locale: string | null): Language {
  const code = locale?.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language.code === code) ?? ENGLISH;
}

/**
 * The words for a Slack locale.
 * @example wordsFor('de-AT').dates.day('2026-11-17', '2026-11-16') //=> 'Di 17. Nov'
 */
export function wordsFor(locale: string | null): Words {
  return languageOf(locale).words;
}
