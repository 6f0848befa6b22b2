import { z } from 'zod';
import { keptSchema } from './kept.ts';

/** What the form must remember while it is open; it travels through the client, so nothing in it is trusted. */
const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  /** Where the answer goes: back to the digest row, ephemerally, or into the modal. */
  from: z.enum(['row', 'command', 'modal']),
  responseUrl: z.string().optional(),
  /** The answer takes the place of the one that was changed. */
  inPlace: z.boolean().optional(),
  query: z.string().optional(),
  /** The touch this form changes, and the version of its prospect the form was drawn from. */
  changes: z.string().optional(),
  version: z.number().int().optional(),
  revisitOn: z.string().optional(),
  kept: keptSchema.optional(),
});
export type LogTouchMeta = z.infer<typeof metaSchema>;

/** Reads what the form remembers; null when it is not this form's. */
export function readLogTouchMeta(privateMetadata: string): LogTouchMeta | null {
  try {
    const parsed = metaSchema.safeParse(JSON.parse(privateMetadata));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
