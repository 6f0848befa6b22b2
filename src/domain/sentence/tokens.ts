/** A word, number or mark of a sentence, with its place in the text. */
export type Token = {
  /** The form that is compared: lower case, without accents and apostrophes; `,` or `.` for a break. */
  key: string;
  text: string;
  start: number;
  end: number;
  kind: 'word' | 'break';
};

const TOKEN =
  /\d{4}-\d{1,2}-\d{1,2}|\+\d{1,3}\p{L}*(?!\s?\d)|\d{1,2}(?:[:.]\d{2})?(?:[ap]m)?[-–]\d{1,2}(?:[:.]\d{2})?(?:[ap]m)?(?![-\d])|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?|\d{1,4}\s?[ap]m\b|\d+(?:st|nd|rd|th)?(?![\p{L}\p{N}])|(?:w|f\/u|n\/a|b)\/(?![\p{L}])|f\/u\b|n\/a\b|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*|&|@|\s[-–—]+\s|[,;.:!?\n()→…>]+/giu;

/**
 * The words of a text. A comma is a soft break, any other mark a hard one; a hyphen inside a word
 * parts it, so that "no-show" is "no show".
 * @example tokensOf('Dana: no answer').map((token) => token.key) //=> ['dana', '.', 'no', 'answer']
 */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map(([found], index, all) => {
    const start = all[index]?.index ?? 0;
    const isBreak = /^[\s,;.:!?()→…>–—-]+$/u.test(found);
    const key = isBreak ? (/^[,()]$/.test(found) ? ',' : '.') : foldWord(found);
    return { key, text: found, start, end: start + found.length, kind: isBreak ? 'break' : 'word' };
  });
}

/**
 * The form in which two words are the same to a hurried reader.
 * @example foldWord('Álvarez') //=> 'alvarez'
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}
