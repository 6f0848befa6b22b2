import type { Channel, Interest, NoReason, Outcome } from '../touch.ts';
import {
  CHANNEL_PATTERNS,
  INTEREST_PATTERNS,
  OUTCOME_PATTERNS,
  REASON_PATTERNS,
  STOP_CHANNELS,
  WEAK_CHANNELS,
} from './report-words.ts';

export type Happened = {
  outcome: Outcome | null;
  channel: Channel | null;
  interest: Interest | null;
  noReason: NoReason | null;
  stopChannel: Channel | null;
  /** Where the words of the outcome end. */
  end: number;
};

/** A word that takes back what would end the chase: "almost said yes". */
const HEDGE =
  / (?:almost|nearly|might|may|maybe|perhaps|probably|possibly|could|would|likely|hopefully|about to|thinks|if|unless|until|leaning|verbally|basically|sounds like|seems) /;
const FINAL: readonly Outcome[] = ['yes', 'no', 'stop', 'wrong_contact'];
/** Somebody around the prospect is not the prospect. */
const HEARSAY =
  / @ poss (?:\S+ )?(?:assistant|boss|manager|pa|ea|secretary|wife|husband|colleague|partner|team|receptionist|ceo|cfo|coo|cto|son|daughter|brother|sister|friend|lawyer|coworker) /;

/** When the first of a pair is told, the second is only how it came about. */
const COVERS: [Outcome, readonly Outcome[]][] = [
  ['stop', ['no', 'not_now', 'spoke', 'they_got_in_touch', 'sent']],
  ['missed_appointment', ['sent', 'no_answer', 'spoke']],
  ['wrong_contact', ['sent', 'no_answer', 'spoke', 'they_got_in_touch']],
  ['yes', ['spoke', 'they_got_in_touch', 'sent']],
  ['no', ['spoke', 'they_got_in_touch', 'sent']],
  ['not_now', ['spoke', 'they_got_in_touch', 'sent']],
  ['they_got_in_touch', ['spoke', 'sent']],
  ['spoke', ['sent']],
  ['sent', ['no_answer']],
];

/**
 * What a report says happened: the outcome its words agree on, or null when there is none or when they
 * contradict each other ("said yes and then no").
 * @example readHappened(' called @ , no answer ').outcome //=> 'no_answer'
 */
export function readHappened(line: string): Happened {
  const told = Object.entries(OUTCOME_PATTERNS).flatMap(([outcome, patterns]) => {
    const end = lastEnd(line, patterns.join('|'));
    return end === null ? [] : [{ outcome: outcome as Outcome, end }];
  });
  const outcome = agreeing(
    told.map((one) => one.outcome),
    line,
  );
  return {
    outcome,
    channel: channelOf(line, outcome),
    interest: negatedInterest(line) ? null : lastOf(line, INTEREST_PATTERNS),
    noReason: outcome === 'no' ? onlyOf(line, REASON_PATTERNS) : null,
    stopChannel: outcome === 'stop' ? onlyOf(line, STOP_CHANNELS) : null,
    end: Math.max(0, ...told.map((one) => one.end)),
  };
}

function agreeing(told: readonly Outcome[], line: string): Outcome | null {
  if (told.length === 0 || HEARSAY.test(line)) return null;
  if (HEDGE.test(line) && told.some((one) => FINAL.includes(one))) return null;
  // "Emailed, no reply" waits for an answer to that very message.
  const [a, b, more] = told;
  if (
    a === 'no_answer' &&
    b === 'sent' &&
    !more &&
    / (?:emailed|mailed|texted|txt|messaged|pinged|dmed|whatsapped|sent)(?: [^ .,]+)* , (?:still )?no (?:reply|response|answer) /.test(
      line,
    )
  ) {
    return 'no_answer';
  }
  const top = told.find((one) => {
    const covered = COVERS.find(([above]) => above === one)?.[1] ?? [];
    return told.every((other) => other === one || covered.includes(other));
  });
  return top ?? null;
}

function channelOf(line: string, outcome: Outcome | null): Channel | null {
  const strong = CHANNEL_PATTERNS.flatMap(([channel, pattern]) =>
    placesOf(line, pattern).map((place) => ({ channel, place })),
  ).toSorted((a, b) => a.place - b.place);
  const direct = strong.filter(({ channel }) => channel === 'video' || channel === 'social');
  if (direct[0]) return direct[0].channel;
  // "No answer, so I emailed": the message is what was left behind.
  const chosen = outcome === 'sent' ? strong.at(-1) : strong[0];
  if (chosen) return chosen.channel;
  return lastOf(line, outcome === 'sent' ? WEAK_CHANNELS : WEAK_CHANNELS.slice(0, 1));
}

function negatedInterest(line: string): boolean {
  return / (?:not|isnt|arent|wasnt|no longer)(?: \S+)? (?:interested|keen|hot|warm) /.test(line);
}

function lastOf<T>(line: string, patterns: readonly (readonly [T, string])[]): T | null {
  const ends = patterns.flatMap(([value, pattern]) => {
    const end = lastEnd(line, pattern);
    return end === null ? [] : [{ value, end }];
  });
  // Of two that end at the same word the later row says more: "very interested" over "interested".
  return (
    ends.reduce<{ value: T; end: number } | null>(
      (best, one) => (best === null || one.end >= best.end ? one : best),
      null,
    )?.value ?? null
  );
}

function onlyOf<T>(line: string, patterns: readonly (readonly [T, string])[]): T | null {
  const found = patterns.filter(([, pattern]) => lastEnd(line, pattern) !== null);
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

function placesOf(line: string, pattern: string): number[] {
  return [...line.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))].map(({ index }) => index);
}

function lastEnd(line: string, pattern: string): number | null {
  const found = [...line.matchAll(new RegExp(`(?<= )(?:${pattern})(?= )`, 'g'))].at(-1);
  return found ? found.index + found[0].length : null;
}
