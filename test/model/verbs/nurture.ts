import fc from 'fast-check';
import { nurtureProspect } from '../../../src/services/nurture-prospect.ts';
import { proposeRest } from '../cadence.ts';
import { change, mayDecide, openWith, prospectAt, repOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf } from '../world.ts';
import { sayProspect } from './log.ts';
import { who, whoIn } from './who.ts';

/** DESIGN 2.5: "not worth chasing" lets somebody rest in the slow rhythm; it is no snooze. */
export const nurture = defineVerb({
  name: 'nurture',
  weight: 2,
  drawn: fc.record({
    ...who,
    stale: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  intend(world, { stale, ...drawnWho }) {
    const { model } = world;
    const found = whoIn(world, drawnWho);
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const version = (world.rows.get(prospect.id)?.version ?? 0) - (stale ? 1 : 0);
    return {
      words: `${repOf(model, actor).name} lets ${sayProspect(model, at)} rest${stale ? ', from an old button' : ''}`,
      actor,
      refusals: [
        ...(stale ? ['conflict' as const] : []),
        ...(mayDecide(model, actor, prospect) ? [] : ['not_allowed' as const]),
        ...(prospect.state.next === null ? ['invalid' as const] : []),
      ],
      answers: [at],
      attempt: attempt(
        () => nurtureProspect(contextOf(world, actor), { prospectId: prospect.id, version }),
        () => {
          const rested = openWith(proposeRest(model, at), prospect.state);
          change(prospect, { verb: 'nurture', state: { ...rested, snoozes: 0 } });
        },
      ),
    };
  },
});
