import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** The number in E.164 form, in which two are the same, or null when it is none. */
export function phoneKey(text: string | null): string | null {
  if (text === null) return null;
  const number = parsePhoneNumberFromString(text, 'US');
  return number?.isPossible() ? number.number : null;
}
