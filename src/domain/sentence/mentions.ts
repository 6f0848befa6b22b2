import type { NamedProspect } from './reading.ts';
import { type Token, tokensOf } from './tokens.ts';
import { isCommon, LEGAL_FORMS, placeOf, WEEKDAYS } from './vocabulary.ts';

/** A run of words that names somebody: tokens `from` up to, not including, `to`. */
export type Mention = {
  from: number;
  to: number;
  ids: string[];
  /** First and last name, or a whole company: no surname can follow. */
  whole: boolean;
  /** Begins with a surname, so that what stands before it should be a first name. */
  bySurname: boolean;
};

type Names = { id: string; person: string[]; company: string[] };
type Match = { length: number; whole: boolean; bySurname: boolean };

const MET =
  /^(sent|shot|gave|told|asked|saw|called|rang|phoned|emailed|mailed|texted|txt|messaged|pinged|met|visited|tried|chased|dmed|whatsapped|reached|caught)$/;
const DID =
  /^(answered|replied|responded|called|emailed|texted|said|says|asked|wants|signed|picked|wrote|didnt|never|missed|passed|declined|bought|agreed|promised|cancelled)$/;
const LED = /^(to|with|w|w\/|for|from)$/;

/**
 * Where a sentence names prospects. A single everyday word ("June", "will", "Friday") is a name only
 * where a name must stand: before a colon, or as whom one called or spoke to.
 * @example findMentions(tokensOf('call June Carter in June'), prospects).length //=> 1
 */
export function findMentions(
  tokens: readonly Token[],
  prospects: readonly NamedProspect[],
): Mention[] {
  const everybody = prospects.map(namesOf);
  const found: Mention[] = [];
  for (let from = 0; from < tokens.length; ) {
    const mention = mentionAt(tokens, from, everybody);
    if (mention && mayBeName(tokens, mention)) found.push(mention);
    from = mention && found.includes(mention) ? mention.to : from + 1;
  }
  return found.filter(
    (mention, index) => !isPhrase(tokens, mention, [found[index - 1], found[index + 1]]),
  );
}

/** "will call Dana", "Dana will call": everyday words beside another's name are no name. */
function isPhrase(
  tokens: readonly Token[],
  { from, to, ids }: Mention,
  beside: readonly (Mention | undefined)[],
): boolean {
  if (!tokens.slice(from, to).every(({ key }) => isCommon(key))) return false;
  return beside.some(
    (other) =>
      (other?.from === to || other?.to === from) && !other.ids.some((id) => ids.includes(id)),
  );
}

function namesOf({ id, name, company }: NamedProspect): Names {
  return { id, person: wordsOf(name), company: wordsOf(company) };
}

function wordsOf(name: string | null): string[] {
  return tokensOf(name ?? '').flatMap(({ kind, key }) => (kind === 'word' ? [key] : []));
}

function mentionAt(tokens: readonly Token[], from: number, everybody: Names[]): Mention | null {
  const matches = everybody.flatMap((names) => {
    const match = longest(tokens, from, names);
    return match ? [{ id: names.id, ...match }] : [];
  });
  const length = Math.max(0, ...matches.map((match) => match.length));
  if (length === 0) return null;
  const best = matches.filter((match) => match.length === length);
  return {
    from,
    to: from + length,
    ids: best.map(({ id }) => id),
    whole: best.every(({ whole }) => whole),
    bySurname: best.every(({ bySurname }) => bySurname),
  };
}

function longest(tokens: readonly Token[], from: number, names: Names): Match | null {
  const surname = names.person.length > 1 ? names.person.slice(-1) : [];
  const options = [
    matchRun(tokens, from, names.person, false),
    matchRun(tokens, from, names.company, false),
    matchRun(tokens, from, surname, true),
  ];
  return options.reduce(
    (best, match) => (match && match.length > (best?.length ?? 0) ? match : best),
    null,
  );
}

/** How many words of a name stand here in order; forms like "Ltd" may be left out at the end. */
function matchRun(
  tokens: readonly Token[],
  from: number,
  words: readonly string[],
  bySurname: boolean,
): Match | null {
  let length = 0;
  while (length < words.length && isSame(tokens[from + length], words[length])) length++;
  if (length === 0 || words.slice(0, length).every((word) => LEGAL_FORMS.has(word))) return null;
  const rest = words.slice(length).filter((word) => !LEGAL_FORMS.has(word));
  const initial = rest[0] !== undefined && tokens[from + length]?.key === rest[0][0];
  if (initial) length++;
  return { length, whole: !bySurname && (rest.length === 0 || initial), bySurname };
}

/** Possessives as well: "Tom’s assistant" names Tom. */
function isSame(token: Token | undefined, word: string | undefined): boolean {
  if (token === undefined || word === undefined) return false;
  return token.key === word || (isPossessive(token) && token.key.slice(0, -1) === word);
}

export function isPossessive(token: Token | undefined): boolean {
  return /['’]s$/i.test(token?.text ?? '');
}

function mayBeName(tokens: readonly Token[], { from, to, bySurname }: Mention): boolean {
  const words = tokens.slice(from, to).map(({ key }) => key);
  const before = tokens[from - 1]?.key ?? '';
  if (words.every(isCommon) && /^(i|we|he|she|they|it|who|you)$/.test(before)) return false;
  if (words.length > 1 || words.some((word) => !isCommon(word) && !LEGAL_FORMS.has(word))) {
    return true;
  }
  if (bySurname) return false;
  if (from === 0 && tokens[to]?.text.startsWith(':')) return true;
  if (placeOf(words[0] ?? '', WEEKDAYS) !== null) return false;
  if (from === 0 && DID.test(tokens[to]?.key ?? '')) return true;
  if (/^\d/.test(tokens[to]?.key ?? '')) return false;
  const beforeThat = tokens[from - 2]?.key ?? '';
  return (
    MET.test(before) ||
    (LED.test(before) &&
      /^(spoke|talked|chatted|speaking|call|chat|meeting|mtg|demo|zoom|message|msg|voicemail|vm|lvm|luck|up)$/.test(
        beforeThat,
      )) ||
    (from === 1 && tokens[0]?.kind === 'word' && MET.test(before))
  );
}
