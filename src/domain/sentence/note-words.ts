import type { When } from './find-whens.ts';
import { isPossessive, type Mention } from './mentions.ts';
import { leadOf, ownStepAfter } from './next-part.ts';
import type { Outline } from './outline.ts';
import {
  GLUE,
  PLAIN_CHANNELS,
  PLAIN_INTERESTS,
  PLAIN_OUTCOMES,
  PLAIN_REASONS,
} from './plain-words.ts';
import type { Said } from './reading.ts';
import type { Token } from './tokens.ts';

type Understood = {
  said: Omit<Said, 'note'>;
  /** Where the next step begins in the outline. */
  next: number | null;
  /** Whom it may be about; who is not among them is named in the note. */
  ids: readonly string[];
  /** Words that seem to name somebody who is not here. */
  about: string | null;
};

/** Tokens `from` up to, not including, `to`. */
type Span = { from: number; to: number };

/**
 * What a sentence says beyond what was understood: the clauses with a word of their own, without what
 * leads to it. Null when nothing is left.
 * @example noteOf(outlineOf('Spoke to Tom, budget is 20k, send pricing Thursday', …), …) //=> 'budget is 20k'
 */
export function noteOf(outline: Outline, understood: Understood): string | null {
  const step = knownStep(outline, understood);
  const known = knownTokens(outline, { ...understood, step });
  const kept = clausesOf(outline).flatMap((clause) => {
    const rest = restOf(outline, clause, { known, step });
    return rest === null ? [] : [rest];
  });
  const note = kept.map(
    (span, index) => `${between(outline, kept[index - 1], span)}${wordsIn(outline, span)}`,
  );
  return note.join('') || null;
}

/** Places of the tokens that say only what was understood. */
function knownTokens(
  outline: Outline,
  { step, ...understood }: Understood & { step: Span | null },
): Set<number> {
  const spans = [
    ...knownMentions(outline, understood),
    ...plainSpans(outline, understood),
    ...(step ? [step] : []),
  ];
  const known = new Set(spans.flatMap(placesOf));
  for (const when of outline.whens) {
    for (const place of placesOf(when)) {
      if (isKept(when, understood)) known.add(place);
      else known.delete(place);
    }
  }
  return known;
}

function placesOf({ from, to }: Span): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}

function knownMentions({ text, tokens, mentions }: Outline, { ids, about }: Understood): Span[] {
  const start = about === null ? -1 : text.indexOf(about);
  const end = start + (about?.length ?? 0);
  const inName = tokens.flatMap((token, index) =>
    start >= 0 && token.start >= start && token.end <= end ? [{ from: index, to: index + 1 }] : [],
  );
  const named = mentions.filter(
    (mention) =>
      mention.ids.some((id) => ids.includes(id)) && !isPossessive(tokens[mention.to - 1]),
  );
  return [...inName, ...named];
}

/** The time at which something happened is kept nowhere else. */
function isKept({ day, time }: When, { said }: Understood): boolean {
  return day?.kind !== 'unclear' && (time === null || time === said.nextTime);
}

function knownStep({ tokens, line, tokenAt }: Outline, { said, next }: Understood): Span | null {
  if (next === null) return null;
  const start = ownStepAfter(line, next) ?? next;
  const lead = start + leadOf(line.slice(start));
  const from = tokenAt(start);
  if (lead >= line.length) return { from, to: tokens.length };
  if (said.nextStep === null || said.nextStep.endsWith('…')) return { from, to: tokenAt(lead) };
  const end = tokens.findIndex((token, at) => at >= tokenAt(lead) && token.kind === 'break');
  return { from, to: end < 0 ? tokens.length : end };
}

function plainSpans({ line, tokenAt }: Outline, { said, next }: Understood): Span[] {
  const { outcome, channel, interest, noReason } = said;
  const patterns = [
    outcome && PLAIN_OUTCOMES[outcome],
    channel && PLAIN_CHANNELS[channel],
    interest && PLAIN_INTERESTS[interest],
    noReason && PLAIN_REASONS[noReason],
  ].filter(Boolean);
  return patterns.flatMap((pattern) =>
    [
      ...line
        .slice(0, next ?? line.length)
        .matchAll(new RegExp(`(?<= )(?:${pattern})(?= |$)`, 'g')),
    ].map(({ index, 0: found }) => ({
      from: tokenAt(index),
      to: tokenAt(index + found.length - 1) + 1,
    })),
  );
}

/** Runs of words between marks; a mark inside a word, as of an address, parts nothing. */
function clausesOf({ text, tokens }: Outline): Span[] {
  const ends = tokens.flatMap((token, at) => (parts(text, token) ? [at] : []));
  return [...ends, tokens.length].map((to, index) => ({ from: (ends[index - 1] ?? -1) + 1, to }));
}

function parts(text: string, { kind, end, text: mark }: Token): boolean {
  return kind === 'break' && (/\s/.test(mark) || /^(?:\s|$)/.test(text.slice(end)));
}

/** The clause without what leads to its own words, or the step behind them; null when it has none. */
function restOf(
  { tokens, mentions, whens }: Outline,
  clause: Span,
  { known, step }: { known: ReadonlySet<number>; step: Span | null },
): Span | null {
  const isOwn = (at: number) =>
    !known.has(at) && tokens[at]?.kind === 'word' && !GLUE.has(tokens[at].key);
  const places = placesOf(clause);
  const first = places.find(isOwn);
  if (first === undefined) return null;
  const isLead = (at: number) =>
    tokens[at]?.kind === 'break' ||
    (known.has(at) && !whens.some((when) => at >= when.from && at < when.to));
  const from = (places.findLast((at) => at < first && isLead(at)) ?? clause.from - 1) + 1;
  const isBehind =
    step !== null && step.from > first && !places.some((at) => at >= step.from && isOwn(at));
  return {
    from: nameBefore(tokens, mentions, from) ?? from,
    to: isBehind ? Math.min(step.from, clause.to) : clause.to,
  };
}

/** "Dana Ray" with Dana here: the surname nobody has keeps its first name. */
function nameBefore(tokens: readonly Token[], mentions: readonly Mention[], from: number) {
  const isName = /^\p{Lu}/u.test(tokens[from]?.text ?? '');
  return isName ? mentions.find(({ to }) => to === from)?.from : undefined;
}

function between({ text, tokens }: Outline, before: Span | undefined, { from }: Span): string {
  if (!before) return '';
  const marks = tokens.slice(before.to, from);
  if (marks.some(({ kind }) => kind === 'word')) return '; ';
  return text.slice(tokens[before.to - 1]?.end ?? 0, tokens[from]?.start ?? 0);
}

/** Signs that are no tokens, as of a currency, stay with their words. */
function wordsIn({ text, tokens }: Outline, { from, to }: Span): string {
  const lead = text.slice(tokens[from - 1]?.end ?? 0, tokens[from]?.start ?? 0).trimStart();
  const rest = text.slice(tokens[from]?.start ?? 0, tokens[to]?.start ?? text.length);
  return `${lead}${rest}`.trim();
}
