import { expect, test } from 'vitest';
import { de } from '../../../src/domain/words/de.ts';
import { en } from '../../../src/domain/words/en.ts';
import { pluralIn } from '../../../src/domain/words/plural.ts';
import { LANGUAGES, wordsFor } from '../../../src/domain/words/words.ts';

test.each([
  ['de-DE', de],
  ['de_AT', de],
  ['de', de],
  ['DE-ch', de],
  ['en-US', en],
  ['fr-FR', en],
  ['constructor', en],
  ['', en],
  [null, en],
])('the locale %s has its words', (locale, words) => {
  expect(wordsFor(locale)).toBe(words);
});

test('every language is found by its code and called by a name of its own', () => {
  expect(LANGUAGES.map(({ code }) => wordsFor(code))).toEqual(LANGUAGES.map(({ words }) => words));
  expect(LANGUAGES.map(({ name }) => name)).toEqual(['English', 'Deutsch']);
});

test('a language counts with as many forms as it has', () => {
  const forms = { one: 'kontakt', few: 'kontakty', many: 'kontaktów', other: 'kontaktu' };

  expect([1, 2, 5, 22, 1.5].map((count) => pluralIn('pl')(count, forms))).toEqual([
    '1 kontakt',
    '2 kontakty',
    '5 kontaktów',
    '22 kontakty',
    '1.5 kontaktu',
  ]);
});

test('German says what English says, and nothing in English', () => {
  const told = textsOf(de);
  const same = [...textsOf(en)].filter(([path, text]) => told.get(path) === text);

  expect([...told.keys()].sort()).toEqual([...textsOf(en).keys()].sort());
  expect(same.map(([path]) => path).filter((path) => !TYPED.test(path))).toEqual(SAME_IN_BOTH);
});

/** What one types is the same in every language. */
const TYPED = /^command\.(verbs|managersVerbs)\.\w+\.takes$/;
/** Words that are the same in both languages. */
const SAME_IN_BOTH = [
  'labels.interests.warm',
  'settings.parts.team',
  'settings.holidays.region',
  'insights.channels.social',
  'insights.channels.video',
  'insights.scopes.team',
];

/** Every fixed text of a language by its place. */
function textsOf(words: object, at: string[] = []): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
    const path = [...at, key];
    if (typeof value === 'string') return [[path.join('.'), value] as const];
    return typeof value === 'object' && value !== null ? [...textsOf(value, path)] : [];
  });
  return new Map(entries);
}
