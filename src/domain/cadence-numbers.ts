import { z } from 'zod';

export type Range = { min: number; max: number };
export type ListRange = Range & { fewest: number; most: number };

/** Within which a workspace may set each of the cadence's numbers; lists say how many they hold. */
export const CADENCE_RANGES = {
  unansweredWaits: { min: 2, max: 30, fewest: 4, most: 4 },
  unansweredInARow: { min: 2, max: 10 },
  contacts: { min: 3, max: 20 },
  nurtureDays: { min: 7, max: 365, fewest: 1, most: 12 },
  conversationWait: { min: 1, max: 30 },
  wrongContactWait: { min: 1, max: 30 },
  guardWorkingDays: { min: 0, max: 5 },
  pace: { min: 5, max: 60 },
  revisitWonDays: { min: 7, max: 365 },
} as const;

const within = ({ min, max }: Range) => z.number().int().min(min).max(max);
const listOf = ({ fewest, most, ...range }: ListRange) =>
  z.array(within(range)).min(fewest).max(most);
const ranges = CADENCE_RANGES;

/** The numbers of the cadence, in one place; a workspace may override each within its range. */
export const cadenceNumbersSchema = z.object({
  /** Working days to wait after the 1st, 2nd, 3rd, 4th unanswered contact in a row; never the next day. */
  unansweredWaits: listOf(ranges.unansweredWaits).default([2, 3, 4, 5]),
  /** Nurture begins at so many unanswered in a row, with at least so many contacts. */
  nurtureStart: z
    .object({
      unansweredInARow: within(ranges.unansweredInARow),
      contacts: within(ranges.contacts),
    })
    .default({ unansweredInARow: 4, contacts: 5 }),
  /** Calendar days between useful messages in nurture; the last one repeats. */
  nurtureDays: listOf(ranges.nurtureDays).default([21, 21, 42, 42, 90]),
  conversationWait: within(ranges.conversationWait).default(3),
  wrongContactWait: within(ranges.wrongContactWait).default(3),
  /** Clear working days between outbound touches by anybody. */
  guardWorkingDays: within(ranges.guardWorkingDays).default(1),
  /** Follow-ups a day for a rep who has not chosen. */
  pace: within(ranges.pace).default(15),
  /** Calendar days until a won prospect is looked at again. */
  revisitWonDays: within(ranges.revisitWonDays).default(14),
});

export type CadenceNumbers = z.infer<typeof cadenceNumbersSchema>;

export const DEFAULT_CADENCE: CadenceNumbers = cadenceNumbersSchema.parse({});

/**
 * The numbers a workspace works with: its own where they are right, the default for each of the others.
 * @example readCadenceNumbers({ pace: 20, conversationWait: 99 }).conversationWait //=> 3
 */
export function readCadenceNumbers(stored: Readonly<Record<string, unknown>>): CadenceNumbers {
  const right = Object.entries(cadenceNumbersSchema.shape).flatMap(([name, field]) =>
    field.safeParse(stored[name]).success ? [[name, stored[name]]] : [],
  );
  return cadenceNumbersSchema.parse(Object.fromEntries(right));
}

/**
 * What a workspace changed of the defaults: only that is stored, so that a better default reaches it.
 * @example changedNumbers({ ...DEFAULT_CADENCE, pace: 20 }) //=> { pace: 20 }
 */
export function changedNumbers(numbers: CadenceNumbers): Partial<CadenceNumbers> {
  const isDefault = (name: string) =>
    JSON.stringify(numbers[name as keyof CadenceNumbers]) ===
    JSON.stringify(DEFAULT_CADENCE[name as keyof CadenceNumbers]);
  return Object.fromEntries(Object.entries(numbers).filter(([name]) => !isDefault(name)));
}
