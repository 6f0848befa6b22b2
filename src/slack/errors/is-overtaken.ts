import { WebAPIPlatformError } from '@slack/web-api';

/** The form was submitted, closed or drawn again meanwhile: what a redraw would show is out of date. */
export function isOvertaken(error: unknown): boolean {
  if (!(error instanceof WebAPIPlatformError)) return false;
  return error.data.error === 'hash_conflict' || error.data.error === 'not_found';
}
