import fc from 'fast-check';
import { addProspect } from '../../../src/services/add-prospect.ts';
import { PEOPLE } from '../cast.ts';
import { firstDayFor, repOf } from '../model.ts';
import { isSamePerson } from '../people.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, newcomer } from '../world.ts';

/** DESIGN 2.4: who asked us to stop stays stopped; everybody else is due on their owner's next working day. */
export const add = defineVerb({
  name: 'add',
  weight: 1,
  drawn: fc.record({ rep: fc.nat(4), person: fc.nat(PEOPLE.length) }),
  intend(world, { rep, person: drawn }) {
    const { model } = world;
    const actor = actorAt(world, rep);
    if (actor === null) return null;
    const owner = repOf(model, actor);
    const stranger = { name: 'Ines Vidal', company: 'Solaris', email: null, phone: null };
    const { name, company, email, phone } = PEOPLE[drawn] ?? stranger;
    const person = { name, company, email, phone };
    const isStopped = model.prospects.some(
      (other) => other.state.status === 'stopped' && isSamePerson(person, other),
    );
    return {
      words: `${owner.name} adds ${name}, ${email ?? 'no e-mail'}, ${phone ?? 'no phone'}`,
      actor,
      refusals: isStopped ? ['invalid'] : [],
      answers: [],
      attempt: attempt(
        () => addProspect(contextOf(world, actor), person),
        ({ id }) => {
          const on = firstDayFor(model, owner);
          model.prospects.push({ ...newcomer(person, { owner: actor, on, rule: 'new' }), id });
        },
      ),
    };
  },
});
