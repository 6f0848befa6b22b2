import fc from 'fast-check';
import { revisitProspect } from '../../../src/services/revisit-prospect.ts';
import { plus } from '../days.ts';
import {
  change,
  closedAs,
  firstDayFor,
  type ModelProspect,
  mayDecide,
  prospectAt,
  repOf,
  restart,
  type State,
} from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf, type World } from '../world.ts';
import { sayProspect } from './log.ts';
import { who, whoIn } from './who.ts';

type Deed = 'reopen' | 'later' | 'drop';

/** DESIGN 2.4 and 2.5: on its day a won or lost one is re-opened, due at once; put off; or dropped. */
export const revisit = defineVerb({
  name: 'revisit',
  weight: 3,
  drawn: fc.record({ ...who, deed: fc.constantFrom<Deed>('reopen', 'reopen', 'later', 'drop') }),
  intend(world, { rep, prospect: drawn, deed }) {
    const { model } = world;
    const closed = closedIn(world);
    // Of open ones it is refused; that is asked once in a while.
    if (closed.length === 0 && drawn % 8 !== 0) return null;
    const found = whoIn(world, { rep, prospect: closed[drawn % closed.length] ?? drawn });
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const { status } = prospect.state;
    return {
      words: `${repOf(model, actor).name} chooses ${deed} for ${sayProspect(model, at)}`,
      actor,
      refusals: [
        ...(mayDecide(model, actor, prospect) ? [] : ['not_allowed' as const]),
        ...(status === 'open' ? ['conflict' as const] : []),
        ...(status === 'stopped' ? ['invalid' as const] : []),
        ...(status === 'not_a_prospect' && deed !== 'reopen' ? ['invalid' as const] : []),
      ],
      answers: [at],
      attempt: attempt(
        () => revisitProspect(contextOf(world, actor), { prospectId: prospect.id, deed }),
        () =>
          change(prospect, {
            verb: deed,
            by: actor,
            state: stateAfter(world, prospect, { deed, actor }),
          }),
      ),
    };
  },
});

function closedIn({ model }: World): number[] {
  return model.prospects.flatMap(({ state }, at) => (state.status === 'open' ? [] : [at]));
}

function stateAfter(
  { model }: World,
  { state }: ModelProspect,
  { deed, actor }: { deed: Deed; actor: number },
): State {
  if (deed === 'reopen') return restart(model, { state, actor, rule: 'reopened' });
  const today = firstDayFor(model, repOf(model, state.owner));
  // DESIGN names no distance for "Later": 30 days, as the button says.
  return closedAs(state.status, state, deed === 'later' ? plus(today, 30) : null);
}
