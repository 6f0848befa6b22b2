/** What a person may type into each kind of field, in UTF-16 units as Slack counts at most. */
export const NAME_LENGTH = 300;
export const NOTE_LENGTH = 3000;
export const STEP_LENGTH = 300;

/**
 * A typed text made safe to keep: well-formed, no control characters but line breaks and tabs, no
 * invisible or direction-changing ones, trimmed; null when nothing is left. NUL is refused before by
 * `hasNul`, because a database that drops it would keep another text than the person typed.
 * @example cleanText('  Dana\u202e Reyes ') //=> 'Dana Reyes'
 */
export function cleanText(text: string | null | undefined): string | null {
  if (text == null) return null;
  const cleaned = text.toWellFormed().replace(HIDDEN, '').replace(/\r\n?/g, '\n').trim();
  return cleaned === '' || !VISIBLE.test(cleaned) ? null : cleaned;
}

/**
 * Whether a text holds a NUL byte, which Postgres cannot keep.
 * @example hasNul('a\0b') //=> true
 */
export function hasNul(text: string): boolean {
  return text.includes('\0');
}

/**
 * A one-line text: cleaned, with every run of white space folded to one space.
 * @example cleanLine('Dana\n  Reyes') //=> 'Dana Reyes'
 */
export function cleanLine(text: string | null | undefined): string | null {
  return cleanText(text)?.replace(/\s+/g, ' ') ?? null;
}

/**
 * The form in which two names that look the same are the same: composed, lower case, white space
 * folded, without joiners.
 * @example sameNameKey('ＤＡＮＡ  Reyes') //=> 'dana reyes'
 */
export function sameNameKey(text: string): string {
  const seen = cleanLine(text)?.replace(JOINERS, '').normalize('NFKC');
  return (cleanLine(seen) ?? '').toLocaleLowerCase('en');
}

/**
 * The e-mail address in the form in which two are the same, or null when it is none.
 * @example emailKey(' Dana@Acme.EXAMPLE ') //=> 'dana@acme.example'
 */
export function emailKey(text: string | null): string | null {
  const key = cleanLine(text)?.toLowerCase() ?? null;
  return key !== null && /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/.test(key) ? key : null;
}

/**
 * The text cut to so many UTF-16 units at a whole character, with an ellipsis when it was longer.
 * @example cutText('Dana Reyes', 5) //=> 'Dana…'
 */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  let cut = '';
  for (const { segment } of SEGMENTER.segment(text.slice(0, length + 64))) {
    if (cut.length + segment.length > length - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}

// Control characters except tab and line breaks; bidirectional controls; invisible fillers. Joiners
// (U+200C, U+200D) stay: emoji families and several scripts need them.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb]/gu;
// Joiners and variation selectors, one by one.
const JOINERS = /\u200c|\u200d|\ufe0e|\ufe0f/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });
