export const ERROR_CODES = [
  'not_found',
  'not_allowed',
  'invalid',
  'conflict',
  'unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A fault whose message is the sentence the person reads: what happened, to what, and what to do. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export class NotFoundError extends AppError {
  override name = 'NotFoundError';
  constructor(message: string, options?: ErrorOptions) {
    super('not_found', message, options);
  }
}

export class NotAllowedError extends AppError {
  override name = 'NotAllowedError';
  constructor(message: string, options?: ErrorOptions) {
    super('not_allowed', message, options);
  }
}

/** Wrong input. `field` is the name of the input as the service's argument calls it. */
export class InvalidError extends AppError {
  override name = 'InvalidError';
  readonly field: string | null;
  constructor(message: string, field: string | null = null, options?: ErrorOptions) {
    super('invalid', message, options);
    this.field = field;
  }
}

/** Somebody else was faster, or the same request came with other values. */
export class ConflictError extends AppError {
  override name = 'ConflictError';
  constructor(message: string, options?: ErrorOptions) {
    super('conflict', message, options);
  }
}

const UNAVAILABLE = {
  lost: 'Followup cannot reach its database. Nothing was saved: please try again in a minute.',
  busy: 'The database is busy. Nothing was saved: please try again in a moment.',
  unclear: 'The database went away while saving. Please submit this again: it is saved only once.',
};

/**
 * The database could not do its work, and may in a moment. `unclear`: what was asked may have been
 * saved all the same, so it is repeated only where a repeat is recognised.
 */
export class UnavailableError extends AppError {
  override name = 'UnavailableError';
  readonly why: keyof typeof UNAVAILABLE;
  constructor(why: keyof typeof UNAVAILABLE, options?: ErrorOptions) {
    super('unavailable', UNAVAILABLE[why], options);
    this.why = why;
  }
}

/** The absence an error tells of, itself or by its cause: a query's error has it as its cause. */
export function findUnavailable(error: unknown): UnavailableError | null {
  if (!(error instanceof Error)) return null;
  return error instanceof UnavailableError ? error : findUnavailable(error.cause);
}
