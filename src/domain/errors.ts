export const ERROR_CODES = ['not_found', 'not_allowed', 'invalid', 'conflict'] as const;
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
