import fc from 'fast-check';
import { handOver } from '../../../src/services/hand-over.ts';
import { undoHandOver } from '../../../src/services/undo-hand-over.ts';
import { mustEqual } from '../broken.ts';
import {
  change,
  type Model,
  type ModelHandOver,
  ownedBy,
  prospectAt,
  repOf,
  todayOf,
} from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf } from '../world.ts';
import { manager } from './who.ts';

const DAY_MS = 24 * 3_600_000;

/** DESIGN 2.7: all or what is due, dates and promises kept. */
export const handOverAll = defineVerb({
  name: 'hand over',
  weight: 1,
  drawn: fc.record({
    ...{ rep: manager, from: fc.nat(4), to: fc.nat(4) },
    scope: fc.constantFrom('all' as const, 'due' as const),
  }),
  intend(world, { rep, from, to, scope }) {
    const { model, reps } = world;
    const actor = actorAt(world, rep);
    if (actor === null) return null;
    const given = ownedIn(model, from, scope);
    return {
      words: `${repOf(model, actor).name} hands over ${scope} of ${repOf(model, from).name} to ${repOf(model, to).name}`,
      actor,
      refusals: [
        ...(repOf(model, actor).isManager ? [] : ['not_allowed' as const]),
        ...(from === to || repOf(model, to).isGone ? ['invalid' as const] : []),
        ...(given.length === 0 ? ['conflict' as const] : []),
      ],
      answers: [],
      attempt: attempt(
        () =>
          handOver(contextOf(world, actor), {
            ...{ fromRepId: reps[from]?.id ?? '', toRepId: reps[to]?.id ?? '', scope },
          }),
        ({ batchId: id, count }) => {
          mustEqual('2.7: the hand-over counts what it gave', count, given.length);
          give(model, given, to);
          const changes = given.map((at) => [at, prospectAt(model, at).changes.length] as const);
          model.handOvers.push({
            ...{ id, at: model.now, from, given: new Map(changes), isUndone: false },
          });
        },
      ),
    };
  },
});

/** DESIGN 2.7: undo for 24 hours; what changed since stays. */
export const undoHandedOver = defineVerb({
  name: 'undo hand-over',
  weight: 2,
  drawn: fc.record({ rep: manager, drawnWhich: fc.nat(5) }),
  intend(world, { rep, drawnWhich }) {
    const { model } = world;
    // The latest one most of the time, for it can be taken back for a day only.
    const which = drawnWhich < 4 ? 0 : 1;
    const actor = actorAt(world, rep);
    const handedOver = model.handOvers.at(-1 - which);
    if (actor === null || !handedOver) return null;
    const isLate = model.now - handedOver.at > DAY_MS;
    return {
      words: `${repOf(model, actor).name} takes back hand-over ${model.handOvers.length - which}`,
      actor,
      refusals: [
        ...(repOf(model, actor).isManager ? [] : ['not_allowed' as const]),
        ...(isLate || handedOver.isUndone ? ['conflict' as const] : []),
      ],
      answers: [],
      attempt: attempt(
        () => undoHandOver(contextOf(world, actor), { batchId: handedOver.id }),
        ({ restored }) => settleUndo(model, handedOver, restored),
      ),
    };
  },
});

function ownedIn(model: Model, from: number, scope: 'all' | 'due'): number[] {
  const until = scope === 'due' ? todayOf(model, repOf(model, from)) : '9999-12-31';
  return model.prospects.flatMap(({ state }, at) => {
    const day = state.next?.on ?? state.revisitOn;
    return state.owner === from && day !== null && day <= until ? [at] : [];
  });
}

function give(model: Model, given: readonly number[], to: number): void {
  for (const at of given) {
    const prospect = prospectAt(model, at);
    change(prospect, { verb: 'change_owner', state: ownedBy(model, to, prospect.state) });
  }
}

function settleUndo(model: Model, handedOver: ModelHandOver, restored: number): void {
  const same = [...handedOver.given].flatMap(([at, changes]) =>
    prospectAt(model, at).changes.length === changes ? [at] : [],
  );
  mustEqual('2.7: undo gives back what did not change since', restored, same.length);
  give(model, same, handedOver.from);
  if (same.length > 0) handedOver.isUndone = true;
}
