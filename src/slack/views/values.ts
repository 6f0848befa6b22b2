import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';
import { NOT_A_PROSPECT_REASONS } from '../../domain/prospect.ts';
import type { HeldPair } from '../../domain/same-person.ts';

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
    ...NOT_A_PROSPECT_REASONS,
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
  throw new InvalidError(({ faults }) => faults.buttonTooOld);
}

const prospectValueSchema = rowValueSchema.pick({ prospectId: true, version: true });
/** A prospect as a button saw it. */
export type ProspectValue = z.infer<typeof prospectValueSchema>;

const PROSPECT_VALUE = /^1\.(?<prospectId>[0-9a-f-]{36})\.(?<version>\d{1,10})$/;

export function writeProspectValue({ prospectId, version }: ProspectValue): string {
  return `1.${prospectId}.${version}`;
}

export function readProspectValue(text: string | undefined): ProspectValue {
  const groups = PROSPECT_VALUE.exec(text ?? '')?.groups;
  const parsed = prospectValueSchema.safeParse({ ...groups });
  if (parsed.success) return parsed.data;
  throw new InvalidError(({ faults }) => faults.buttonTooOld);
}

const heldValueSchema = z.object({ prospectId: z.uuid(), stoppedProspectId: z.uuid() });
const HELD_VALUE = /^1\.(?<prospectId>[0-9a-f-]{36})\.(?<stoppedProspectId>[0-9a-f-]{36})$/;

export function writeHeldValue({ prospectId, stoppedProspectId }: HeldPair): string {
  return `1.${prospectId}.${stoppedProspectId}`;
}

export function readHeldValue(text: string | undefined): HeldPair {
  const parsed = heldValueSchema.safeParse({ ...HELD_VALUE.exec(text ?? '')?.groups });
  if (parsed.success) return parsed.data;
  throw new InvalidError(({ faults }) => faults.buttonTooOld);
}
