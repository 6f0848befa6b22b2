import fc from 'fast-check';
import type { Outcome } from '../../../src/domain/touch.ts';
import { editTouch } from '../../../src/services/edit-touch.ts';
import { mustEqual } from '../broken.ts';
import { isGuarded, isOurs } from '../cadence.ts';
import { dayAt, plus, workingWithin } from '../days.ts';
import { judge, type Told } from '../log-rules.ts';
import {
  type Model,
  ownedBy,
  prospectAt,
  repOf,
  standingChanges,
  todayOf,
  touchAt,
  workOf,
} from '../model.ts';
import { stoppedWhoHolds } from '../people.ts';
import { attempt, defineVerb } from '../verb.ts';
import { actorAt, contextOf } from '../world.ts';
import { sayProspect } from './log.ts';
import { takeBackElsewhere } from './undo.ts';

const OUTCOMES = ['no_answer', 'sent', 'spoke', 'they_got_in_touch', 'missed_appointment'] as const;
const NOTHING = {
  ...{ interest: null, nextOn: null, time: null, step: null, agreed: false },
  ...{ revisitOn: null, noReason: null, stopChannel: null },
};

/**
 * DESIGN 2.1: a rep edits own touches for 7 days, a manager later; editing the latest replans, as if it
 * had been logged so. Only the latest is edited here, to another outcome on its own day.
 */
export const edit = defineVerb({
  name: 'edit',
  weight: 3,
  drawn: fc.record({
    rep: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(4) }),
    ...{ back: fc.nat(4), outcome: fc.constantFrom<Outcome>(...OUTCOMES) },
    channel: fc.constantFrom('call' as const, 'email' as const),
  }),
  intend(world, { rep, back, outcome, channel }) {
    const { model } = world;
    const number = model.touches.length - 1 - back;
    if (number < 0) return null;
    const touch = touchAt(model, number);
    const actor = actorAt(world, rep ?? touch.rep);
    const prospect = prospectAt(model, touch.prospect);
    const last = standingChanges(prospect).at(-1);
    const isLatest = last?.verb === 'log' && last.touch === number;
    if (actor === null || touch.outcome === outcome || !(isLatest || touch.undone)) return null;
    const before = last?.before ?? prospect.state;
    const editor = repOf(model, actor);
    const oldest = plus(todayOf(model, editor), -7);
    const isTheirs =
      editor.isManager || (touch.rep === actor && dayAt(touch.at, editor.zone) >= oldest);
    const isBlocked =
      isOurs(outcome) &&
      (before.status === 'stopped' ||
        before.stopped.includes(channel) ||
        stoppedWhoHolds(model, touch.prospect).length > 0);
    const told: Told = {
      ...{ ...NOTHING, actor: touch.rep, prospect: touch.prospect, channel, outcome, on: touch.on },
    };
    return {
      words: `${editor.name} edits touch ${number + 1}, ${sayProspect(model, touch.prospect)}: ${channel}, ${outcome.replaceAll('_', ' ')}`,
      actor,
      refusals: [
        ...(touch.undone ? ['conflict' as const] : []),
        ...(!isTheirs || isBlocked ? ['not_allowed' as const] : []),
      ],
      answers: model.prospects.map((_, at) => at),
      attempt: attempt(
        () =>
          editTouch(contextOf(world, actor), {
            ...{ touchId: touch.id, prospectId: prospect.id, channel, outcome },
            touchedOn: touch.on,
          }),
        (answer) => {
          const { contacts, promise } = settle(model, { number, told });
          const said = { contacts: answer.contacts, promise: answer.promise };
          mustEqual('2.1: the answer says what the changed touch did', said, { contacts, promise });
        },
      ),
    };
  },
});

/** As if the touch had not been, and then been logged so today. */
function settle(model: Model, { number, told }: { number: number; told: Told }) {
  const touch = touchAt(model, number);
  const prospect = prospectAt(model, touch.prospect);
  const { before } = standingChanges(prospect).at(-1) ?? { before: null };
  if (before === null) throw new Error('Only a touch that stands is edited.');
  const wasStop = touch.outcome === 'stop';
  const edited = prospect.state;
  prospect.state = ownedBy(model, before.owner, before);
  touch.undone = true;
  const guarded = isGuarded(model, told);
  Object.assign(touch, { undone: false, outcome: told.outcome, channel: told.channel });
  const judged = judge(model, told, guarded);
  const logged = dayAt(touch.at, repOf(model, touch.rep).zone);
  const work = workOf(model, repOf(model, prospect.state.owner));
  touch.scores = !guarded && workingWithin(touch.on, logged, work).length <= 3;
  prospect.state = judged.state;
  prospect.changes.push({ verb: 'edit', touch: number, by: told.actor, before: edited });
  if (wasStop) takeBackElsewhere(model, number);
  return judged;
}
