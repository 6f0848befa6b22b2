import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';

/** What an entry of a row's menu carries: what to do, to whom, and the version it was drawn from. */
const rowValueSchema = z.object({
  deed: z.enum([
    'no_answer',
    'sent',
    'spoke',
    'more',
    'tomorrow',
    'in_three',
    'pick',
    'reopen',
    'later',
    'drop',
  ]),
  prospectId: z.uuid(),
  version: z.coerce.number().int().max(2_147_483_647),
});
export type RowValue = z.infer<typeof rowValueSchema>;
export type RowDeed = RowValue['deed'];

// "1.sent.5f0c….3", the first number being the form's own version. Dots instead of JSON: with a uuid it
// stays under the 75 characters every client takes.
const ROW_VALUE = /^1\.(?<deed>[a-z_]{1,20})\.(?<prospectId>[0-9a-f-]{36})\.(?<version>\d{1,10})$/;

export function writeRowValue({ deed, prospectId, version }: RowValue): string {
  return `1.${deed}.${prospectId}.${version}`;
}

/** Reads a row's value back; old or foreign forms get a sentence, not a guess. */
export function readRowValue(text: string): RowValue {
  const parsed = rowValueSchema.safeParse({ ...ROW_VALUE.exec(text)?.groups });
  if (parsed.success) return parsed.data;
  throw new InvalidError('This button is too old. Use the newest message, or /followup list.');
}
