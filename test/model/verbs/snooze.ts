import fc from 'fast-check';
import { snoozeProspect } from '../../../src/services/snooze-prospect.ts';
import { mustEqual } from '../broken.ts';
import { type Day, plus, workingFrom, workingLater } from '../days.ts';
import { change, mayDecide, openWith, ownersToday, prospectAt, repOf, workOf } from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf, type World } from '../world.ts';
import { sayProspect } from './log.ts';
import { who, whoIn } from './who.ts';

const drawn = fc.record({
  ...who,
  to: fc.oneof(
    fc.constantFrom('tomorrow' as const, 'in_three' as const),
    fc.integer({ min: -1, max: 33 }),
  ),
  agreed: fc.constantFrom(true, false, null),
  stale: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/**
 * DESIGN 2.5: 30 days at most; a promise only with their word. The days are the owner's, whoever
 * snoozes: tomorrow is the owner's tomorrow, so that a snooze always takes the row off their list.
 */
export const snooze = defineVerb({
  name: 'snooze',
  weight: 4,
  drawn,
  intend(world, { to, agreed, stale, ...drawnWho }) {
    const { model } = world;
    const found = whoIn(world, drawnWho);
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const today = ownersToday(model, prospect);
    const asked = dayOf(world, at, to);
    const isPast = asked <= today || asked > plus(today, 30);
    const named = typeof to === 'number' ? { on: asked } : to;
    const version = (world.rows.get(prospect.id)?.version ?? 0) - (stale ? 1 : 0);
    return {
      words: `${repOf(model, actor).name} snoozes ${sayProspect(model, at)} to ${typeof to === 'number' ? asked : to}${agreed === null ? '' : agreed ? ', agreed' : ', not agreed'}${stale ? ', from an old button' : ''}`,
      actor,
      refusals: [
        ...(stale ? ['conflict' as const] : []),
        ...(mayDecide(model, actor, prospect) ? [] : ['not_allowed' as const]),
        ...(prospect.state.next === null || isPast ? ['invalid' as const] : []),
      ],
      answers: [at],
      attempt: attempt(
        () =>
          snoozeProspect(contextOf(world, actor), {
            ...{ prospectId: prospect.id, version, to: named, agreed },
          }),
        (answer) => settle(world, at, { asked, agreed, kind: answer.kind }),
      ),
    };
  },
});

function dayOf({ model }: World, at: number, to: 'tomorrow' | 'in_three' | number): Day {
  const prospect = prospectAt(model, at);
  const today = ownersToday(model, prospect);
  if (typeof to === 'number') return plus(today, to);
  const work = workOf(model, repOf(model, prospect.state.owner));
  return to === 'tomorrow' ? workingFrom(plus(today, 1), work) : workingLater(today, 3, work);
}

function settle(
  { model }: World,
  at: number,
  { asked, agreed, kind }: { asked: Day; agreed: boolean | null; kind: string },
): void {
  const prospect = prospectAt(model, at);
  const { next, snoozes } = prospect.state;
  if (next === null) return;
  const mustAsk = next.promised && agreed === null;
  mustEqual(
    '2.5: snoozing a promise asks whether the new date was agreed',
    kind === 'ask_agreed',
    mustAsk,
  );
  if (mustAsk) return;
  const promised = next.promised && agreed === true;
  const work = workOf(model, repOf(model, prospect.state.owner));
  const on = promised ? asked : workingFrom(asked, work);
  const rule = promised ? 'agreed' : 'snoozed';
  const moved = { ...next, on, at: null, promised, rule, fitted: false };
  const state = { ...openWith(moved, prospect.state), snoozes: snoozes + 1 };
  change(prospect, { verb: 'snooze', state });
}
