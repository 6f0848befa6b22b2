import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';
import { HAND_OVER_SCOPES } from '../../domain/owned.ts';

const valueSchema = z.object({
  scope: z.enum(HAND_OVER_SCOPES),
  fromRepId: z.uuid(),
  toRepId: z.uuid(),
});
/** What the button that confirms a hand-over carries. */
export type HandOverValue = z.infer<typeof valueSchema>;

const VALUE = /^1\.(?<scope>[a-z]{1,10})\.(?<fromRepId>[0-9a-f-]{36})\.(?<toRepId>[0-9a-f-]{36})$/;

export function writeHandOverValue({ scope, fromRepId, toRepId }: HandOverValue): string {
  return `1.${scope}.${fromRepId}.${toRepId}`;
}

export function readHandOverValue(text: string): HandOverValue {
  const parsed = valueSchema.safeParse({ ...VALUE.exec(text)?.groups });
  if (parsed.success) return parsed.data;
  throw new InvalidError(({ handOver }) => handOver.buttonTooOld);
}
