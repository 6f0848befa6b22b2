import type { NamedWarning } from '../../domain/digest-model.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { TouchPlan } from '../../domain/plan-touch.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Outcome } from '../../domain/touch.ts';
import { en } from '../../domain/words/en.ts';
import type { Line } from './compose.ts';
import { sayDay } from './dates.ts';
import { warningLine } from './prospect-line.ts';
import { nextPieces } from './words.ts';

/** What the form says under the outcome: the proposal and its rule, a promise that stays, a warning. */
export function sayAdvice(
  {
    prospect,
    plan,
    warning,
  }: { prospect: Prospect; plan: TouchPlan; warning: NamedWarning | null },
  { today, zone, outcome }: { today: LocalDate; zone: string; outcome: Outcome | null },
): Line[] {
  const lines: Line[] = [];
  if (prospect.standing.status === 'stopped') {
    lines.push(['They asked us to stop: only “They got in touch” can be logged.']);
  }
  if (outcome !== null) lines.push(...planLines(plan, { today, zone, outcome }));
  if (warning) lines.push(warningLine(warning, { words: en, today }));
  return lines;
}

function planLines(
  plan: TouchPlan,
  { today, zone, outcome }: { today: LocalDate; zone: string; outcome: Outcome },
): Line[] {
  const next = plan.standing.next;
  if (plan.promise === 'stays' && next) {
    return [[`The promise for ${sayDay(next.on, today)} stays, unless you give a new date.`]];
  }
  if (outcome === 'not_now' || outcome === 'stop' || !next) return [];
  return [['Proposed: ', ...nextPieces(next, { today, zone }, { why: true }), '.']];
}
