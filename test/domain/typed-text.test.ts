import { describe, expect, test } from 'vitest';
import {
  cleanLine,
  cleanText,
  cutText,
  emailKey,
  hasNul,
  sameNameKey,
} from '../../src/domain/typed-text.ts';

const FAMILY = '👩‍👩‍👧‍👦';

describe('cleanText', () => {
  test.each([
    ['bidi controls go', '  Dana\u202e Reyes ', 'Dana Reyes'],
    ['a lone surrogate is replaced', 'Dana \ud83d', 'Dana \ufffd'],
    ['line breaks and tabs stay', 'one\r\ntwo\rthree\tfour', 'one\ntwo\nthree\tfour'],
    ['control characters go', 'Da\u0007na\u0000', 'Dana'],
    ['zero width characters go', 'Da\u200bna\ufeff', 'Dana'],
    ['an emoji family stays whole', FAMILY, FAMILY],
    ['a flag of tags stays', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['Persian keeps its joiner', 'می‌خواهم', 'می‌خواهم'],
    ['words that mean something to programs are names', 'null', 'null'],
  ])('%s', (_what, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  test.each([null, undefined, '', '  \n\t ', '\u200b\u2060', '\u200d', '\u3164'])(
    '%j leaves nothing',
    (text) => {
      expect(cleanText(text)).toBeNull();
    },
  );
});

test.each([
  ['Dana\n  Reyes', 'Dana Reyes'],
  ['Dana \u200b Reyes', 'Dana Reyes'],
  ['Da\ufeffna', 'Dana'],
  ['Dana\u2028Reyes', 'Dana Reyes'],
])('%j is one line', (text, expected) => {
  expect(cleanLine(text)).toBe(expected);
});

test('a NUL is found', () => {
  expect([hasNul('a\0b'), hasNul('ab')]).toEqual([true, false]);
});

test.each([
  ['ＤＡＮＡ  Reyes', 'dana reyes'],
  ['Dana\u200dReyes', 'danareyes'],
  ['Re\u0301my', 'rémy'],
  ['Re\u200b\u0301my', 'rémy'],
  ['Dana\u00a0Reyes', 'dana reyes'],
  ['\u202eDana', 'dana'],
  ['constructor', 'constructor'],
  ['  ', ''],
])('%j has the key of the name it looks like', (text, key) => {
  expect(sameNameKey(text)).toBe(key);
});

test.each([
  [' Dana@Acme.EXAMPLE ', 'dana@acme.example'],
  ['dana+crm@acme.co.example', 'dana+crm@acme.co.example'],
  ['d@münchen.example', 'd@münchen.example'],
  ['dana@acme', null],
  ['dana@@acme.example', null],
  ['dana acme@acme.example', null],
  ['<dana@acme.example>', null],
  ['dana@acme..example', null],
  ['', null],
  [null, null],
])('the e-mail key of %j is %j', (text, key) => {
  expect(emailKey(text)).toBe(key);
});

describe('cutText', () => {
  test.each([
    ['Dana Reyes', 5, 'Dana…'],
    ['Dana', 4, 'Dana'],
    ['Dana!', 4, 'Dan…'],
    [`ab${FAMILY}c`, 6, 'ab…'],
    [`ab${FAMILY}c`, 14, `ab${FAMILY}c`],
    [`${FAMILY}${FAMILY}`, 15, `${FAMILY}…`],
    ['นี้นี้นี้', 5, 'นี้…'],
    ['漢字漢字漢字', 4, '漢字漢…'],
    ['مرحبا بكم', 6, 'مرحبا…'],
    ['क्षत्रिय', 5, 'क्ष…'],
  ])('%s at %i is %s', (text, length, expected) => {
    expect(cutText(text, length)).toBe(expected);
  });

  test.each(['&'.repeat(40_000), FAMILY.repeat(4000), `a${'\u0301'.repeat(5000)}`])(
    'never exceeds the length (text %#)',
    (text) => {
      expect(cutText(text, 300).length).toBeLessThanOrEqual(300);
      expect(cutText(text, 300).isWellFormed()).toBe(true);
    },
  );
});
