import fc from 'fast-check';
import { changeOwner } from '../../../src/services/change-owner.ts';
import { change, ownedBy, prospectAt, repOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, prospectNumber } from '../world.ts';
import { sayProspect } from './log.ts';
import { manager, who } from './who.ts';

/** DESIGN 2.9: a manager gives a prospect to somebody who is still there; dates and promises stay. */
export const giveProspect = defineVerb({
  name: 'change owner',
  weight: 2,
  drawn: fc.record({ prospect: who.prospect, rep: manager, to: fc.nat(4) }),
  intend(world, { prospect: drawn, rep, to }) {
    const { model, reps } = world;
    const actor = actorAt(world, rep);
    if (actor === null) return null;
    const at = prospectNumber(world, drawn);
    const prospect = prospectAt(model, at);
    return {
      words: `${repOf(model, actor).name} gives ${sayProspect(model, at)} to ${repOf(model, to).name}`,
      actor,
      refusals: [
        ...(repOf(model, actor).isManager ? [] : ['not_allowed' as const]),
        ...(repOf(model, to).isGone ? ['invalid' as const] : []),
        ...(prospect.state.owner === to ? ['conflict' as const] : []),
      ],
      answers: [],
      attempt: attempt(
        () =>
          changeOwner(contextOf(world, actor), {
            ...{ prospectId: prospect.id, toRepId: reps[to]?.id ?? '' },
          }),
        () => {
          const state = ownedBy(model, to, prospect.state);
          change(prospect, { verb: 'change_owner', state });
        },
      ),
    };
  },
});
