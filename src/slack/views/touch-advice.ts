import type { NamedWarning } from '../../domain/digest-model.ts';
import type { TouchPlan } from '../../domain/plan-touch.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Outcome } from '../../domain/touch.ts';
import type { Line } from './compose.ts';
import { warningLine } from './prospect-line.ts';
import { nextPieces, type Reader } from './say-next.ts';

/** What the form says under the outcome: the proposal and its rule, a promise that stays, a warning. */
export function sayAdvice(
  {
    prospect,
    plan,
    warning,
  }: { prospect: Prospect; plan: TouchPlan; warning: NamedWarning | null },
  { outcome, ...reader }: Reader & { outcome: Outcome | null },
): Line[] {
  const isStopped = prospect.standing.status === 'stopped';
  return [
    ...(isStopped ? [[reader.words.logForm.onlyTheyGotInTouch]] : []),
    ...(outcome === null ? [] : planLines(plan, { ...reader, outcome })),
    ...(warning ? [warningLine(warning, reader)] : []),
  ];
}

function planLines(plan: TouchPlan, { outcome, ...reader }: Reader & { outcome: Outcome }): Line[] {
  const { logForm, dates } = reader.words;
  const next = plan.standing.next;
  if (plan.promise === 'stays' && next) {
    return [[logForm.promiseStays(dates.day(next.on, reader.today))]];
  }
  if (outcome === 'not_now' || outcome === 'stop' || !next) return [];
  return [logForm.proposed(nextPieces(next, { ...reader, why: true }))];
}
