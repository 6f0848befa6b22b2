import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';

/** What a button or menu entry carries: a prospect and the version it was drawn from. */
const rowValueSchema = z.object({
  v: z.literal(1),
  do: z.enum([
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
  id: z.uuid(),
  ver: z.number().int(),
});
export type RowDeed = z.infer<typeof rowValueSchema>['do'];
export type RowValue = { deed: RowDeed; prospectId: string; version: number };

// Dots instead of JSON: with a uuid it stays under the 75 characters every client takes.
export function writeRowValue({ deed, prospectId, version }: RowValue): string {
  return `1.${deed}.${prospectId}.${version}`;
}

/** Reads a row's value back; old or foreign forms get a sentence, not a guess. */
export function readRowValue(text: string): RowValue {
  const [v, deed, id, ver] = text.split('.');
  const parsed = rowValueSchema.safeParse({ v: Number(v), do: deed, id, ver: Number(ver) });
  if (!parsed.success) {
    throw new InvalidError('This button is too old. Use the newest message, or /followup list.');
  }
  return { deed: parsed.data.do, prospectId: parsed.data.id, version: parsed.data.ver };
}
