import { knownChannelsOf } from './known-channels.ts';
import type { LocalDate } from './local-date.ts';
import type { Action, NextStep, Prospect } from './prospect.ts';
import { type Channel, isOutbound, type TouchFact } from './touch.ts';

/** Why somebody is chased again: re-opened by their owner, or a stop was lifted. */
export type RestartRule = 'reopened' | 'lifted';

const PREFERRED: readonly Channel[] = ['call', 'email'];

/**
 * The next step of somebody who is chased again: who said Yes or No is asked again, others are tried
 * again, or reached for the first time. Never on a channel they asked us not to use.
 * @example
 * // Dana said No in August; re-opened on Tue 17 Nov 2026.
 * restartStep(dana, { touches: [august], on: '2026-11-17', rule: 'reopened' }).action //=> 'ask_again'
 */
export function restartStep(
  prospect: Prospect,
  { touches, on, rule }: { touches: readonly TouchFact[]; on: LocalDate; rule: RestartRule },
): NextStep {
  const known = knownChannelsOf(prospect, touches);
  return {
    on,
    at: null,
    action: actionOf(prospect, touches),
    step: null,
    channel: PREFERRED.find((way) => known.includes(way)) ?? known[0] ?? null,
    promised: false,
    rule: { kind: rule },
  };
}

function actionOf({ standing, importedContacts }: Prospect, touches: readonly TouchFact[]): Action {
  if (standing.status === 'won' || standing.status === 'lost') return 'ask_again';
  const isKnown = importedContacts > 0 || touches.some(({ outcome }) => isOutbound(outcome));
  return isKnown ? 'try_again' : 'first_contact';
}
