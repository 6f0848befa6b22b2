import fc from 'fast-check';
import { snoozeProspect } from '../../../src/services/snooze-prospect.ts';
import { mustEqual } from '../broken.ts';
import { type Day, plus, workingFrom, workingLater } from '../days.ts';
import {
  change,
  mayDecide,
  openWith,
  ownersToday,
  prospectAt,
  repOf,
  type State,
  workOf,
} from '../model.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf, type World } from '../world.ts';
import { sayProspect } from './log.ts';
import { who, whoIn } from './who.ts';

/** Waiting for us: the next step says to chase it, and says so once. */
const STEP_OF: Record<string, string> = {
  'legal for the contract': 'Chase legal for the contract',
  'chase pricing': 'Chase pricing',
};

const drawn = fc.record({
  ...who,
  to: fc.oneof(
    fc.constantFrom('tomorrow' as const, 'in_three' as const),
    fc.integer({ min: -1, max: 33 }),
  ),
  agreed: fc.constantFrom(true, false, null),
  /** Put off the one that was put off most, so that some come to the third in a row. */
  again: fc.boolean(),
  anyway: fc.oneof(
    { weight: 3, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  waitingFor: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(STEP_OF)) },
  ),
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
  weight: 6,
  drawn,
  intend(world, { to, agreed, anyway, waitingFor, stale, again, ...drawnWho }) {
    const { model } = world;
    const prospectNumber = again ? mostSnoozed(world) : drawnWho.prospect;
    const found = whoIn(world, { ...drawnWho, prospect: prospectNumber });
    if (found === null) return null;
    const { actor, at } = found;
    const prospect = prospectAt(model, at);
    const today = ownersToday(model, prospect);
    const asked = dayOf(world, at, to);
    const isPast = asked <= today || asked > plus(today, 30);
    const named = typeof to === 'number' ? { on: asked } : to;
    const version = (world.rows.get(prospect.id)?.version ?? 0) - (stale ? 1 : 0);
    return {
      words: `${repOf(model, actor).name} snoozes ${sayProspect(model, at)} to ${typeof to === 'number' ? asked : to}${agreed === null ? '' : agreed ? ', agreed' : ', not agreed'}${anyway ? ', anyway' : ''}${waitingFor === null ? '' : `, waiting for “${waitingFor}”`}${stale ? ', from an old button' : ''}`,
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
            ...{ anyway, waitingFor },
          }),
        ({ kind, on }) =>
          settle(world, at, { asked, agreed, anyway, waitingFor, said: { kind, on } }),
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

type Snoozing = {
  asked: Day;
  agreed: boolean | null;
  anyway: boolean;
  waitingFor: string | null;
  said: { kind: string; on: Day };
};

function settle({ model }: World, at: number, { said, ...asking }: Snoozing): void {
  const { asked, agreed, waitingFor } = asking;
  const prospect = prospectAt(model, at);
  const { next, snoozes } = prospect.state;
  if (next === null) return;
  const kind = kindOf(prospect.state, asking);
  const promised = next.promised && agreed === true;
  const work = workOf(model, repOf(model, prospect.state.owner));
  const on = promised ? asked : workingFrom(asked, work);
  mustEqual('2.5: what is asked before a snooze, and its day', said, { kind, on });
  if (kind !== 'snoozed') return;
  const rule = promised ? 'agreed' : 'snoozed';
  const step = waitingFor === null ? next.step : (STEP_OF[waitingFor] ?? null);
  const moved = { ...next, on, at: null, promised, rule, step, fitted: false };
  const state = { ...openWith(moved, prospect.state), snoozes: snoozes + 1 };
  change(prospect, { verb: 'snooze', state });
}

/**
 * 2.5: a promise asks first whether the new date was agreed; the third in a row what is in the way,
 * unless that was answered. A new date agreed with them is such an answer: they asked for later.
 */
function kindOf(
  { next, snoozes }: State,
  { agreed, anyway, waitingFor }: Omit<Snoozing, 'said'>,
): 'ask_agreed' | 'ask_why' | 'snoozed' {
  if (next?.promised && agreed === null) return 'ask_agreed';
  const isAnswered = anyway || waitingFor !== null || (next?.promised && agreed === true);
  return snoozes >= 2 && !isAnswered ? 'ask_why' : 'snoozed';
}

function mostSnoozed({ model }: World): number {
  const open = (at: number) => {
    const { state } = prospectAt(model, at);
    return state.next === null ? -1 : state.snoozes;
  };
  return model.prospects.reduce((most, _, at) => (open(at) > open(most) ? at : most), 0);
}
