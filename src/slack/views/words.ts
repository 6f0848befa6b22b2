import type { LocalDate } from '../../domain/local-date.ts';
import type { NextStep, Prospect, Rule, Standing } from '../../domain/prospect.ts';
import type { Touch } from '../../domain/touch.ts';
import { en } from '../../domain/words/en.ts';
import { type LocalTime, localTimeOf } from '../../domain/zone.ts';
import type { Piece } from './compose.ts';
import * as next from './say-next.ts';

export const CHANNEL_LABELS = en.labels.channels;
export const OUTCOME_LABELS = en.labels.outcomes;
export const NO_REASON_LABELS = en.labels.noReasons;
export const NOT_A_PROSPECT_LABELS = en.labels.notAProspectReasons;
export const INTEREST_LABELS = en.labels.interests;
export const STATUS_LABELS = en.labels.statuses;

export function sayAction(step: Pick<NextStep, 'action' | 'channel'>): string {
  return en.steps.action(step);
}

export function nextPieces(
  step: NextStep,
  day: { today: LocalDate; zone: string },
  { why }: { why: boolean },
): Piece[] {
  return next.nextPieces(step, { ...day, words: en, why });
}

export function sayTouch(touch: Pick<Touch, 'channel' | 'outcome'>): string {
  return en.labels.touch(touch);
}

export function sayEnded(standing: Standing, today: LocalDate): string {
  return en.steps.ended(standing, today);
}

export function sayClosedReason({ closedReason }: Pick<Prospect, 'closedReason'>): string {
  return en.labels.closedReason(closedReason);
}

export function sayRule(rule: Rule): string {
  return en.steps.rule(rule);
}

export function sayWhen(
  step: Pick<NextStep, 'on' | 'at'>,
  day: { today: LocalDate; zone: string },
): string {
  return next.sayWhen(step, { ...day, words: en });
}

export function timeIn(at: Date, zone: string): LocalTime {
  return localTimeOf(at, zone);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
