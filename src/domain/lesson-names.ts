/** What a prospect may be called in a text. */
export type Named = { name: string | null; company: string | null };

/** Legal forms say nothing of whom a company is. */
const LEGAL_FORMS = new Set(
  'ab ag as bv co company corp gmbh group inc kg limited llc llp ltd nv oy plc sa sarl sas se spa srl the'.split(
    ' ',
  ),
);
/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Whether a text gives the prospect away: any part of their name or the company's first word, as a word
 * by itself or with an s, whatever the case and accents; or an e-mail address. It would rather leave
 * out a harmless text than show a name.
 * @example namesProspect('Price: ask Dana’s boss', { name: 'Dana Reyes', company: 'Acme Inc' }) //=> true
 */
export function namesProspect(text: string, { name, company }: Named): boolean {
  if (/\S@\S+\.\S/.test(text)) return true;
  const parts = [
    ...wordsOf(name ?? ''),
    ...wordsOf(company ?? '')
      .filter((word) => !LEGAL_FORMS.has(word))
      .slice(0, 1),
  ].filter((word) => word.length > 1);
  const said = new Set(wordsOf(text));
  return parts.some((part) =>
    UNSPACED.test(part) ? fold(text).includes(part) : said.has(part) || said.has(`${part}s`),
  );
}

/**
 * Whether a text holds the whole name of somebody or of a company, as the words of one.
 * @example holdsName('They chose Birch Labs', { name: 'Tom Okafor', company: 'Birch Labs Ltd' }) //=> true
 */
export function holdsName(text: string, { name, company }: Named): boolean {
  const said = ` ${wordsOf(text).join(' ')} `;
  const whole = [wordsOf(name ?? ''), wordsOf(company ?? '').filter((w) => !LEGAL_FORMS.has(w))];
  return whole.some((words) => words.length > 0 && said.includes(` ${words.join(' ')} `));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
}
