import { randomInt } from 'node:crypto';
import { MultipleListenerError } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { AppError, findUnavailable, InvalidError } from '../../domain/errors.ts';
import type { Sentence, Words } from '../../domain/words/words.ts';
import { InvalidFormError } from './invalid-form-error.ts';

/** What the person reads, and the code that finds the log line when the fault is ours. */
export type Explanation = {
  sentence: string;
  /** By block id, when fields of a form are at fault. */
  errors: Record<string, string> | null;
  reference: string | null;
};

export type ExplainOptions = {
  /** Block ids of the form, so that a service's field finds its block. */
  blockIds: readonly string[];
  /** Which block asks for which of the service's fields, when they are not called the same. */
  fieldBlocks?: Readonly<Record<string, string>>;
  /** The language of the person who reads it. */
  words: Words;
};

/** Without characters that are mistaken for one another when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const SLACK_FAULTS: Readonly<Record<string, Sentence>> = {
  expired_trigger_id: ({ faults }) => faults.slackDidNotWait,
  exchanged_trigger_id: ({ faults }) => faults.slackDidNotWait,
  invalid_trigger_id: ({ faults }) => faults.slackDidNotWait,
  hash_conflict: ({ faults }) => faults.changedMeanwhile,
};

/** A known error becomes the sentence the person reads, an unknown one an apology with a code. */
export function explainError(error: unknown, options: ExplainOptions): Explanation {
  const { words } = options;
  const cause = error instanceof MultipleListenerError ? error.originals[0] : error;
  if (cause instanceof InvalidFormError) return explainForm(cause, words);
  const unavailable = findUnavailable(cause);
  if (unavailable) {
    const reference = newReference();
    const sentence = words.faults.withCode(unavailable.say(words), reference);
    return { sentence, errors: null, reference };
  }
  if (cause instanceof AppError) {
    const sentence = cause.say(words);
    const blockId = cause instanceof InvalidError ? blockOf(cause.field, options) : null;
    return { sentence, errors: blockId ? { [blockId]: sentence } : null, reference: null };
  }
  const known = faultOfSlack(cause);
  if (known) return { sentence: known(words), errors: null, reference: null };
  const reference = newReference();
  return { sentence: words.faults.ours(reference), errors: null, reference };
}

function explainForm({ errors }: InvalidFormError, words: Words): Explanation {
  const said = Object.entries(errors).map(([blockId, say]) => [blockId, say(words)] as const);
  const sentence = said[0]?.[1] ?? words.faults.formHasProblems;
  return { sentence, errors: Object.fromEntries(said), reference: null };
}

function blockOf(field: string | null, { blockIds, fieldBlocks }: ExplainOptions): string | null {
  const wanted = field && (fieldBlocks?.[field] ?? field);
  return wanted && blockIds.includes(wanted) ? wanted : null;
}

function faultOfSlack(error: unknown): Sentence | null {
  if (error instanceof WebAPIRateLimitedError) return ({ faults }) => faults.slackIsBusy;
  if (!(error instanceof WebAPIPlatformError)) return null;
  return SLACK_FAULTS[error.data.error] ?? null;
}

function newReference(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
