import fc from 'fast-check';
import { NOT_A_PROSPECT_REASONS } from '../../../src/domain/prospect.ts';
import { markNotAProspect } from '../../../src/services/mark-not-a-prospect.ts';
import { undoChange } from '../../../src/services/undo-change.ts';
import { mustEqual } from '../broken.ts';
import { change, closedAs, mayDecide, ownedBy, prospectAt, repOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf } from '../world.ts';
import { sayProspect } from './log.ts';
import { who, whoIn } from './who.ts';

/** DESIGN 2.2: one tap, the owner's or a manager's; a stop stays a stop. */
export const mark = defineVerb({
  name: 'not a prospect',
  weight: 1,
  drawn: fc.record({ ...who, reason: fc.constantFrom(...NOT_A_PROSPECT_REASONS) }),
  intend(world, { reason, ...drawnWho }) {
    const { model } = world;
    const found = whoIn(world, drawnWho);
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const { status } = prospect.state;
    return {
      words: `${repOf(model, actor).name} says that ${sayProspect(model, at)} is no prospect: ${reason}`,
      actor,
      refusals: [
        ...(mayDecide(model, actor, prospect) ? [] : ['not_allowed' as const]),
        ...(status === 'not_a_prospect' ? ['conflict' as const] : []),
        ...(status === 'stopped' ? ['not_allowed' as const] : []),
      ],
      answers: [at],
      attempt: attempt(
        () => markNotAProspect(contextOf(world, actor), { prospectId: prospect.id, reason }),
        () => {
          const state = closedAs('not_a_prospect', prospect.state);
          change(prospect, { verb: 'not_a_prospect', by: actor, state });
        },
      ),
    };
  },
});

const UNDOABLE = ['not_a_prospect', 'reopen', 'later', 'drop'];

/** DESIGN 2.2: undoable, by who did it or a manager, while it is the last change. */
export const undoDecision = defineVerb({
  name: 'undo decision',
  weight: 2,
  drawn: fc.record(who),
  intend(world, drawn) {
    const { model } = world;
    const found = whoIn(world, drawn);
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const last = prospect.changes.at(-1);
    const version = world.rows.get(prospect.id)?.version ?? 0;
    const isUndoable = last !== undefined && UNDOABLE.includes(last.verb);
    if (!isUndoable && drawn.prospect !== 3) return null;
    const isTheirs = last?.by === actor || repOf(model, actor).isManager;
    return {
      words: `${repOf(model, actor).name} takes back the last change of ${sayProspect(model, at)}`,
      actor,
      refusals: isUndoable ? (isTheirs ? [] : ['not_allowed']) : ['conflict'],
      answers: [at],
      attempt: attempt(
        () => undoChange(contextOf(world, actor), { prospectId: prospect.id, version }),
        ({ already }) => {
          mustEqual('2.2: taken back now', already, false);
          if (!last?.before) return;
          const state = ownedBy(model, last.before.owner, last.before);
          change(prospect, { verb: 'undo', state });
        },
      ),
    };
  },
});
