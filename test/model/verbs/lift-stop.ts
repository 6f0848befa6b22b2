import fc from 'fast-check';
import { CHANNELS } from '../../../src/domain/touch.ts';
import { liftStop } from '../../../src/services/lift-stop.ts';
import { mustEqual } from '../broken.ts';
import {
  change,
  type Model,
  type ModelProspect,
  prospectAt,
  repOf,
  restart,
  type State,
} from '../model.ts';
import { entriesOf } from '../people.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf, type World } from '../world.ts';
import { sayProspect } from './log.ts';
import { manager } from './who.ts';

/** DESIGN 2.4: a manager lifts a stop with a reason: open, due today, with the person's other entries. */
export const lift = defineVerb({
  name: 'lift',
  weight: 3,
  drawn: fc.record({
    ...{ rep: manager, which: fc.nat(20) },
    reason: fc.constantFrom('They called us', 'They called us', null),
    channel: fc.option(fc.constantFrom(...CHANNELS), { freq: 1, nil: null }),
  }),
  intend(world, { rep, which, reason, channel }) {
    const { model } = world;
    const actor = actorAt(world, rep);
    const at = stoppedIn(world, which);
    if (actor === null || at === null) return null;
    const prospect = prospectAt(model, at);
    const { status, stopped } = prospect.state;
    const isWhole = status === 'stopped';
    const wanted = isWhole ? null : (channel ?? (stopped.length === 1 ? stopped[0] : null));
    return {
      words: `${repOf(model, actor).name} lifts the stop of ${sayProspect(model, at)}${channel ? `, ${channel}` : ''}${reason ? '' : ', without a reason'}`,
      actor,
      refusals: [
        ...(repOf(model, actor).isManager ? [] : ['not_allowed' as const]),
        ...(reason === null ? ['invalid' as const] : []),
        ...(!isWhole && stopped.length === 0 ? ['conflict' as const] : []),
        ...(!isWhole && stopped.length > 1 && channel === null ? ['invalid' as const] : []),
        ...(!isWhole && wanted && !stopped.includes(wanted) ? ['conflict' as const] : []),
      ],
      answers: [],
      attempt: attempt(
        () => liftStop(contextOf(world, actor), { prospectId: prospect.id, reason, channel }),
        ({ others }) => {
          const lifted = isWhole
            ? liftWhole(model, { at, actor })
            : openChannel(model, { at, channel: wanted ?? null });
          mustEqual('2.4: the answer counts the other entries lifted', others, lifted);
        },
      ),
    };
  },
});

/** Mostly somebody who asked for something. */
function stoppedIn({ model }: World, which: number): number | null {
  const found = model.prospects.flatMap(({ state }, at) =>
    state.status === 'stopped' || state.stopped.length > 0 ? [at] : [],
  );
  if (found.length === 0) return which === 0 ? 0 : null;
  return found[which % found.length] ?? null;
}

function liftWhole(model: Model, { at, actor }: { at: number; actor: number }): number {
  const [, ...others] = entriesOf(model, at);
  const again = (state: State) => restart(model, { state, actor, rule: 'lifted' });
  const stopped = others.filter((other) => prospectAt(model, other).state.status === 'stopped');
  for (const one of [at, ...stopped]) {
    const prospect = prospectAt(model, one);
    const before = one === at ? null : stateBeforeStop(prospect);
    // DESIGN is silent on the others: what was won, lost or no prospect is that again.
    const state =
      before === null || before.status === 'open'
        ? again(prospect.state)
        : keepWho(before, prospect.state);
    change(prospect, { verb: 'lift', state });
  }
  return stopped.length;
}

function keepWho(before: State, { owner, interest, stopped }: State): State {
  return { ...before, owner, interest, stopped };
}

/** As it was before the change that stopped it last. */
function stateBeforeStop({ changes, state }: ModelProspect): State | null {
  const place = changes.findLastIndex(({ before }, at) => {
    const after = changes[at + 1]?.before ?? state;
    return before !== null && before.status !== 'stopped' && after.status === 'stopped';
  });
  return changes[place]?.before ?? null;
}

function openChannel(
  model: Model,
  { at, channel }: { at: number; channel: string | null },
): number {
  const [, ...others] = entriesOf(model, at);
  const closed = others.filter((other) =>
    prospectAt(model, other).state.stopped.some((way) => way === channel),
  );
  for (const one of [at, ...closed]) {
    const prospect = prospectAt(model, one);
    const stopped = prospect.state.stopped.filter((way) => way !== channel);
    change(prospect, { verb: 'lift', state: { ...prospect.state, stopped } });
  }
  return closed.length;
}
