import fc from 'fast-check';
import {
  CHANNELS,
  INTERESTS,
  NO_REASONS,
  OUTCOMES,
  type Outcome,
} from '../../../src/domain/touch.ts';
import { logTouch } from '../../../src/services/log-touch.ts';
import { mustEqual } from '../broken.ts';
import { isGuarded } from '../cadence.ts';
import { plus } from '../days.ts';
import { judge, refusalsOf, type Told } from '../log-rules.ts';
import { change, closedAs, prospectAt, repOf, todayOf } from '../model.ts';
import { entriesOf, isSamePerson } from '../people.ts';
import { attempt, defineVerb } from '../verb.ts';
import { contextOf, type World } from '../world.ts';
import { type Who, who, whoIn } from './who.ts';

const USUAL: Outcome[] = ['no_answer', 'sent', 'no_answer', 'spoke'];
const rarely = <T>(drawn: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: drawn });
const time = fc.option(fc.constantFrom('08:00', '02:30', '23:15', '00:10'), { freq: 1, nil: null });

const drawn = fc.record({
  ...who,
  outcome: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...USUAL) },
    { weight: 3, arbitrary: fc.constantFrom(...OUTCOMES) },
    { weight: 2, arbitrary: fc.constantFrom<Outcome>('yes', 'no', 'stop', 'stop') },
  ),
  channel: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('call' as const, 'email' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...CHANNELS) },
  ),
  daysBack: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 8 }) },
    { weight: 1, arbitrary: fc.constantFrom(30, 31, -1) },
  ),
  next: fc.oneof(
    { weight: 5, arbitrary: fc.constant({ nextIn: null, time: null, agreed: false }) },
    { weight: 4, arbitrary: fc.record({ nextIn: fc.nat(12), time, agreed: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({ nextIn: fc.constantFrom(null, -1), time, agreed: fc.boolean() }),
    },
  ),
  step: rarely(fc.constantFrom('Send pricing', 'Ask for legal')),
  interest: rarely(fc.constantFrom(...INTERESTS)),
  revisitIn: rarely(fc.nat(20)),
  noReason: fc.option(fc.constantFrom(...NO_REASONS), { freq: 8, nil: null }),
  stopChannel: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...CHANNELS) },
  ),
});

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

/** A touch, endings and stops included: DESIGN 2.1 to 2.4. */
export const log = defineVerb({
  name: 'log',
  weight: 10,
  drawn,
  intend(world, values) {
    const told = toldBy(world, whoIn(world, values), values);
    if (told === null) return null;
    const { actor } = told;
    return {
      words: say(world, told),
      actor,
      refusals: refusalsOf(world.model, told),
      answers: promisesAnswered(world, told),
      attempt: attempt(
        () => logTouch(contextOf(world, actor), inputOf(world, told)),
        (answer) => settle(world, told, answer),
      ),
    };
  },
});

function toldBy(world: World, found: Who | null, values: Drawn): Told | null {
  if (found === null) return null;
  const { actor, at } = found;
  const today = todayOf(world.model, repOf(world.model, actor));
  const { channel, outcome, interest, step, noReason, stopChannel, revisitIn } = values;
  const { nextIn, time, agreed } = values.next;
  return {
    ...{ actor, channel, outcome, interest, time, step, agreed, noReason, stopChannel },
    prospect: at,
    on: plus(today, -values.daysBack),
    nextOn: nextIn === null ? null : plus(today, nextIn),
    revisitOn: revisitIn === null ? null : plus(today, revisitIn),
  };
}

function inputOf({ model }: World, told: Told) {
  const { actor, prospect, on, time, step, ...same } = told;
  const prospectId = prospectAt(model, prospect).id;
  return { ...same, prospectId, touchedOn: on, nextTime: time, nextStep: step };
}

/** A stop that ends the chase takes the promises of every entry of the person with it. */
function promisesAnswered({ model }: World, { prospect }: Told): number[] {
  const told = prospectAt(model, prospect);
  return model.prospects.flatMap((other, at) =>
    other === told || isSamePerson(other, told) ? [at] : [],
  );
}

function settle(
  { model, rows, rowsBefore }: World,
  told: Told,
  answer: Awaited<ReturnType<typeof logTouch>>,
): void {
  const { actor, prospect: at, channel, outcome, on } = told;
  const prospect = prospectAt(model, at);
  const guarded = isGuarded(model, { prospect: at, outcome, on });
  const touch = model.touches.length;
  rowsBefore.set(touch, rows);
  model.touches.push({
    ...{ id: answer.touch.id, prospect: at, rep: actor, channel, outcome, on },
    ...{ at: model.now, undone: false, scores: false },
  });
  const { state, ...said } = judge(model, told, guarded);
  Object.assign(model.touches[touch] ?? {}, { scores: said.scores });
  mustEqual(
    '2.1: the answer says what the touch did',
    {
      contacts: answer.contacts,
      promise: answer.promise,
      isGuarded: answer.warning !== null,
      scores: answer.touch.scores,
    },
    said,
  );
  change(prospect, { verb: 'log', touch, state });
  if (outcome === 'stop') stopEverywhere(model, { touch, told });
}

/**
 * 2.4: a stop reaches every entry of the person, "across duplicates", and so does one for a channel. An
 * entry that is the same person as one of those is that person too.
 */
function stopEverywhere(
  model: World['model'],
  { touch, told }: { touch: number; told: Told },
): void {
  for (const at of entriesOf(model, told.prospect).slice(1)) {
    const other = prospectAt(model, at);
    const { state } = other;
    const { stopChannel } = told;
    if (stopChannel === null && state.status !== 'stopped') {
      const stopped = { ...closedAs('stopped', state), snoozes: 0 };
      change(other, { verb: 'stop', touch, state: stopped });
    }
    if (stopChannel !== null && !state.stopped.includes(stopChannel)) {
      const blocked = { ...state, stopped: [...state.stopped, stopChannel] };
      change(other, { verb: 'stop', touch, state: blocked });
    }
  }
}

function say({ model }: World, told: Told): string {
  const actor = repOf(model, told.actor);
  const today = todayOf(model, actor);
  const parts = [
    `${actor.name} logs ${sayProspect(model, told.prospect)}: ${told.channel}, ${told.outcome.replaceAll('_', ' ')}`,
    told.outcome === 'no' ? `because of ${told.noReason ?? 'nothing'}` : null,
    told.outcome === 'stop' ? `(${told.stopChannel ?? 'all channels'})` : null,
    told.on === today ? null : `on ${told.on}`,
    told.nextOn === null ? null : `next ${told.nextOn}${told.agreed ? ', agreed' : ''}`,
    told.nextOn === null && told.agreed ? 'agreed' : null,
    told.time === null ? null : `at ${told.time}`,
    told.step === null ? null : `“${told.step}”`,
    told.interest,
    told.revisitOn === null ? null : `look again ${told.revisitOn}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export function sayProspect(model: World['model'], at: number): string {
  const prospect = prospectAt(model, at);
  return `${prospect.name} (#${at}, ${repOf(model, prospect.state.owner).name}'s)`;
}
