import type { ErrorCode } from '../../src/domain/errors.ts';
import type { Channel, Interest, NoReason, Outcome } from '../../src/domain/touch.ts';
import { isGuarded, isOurs, propose, tally } from './cadence.ts';
import { type Day, dayAt, instantAt, plus, workingFrom, workingWithin } from './days.ts';
import {
  closedAs,
  type Model,
  type ModelNext,
  mayDecide,
  openWith,
  ownersToday,
  prospectAt,
  repOf,
  type State,
  todayOf,
  touchesOf,
  workOf,
} from './model.ts';
import { stoppedWhoHolds } from './people.ts';

/** A touch as it is told, days already worked out in the zone of who tells it. */
export type Told = {
  actor: number;
  prospect: number;
  channel: Channel;
  outcome: Outcome;
  on: Day;
  interest: Interest | null;
  nextOn: Day | null;
  time: string | null;
  step: string | null;
  agreed: boolean;
  revisitOn: Day | null;
  noReason: NoReason | null;
  stopChannel: Channel | null;
};

export type Judged = {
  state: State;
  contacts: number;
  promise: 'kept' | 'stays' | 'late' | null;
  isGuarded: boolean;
  scores: boolean;
};

/** Every reason to refuse; none means that the touch is logged. */
export function refusalsOf(model: Model, told: Told): ErrorCode[] {
  const today = todayOf(model, repOf(model, told.actor));
  const prospect = prospectAt(model, told.prospect);
  const { outcome, nextOn, revisitOn } = told;
  const ends = outcome === 'yes' || outcome === 'no' || outcome === 'stop';
  const wrong =
    told.on > today ||
    told.on < plus(today, -30) ||
    (nextOn !== null && nextOn < today) ||
    (nextOn === null && (outcome === 'not_now' || told.time !== null)) ||
    (nextOn === null && told.agreed && !ends) ||
    (revisitOn !== null && revisitOn <= today) ||
    (outcome === 'no' && told.noReason === null);
  const isTheirs =
    (outcome === 'yes' || outcome === 'no') && !mayDecide(model, told.actor, prospect);
  const { status, stopped } = prospect.state;
  const isHeld = stoppedWhoHolds(model, told.prospect).length > 0;
  const isBlocked =
    isOurs(outcome) && (status === 'stopped' || isHeld || stopped.includes(told.channel));
  return [
    ...(wrong ? ['invalid' as const] : []),
    ...(isTheirs || isBlocked ? ['not_allowed' as const] : []),
  ];
}

/** What the touch does to its prospect; the touch is in the model already, so that it counts itself. */
export function judge(model: Model, told: Told, guarded: boolean): Judged {
  const prospect = prospectAt(model, told.prospect);
  const owner = repOf(model, prospect.state.owner);
  const actorsDay = todayOf(model, repOf(model, told.actor));
  const back = workingWithin(told.on, actorsDay, workOf(model, owner)).length;
  const promise = judgePromise(prospect.state, told);
  const { contacts } = tally(touchesOf(model, told.prospect), prospect.importedContacts);
  return {
    state: {
      ...standingAfter(model, told, promise),
      interest: told.interest ?? prospect.state.interest,
      stopped: stoppedAfter(prospect.state, told),
      inLine: false,
      snoozes: 0,
    },
    contacts,
    promise,
    isGuarded: guarded,
    // 2.6: more than 3 working days back-dated, or inside the pest guard, does not score.
    scores: !guarded && back <= 3,
  };
}

export { isGuarded };

/**
 * 2.2: kept by a touch on its day, or by an earlier one that names the step after it (an ending names
 * the end); 2.3: they missed our appointment, so ours was kept. One not yet due stays: due as seen from
 * the day the touch happened, so that what is typed late does not answer what was promised after it.
 */
function judgePromise({ next }: State, told: Told): Judged['promise'] {
  if (!next?.promised) return null;
  if (told.outcome === 'missed_appointment' || next.on === told.on) return 'kept';
  if (next.on < told.on) return 'late';
  return endOf(told) !== null || told.nextOn !== null ? 'kept' : 'stays';
}

function endOf({ outcome, stopChannel }: Told): 'won' | 'lost' | 'stopped' | null {
  if (outcome === 'yes') return 'won';
  if (outcome === 'no') return 'lost';
  return outcome === 'stop' && stopChannel === null ? 'stopped' : null;
}

function stoppedAfter({ stopped }: State, { outcome, stopChannel }: Told): readonly Channel[] {
  const isNew = outcome === 'stop' && stopChannel !== null && !stopped.includes(stopChannel);
  return isNew ? [...stopped, stopChannel] : stopped;
}

function standingAfter(model: Model, told: Told, promise: Judged['promise']): State {
  const { state } = prospectAt(model, told.prospect);
  const end = endOf(told);
  if (end === 'won') {
    const inTwoWeeks = plus(ownersToday(model, prospectAt(model, told.prospect)), 14);
    return closedAs('won', state, told.revisitOn ?? inTwoWeeks);
  }
  if (end !== null) return closedAs(end, state, end === 'lost' ? told.revisitOn : null);
  // 2.4: only re-opening starts the chase again; a touch with somebody who is closed is a fact.
  if (state.next === null) return state;
  if (promise === 'stays')
    return openWith({ ...state.next, step: told.step ?? state.next.step }, state);
  return openWith(nextAfter(model, told), state);
}

function nextAfter(model: Model, told: Told): ModelNext {
  const { state } = prospectAt(model, told.prospect);
  if (told.nextOn === null) {
    const interest = told.interest ?? state.interest;
    return { ...propose(model, { ...told, interest }), step: told.step };
  }
  const owner = repOf(model, state.owner);
  const zone = repOf(model, told.actor).zone;
  const at = told.time === null ? null : instantAt(told.nextOn, told.time, zone);
  // A time is typed in one's own zone and kept as an instant; its day is the owner's (DESIGN 4).
  const asked = at === null ? told.nextOn : dayAt(at, owner.zone);
  const promised = told.agreed || told.outcome === 'not_now';
  // 2.1: a chosen day off moves to the next working day, a promise never; the time goes with its day.
  const on = promised ? asked : workingFrom(asked, workOf(model, owner));
  const rule = told.outcome === 'not_now' ? 'not_now' : told.agreed ? 'agreed' : 'picked';
  return { on, at: on === asked ? at : null, promised, rule, step: told.step, fitted: false };
}
