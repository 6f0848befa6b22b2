import { en } from './words/en.ts';
import type { Sentence, Words } from './words/words.ts';

export const ERROR_CODES = [
  'not_found',
  'not_allowed',
  'invalid',
  'conflict',
  'unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * A fault with the sentence the person reads: what happened, to what, and what to do. Its message is
 * the sentence in English.
 */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  readonly #sentence: Sentence;
  constructor(code: ErrorCode, sentence: Sentence, options?: ErrorOptions) {
    super(sentence(en), options);
    this.code = code;
    this.#sentence = sentence;
  }

  /** The sentence in the language of whoever reads it. */
  say(words: Words): string {
    return this.#sentence(words);
  }
}

export class NotFoundError extends AppError {
  override name = 'NotFoundError';
  constructor(sentence: Sentence, options?: ErrorOptions) {
    super('not_found', sentence, options);
  }
}

export class NotAllowedError extends AppError {
  override name = 'NotAllowedError';
  constructor(sentence: Sentence, options?: ErrorOptions) {
    super('not_allowed', sentence, options);
  }
}

/** Wrong input. `field` is the name of the input as the service's argument calls it. */
export class InvalidError extends AppError {
  override name = 'InvalidError';
  readonly field: string | null;
  constructor(sentence: Sentence, field: string | null = null, options?: ErrorOptions) {
    super('invalid', sentence, options);
    this.field = field;
  }
}

/** Somebody else was faster, or the same request came with other values. */
export class ConflictError extends AppError {
  override name = 'ConflictError';
  constructor(sentence: Sentence, options?: ErrorOptions) {
    super('conflict', sentence, options);
  }
}

/**
 * The database could not do its work, and may in a moment. `unclear`: what was asked may have been
 * saved all the same, so it is repeated only where a repeat is recognised.
 */
export class UnavailableError extends AppError {
  override name = 'UnavailableError';
  readonly why: keyof Words['faults']['unavailable'];
  constructor(why: keyof Words['faults']['unavailable'], options?: ErrorOptions) {
    super('unavailable', ({ faults }) => faults.unavailable[why], options);
    this.why = why;
  }
}

/** The absence an error tells of, itself or by its cause: a query's error has it as its cause. */
export function findUnavailable(error: unknown): UnavailableError | null {
  if (!(error instanceof Error)) return null;
  return error instanceof UnavailableError ? error : findUnavailable(error.cause);
}
