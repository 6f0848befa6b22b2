import { z } from 'zod';
import { NO_REASONS } from '../../../domain/touch.ts';

/** Slack's limit of what a view carries along. */
const METADATA_LENGTH = 3000;

const line = z.string().nullable();

/**
 * What was entered in inputs that come and go with the outcome and the prospect: Slack forgets an
 * input that is away. In the order in which there is room for them, the long one last.
 */
export const keptSchema = z
  .object({
    nextOn: line,
    nextTime: line,
    agreed: z.boolean(),
    revisitOn: line,
    askAgainOn: line,
    noReason: z.enum(NO_REASONS).nullable(),
    stopScope: z.enum(['all', 'channel']),
    phone: line,
    nextStep: line,
    email: line,
    company: line,
    name: line,
    /** The block of the name: each name somebody chose to add has its own. */
    nameBlock: z.string(),
    lesson: line,
  })
  .partial();
export type KeptEntries = z.infer<typeof keptSchema>;

/** What a form remembers with as many of the entries as fit. */
export function withKept<M extends object>(
  meta: M,
  entries: KeptEntries,
): M & { kept: KeptEntries } {
  let remembered = { ...meta, kept: {} };
  for (const name of keptSchema.keyof().options) {
    if (!entries[name]) continue;
    const more = { ...meta, kept: { ...remembered.kept, [name]: entries[name] } };
    if (JSON.stringify(more).length <= METADATA_LENGTH) remembered = more;
  }
  return remembered;
}
