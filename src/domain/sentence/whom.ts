import type { Mention } from './mentions.ts';
import type { Outline } from './outline.ts';
import { isCommon } from './vocabulary.ts';

export type Whom =
  | { kind: 'one'; id: string }
  | { kind: 'nobody' }
  /** A word that seems to name somebody fits nobody; the ids are those whom other words fit. */
  | { kind: 'unknown'; ids: string[]; about: string }
  | { kind: 'whom' | 'several'; ids: string[] };

const LINK = /^(at|from|of|@)$/;
const CONTACTED =
  /^(called|rang|phoned|dialled|dialed|emailed|mailed|texted|txt|messaged|msgd|pinged|met|visited|tried|chased|dmed|whatsapped|reached|to|with|w|w\/|for)$/;
/** Who did it was somebody else: "Ben called Mia". */
const DID =
  /^(called|rang|phoned|emailed|mailed|texted|messaged|pinged|met|visited|tried|chased|spoke|talked|left|sent|saw)$/;
const GAVE =
  /^(emailed|mailed|texted|txt|messaged|sent|shot|dmed|whatsapped|gave|showed|offered|told|asked)$/;

/**
 * Whom a sentence is about: the one prospect whom every naming word fits. A word that looks like a
 * name and fits nobody makes it nobody who is here, never the nearest one.
 * @example "Dana Smith: called" with Dana Reyes here //=> { kind: 'unknown', ids: ['dana'], … }
 */
export function findWhom(sentence: Outline): Whom {
  const { mentions } = sentence;
  const stranger = findStranger(sentence);
  const all = [...new Set(mentions.flatMap(({ ids }) => ids))];
  if (stranger !== null) return { kind: 'unknown', ids: all, about: stranger };
  if (mentions.length === 0) return { kind: 'nobody' };
  const [first, ...others] = all.filter((id) => mentions.every(({ ids }) => ids.includes(id)));
  if (first !== undefined && others.length === 0) return { kind: 'one', id: first };
  if (first !== undefined) return { kind: 'whom', ids: [first, ...others] };
  if (mentions.length === 2 && isLinked(sentence)) {
    const [one, two] = mentions;
    return { kind: 'unknown', ids: all, about: textOf(sentence, one?.from ?? 0, two?.to ?? 0) };
  }
  return { kind: 'several', ids: all };
}

function isLinked({ tokens, mentions }: Outline): boolean {
  const [one, two] = mentions;
  return one !== undefined && two?.from === one.to + 1 && LINK.test(tokens[one.to]?.key ?? '');
}

function findStranger(sentence: Outline): string | null {
  const { mentions } = sentence;
  for (const mention of mentions) {
    const stranger = strangerBeside(sentence, mention);
    if (stranger !== null) return stranger;
  }
  const [first, second] = sentence.tokens;
  if (first && DID.test(second?.key ?? '') && looksNamed(sentence, 0, true)) return first.text;
  const head = strangerInHead(sentence);
  if (head !== null) return head;
  return mentions.length === 0 ? strangerContacted(sentence) : null;
}

function strangerBeside(sentence: Outline, mention: Mention): string | null {
  const { tokens } = sentence;
  const { from, to } = mention;
  const next = tokens[to];
  if (next && LINK.test(next.key) && looksNamed(sentence, to + 1, true)) {
    return textOf(sentence, from, to + 2);
  }
  const given = GAVE.test(tokens[from - 1]?.key ?? '');
  if (looksNamed(sentence, to, !mention.whole && !given)) return textOf(sentence, from, to + 1);
  if (looksNamed(sentence, from - 1, mention.bySurname)) return textOf(sentence, from - 1, to);
  return null;
}

/** Before a colon or dash stands whom it is about, so an unknown word there is a name. */
function strangerInHead(sentence: Outline): string | null {
  const { tokens } = sentence;
  const end = tokens.findIndex(({ key, kind }) => kind === 'break' && key === '.');
  if (end < 1 || end > 6 || !/^(:|\s[-–—]+\s)$/.test(tokens[end]?.text ?? '')) return null;
  const place = tokens.slice(0, end).findIndex((_, index) => looksNamed(sentence, index, true));
  return place < 0 ? null : textOf(sentence, 0, end);
}

/** With nobody known in the sentence: the words after "called" or "spoke to", or at the very start. */
function strangerContacted(sentence: Outline): string | null {
  const { tokens } = sentence;
  const from = tokens.findIndex(
    (_, index) =>
      looksNamed(sentence, index, true) &&
      (index === 0 || CONTACTED.test(tokens[index - 1]?.key ?? '')),
  );
  if (from < 0) return null;
  let to = from + 1;
  while (looksNamed(sentence, to, true) || LINK.test(tokens[to]?.key ?? '')) to++;
  return textOf(sentence, from, to);
}

/** Whether the token may be a name nobody here has: written large, or (when `small`) just unknown. */
function looksNamed(sentence: Outline, index: number, small: boolean): boolean {
  const { tokens, mentions, whens } = sentence;
  const token = tokens[index];
  if (!token || token.kind === 'break') return false;
  if ([...mentions, ...whens].some(({ from, to }) => index >= from && index < to)) return false;
  if (!/^\p{L}/u.test(token.text) || isCommon(token.key)) return false;
  if (/^\p{Lu}\p{Ll}/u.test(token.text)) return index > 0 || small;
  return small && !/(ed|ing|ly)$/.test(token.key);
}

function textOf({ text, tokens }: Outline, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[Math.min(to, tokens.length) - 1]?.end ?? 0);
}
