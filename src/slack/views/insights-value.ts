import { z } from 'zod';
import { InvalidError } from '../../domain/errors.ts';
import { INSIGHT_DAYS, type InsightDays } from '../../domain/insights.ts';
import type { InsightScope } from '../../domain/insights-model.ts';

export type InsightsChoice = { scope: InsightScope; days: InsightDays };

const DEFAULT_DAYS: InsightDays = 90;
const daysSchema = z.coerce.number().pipe(z.union(INSIGHT_DAYS.map((days) => z.literal(days))));
const choiceSchema = z.object({ scope: z.enum(['me', 'team']), days: daysSchema });

/** What a button of insights carries. */
export function writeInsightsValue({ scope, days }: InsightsChoice): string {
  return `1.${scope}.${days}`;
}

/** Reads a button's value back; an old or foreign one gets a sentence. */
export function readInsightsValue(text: string): InsightsChoice {
  const [version, scope, days] = text.split('.');
  const parsed = choiceSchema.safeParse({ scope, days });
  if (version === '1' && parsed.success) return parsed.data;
  throw new InvalidError(({ insights }) => insights.buttonTooOld);
}

/**
 * Reads the words after `/followup insights`, in any order: whose, and how many days. Unless told, a
 * rep sees their own touches and a manager the team's, over 90 days.
 * @throws InvalidError for any other word.
 */
export function readInsightsWords(
  rest: string,
  { isManager }: { isManager: boolean },
): InsightsChoice {
  const choice: InsightsChoice = { scope: isManager ? 'team' : 'me', days: DEFAULT_DAYS };
  for (const word of rest.toLowerCase().split(/\s+/).filter(Boolean)) {
    if (word === 'me' || word === 'team') choice.scope = word;
    else choice.days = readDays(word);
  }
  return choice;
}

function readDays(word: string): InsightDays {
  const days = INSIGHT_DAYS.find((known) => String(known) === word);
  if (days !== undefined) return days;
  throw new InvalidError(({ insights }) => insights.whoseAndHowFar);
}
