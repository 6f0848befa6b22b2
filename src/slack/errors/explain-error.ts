import { randomInt } from 'node:crypto';
import { MultipleListenerError } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { AppError, findUnavailable, InvalidError } from '../../domain/errors.ts';
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
};

/** Without characters that are mistaken for one another when read aloud. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const SLACK_SENTENCES: Record<string, string> = {
  expired_trigger_id: 'Slack did not wait long enough. Please try again.',
  exchanged_trigger_id: 'Slack did not wait long enough. Please try again.',
  invalid_trigger_id: 'Slack did not wait long enough. Please try again.',
  hash_conflict: 'This changed while you looked at it. Please try again.',
};

/** A known error becomes the sentence the person reads, an unknown one an apology with a code. */
export function explainError(error: unknown, options: ExplainOptions): Explanation {
  const cause = error instanceof MultipleListenerError ? error.originals[0] : error;
  if (cause instanceof InvalidFormError) {
    const [sentence = cause.message] = Object.values(cause.errors);
    return { sentence, errors: { ...cause.errors }, reference: null };
  }
  const unavailable = findUnavailable(cause);
  if (unavailable) {
    const reference = newReference();
    return { sentence: `${unavailable.message} (Code ${reference})`, errors: null, reference };
  }
  if (cause instanceof AppError) {
    const { message } = cause;
    const blockId = cause instanceof InvalidError ? blockOf(cause.field, options) : null;
    return {
      sentence: message,
      errors: blockId ? { [blockId]: message } : null,
      reference: null,
    };
  }
  const sentence = sentenceOfSlack(cause);
  if (sentence) return { sentence, errors: null, reference: null };
  const reference = newReference();
  return {
    sentence: `Something went wrong. Tell your admin the code ${reference}.`,
    errors: null,
    reference,
  };
}

function blockOf(field: string | null, { blockIds, fieldBlocks }: ExplainOptions): string | null {
  const wanted = field && (fieldBlocks?.[field] ?? field);
  return wanted && blockIds.includes(wanted) ? wanted : null;
}

function sentenceOfSlack(error: unknown): string | null {
  if (error instanceof WebAPIRateLimitedError) return 'Slack is busy. Try again in a minute.';
  if (!(error instanceof WebAPIPlatformError)) return null;
  return SLACK_SENTENCES[error.data.error] ?? null;
}

function newReference(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
