import { WebAPIPlatformError } from '@slack/web-api';

/** The form was submitted, closed or drawn again meanwhile: what a redraw would show is out of date. */
export function isOvertaken(error: unknown): boolean {
  return hasSlackError(error, 'hash_conflict') || hasSlackError(error, 'not_found');
}

export function hasSlackError(error: unknown, code: string): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === code;
}
