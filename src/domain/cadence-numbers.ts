import { z } from 'zod';

const workingDays = z.number().int().min(1).max(30);
const calendarDays = z.number().int().min(7).max(365);

/** The numbers of the cadence, in one place; a workspace may override each within its range. */
export const cadenceNumbersSchema = z.object({
  /** Working days to wait after the 1st, 2nd, 3rd, 4th unanswered contact in a row; never the next day. */
  unansweredWaits: z.array(workingDays.min(2)).length(4).default([2, 3, 4, 5]),
  /** Nurture begins at so many unanswered in a row, with at least so many contacts. */
  nurtureStart: z
    .object({
      unansweredInARow: z.number().int().min(2).max(10),
      contacts: z.number().int().min(3),
    })
    .default({ unansweredInARow: 4, contacts: 5 }),
  /** Calendar days between useful messages in nurture; the last one repeats. */
  nurtureDays: z.array(calendarDays).min(1).max(12).default([21, 21, 42, 42, 90]),
  conversationWait: workingDays.default(3),
  wrongContactWait: workingDays.default(3),
  /** Clear working days between outbound touches by anybody. */
  guardWorkingDays: z.number().int().min(0).max(5).default(1),
  /** Follow-ups a day for a rep who has not chosen. */
  pace: z.number().int().min(5).max(60).default(15),
  /** Calendar days until a won prospect is looked at again. */
  revisitWonDays: calendarDays.default(14),
});

export type CadenceNumbers = z.infer<typeof cadenceNumbersSchema>;

export const DEFAULT_CADENCE: CadenceNumbers = cadenceNumbersSchema.parse({});
