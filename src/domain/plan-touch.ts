import { type CadenceInput, type Proposal, proposeNextStep } from './cadence.ts';
import type { CadenceNumbers } from './cadence-numbers.ts';
import type { Chase } from './chase.ts';
import { addDays, type LocalDate } from './local-date.ts';
import type { Action, NextStep, Rule, Standing } from './prospect.ts';
import type { Channel, Interest, Outcome } from './touch.ts';
import { type WorkCalendar, workingDayFrom } from './working-days.ts';

/** What the person who logs decided about the next step; all empty means the proposal. */
export type Choice = {
  on: LocalDate | null;
  at: Date | null;
  step: string | null;
  /** The date was agreed with the prospect. */
  agreed: boolean;
  revisitOn: LocalDate | null;
  /** For a stop: the one channel they do not want, or null for all of them. */
  stopChannel: Channel | null;
};

export type TouchPlanInput = {
  standing: Standing;
  outcome: Outcome;
  channel: Channel;
  touchedOn: LocalDate;
  today: LocalDate;
  chase: Chase;
  interest: Interest | null;
  knownChannels: readonly Channel[];
  calendar: WorkCalendar;
  numbers: CadenceNumbers;
  choice: Choice;
  /** Finds room for a cadence date; see `pace.ts`. */
  fit: (on: LocalDate, slackWorkingDays: number) => LocalDate;
};

/** What became of the promise the prospect carried, if it carried one. */
export type PromiseResult = 'kept' | 'stays' | 'late' | null;

export type TouchPlan = {
  standing: Standing;
  promise: PromiseResult;
  /** What the cadence would have said, kept beside the rep's own choice. */
  proposal: Proposal | null;
  /** The chosen day was a day off and moved to the next working day; an agreed one never moves. */
  movedFrom: LocalDate | null;
  /** The agreed day is a day off: the owner is warned. */
  promiseOnDayOff: boolean;
};

type PlannedStep = Pick<TouchPlan, 'proposal' | 'movedFrom' | 'promiseOnDayOff'> & {
  next: NextStep;
};

/** A plan that names no new day. */
const NO_NEW_DAY = { proposal: null, movedFrom: null, promiseOnDayOff: false };

/**
 * What a touch does to its prospect. A touch always replans; only a promise not yet due stays, with
 * the rep's new words if there are any, unless the log names a new date. A promise is kept by a touch
 * on its day, or by an earlier one that names the step after it. A chosen day off moves to the next
 * working day, a promised one never. Yes, No and a stop for every channel end the chase; silence never
 * does.
 * @example
 * planTouch({ outcome: 'no_answer', touchedOn: '2026-11-16', … }).standing.next?.on //=> '2026-11-18'
 */
export function planTouch(input: TouchPlanInput): TouchPlan {
  const ending = endingOf(input);
  const promise = judgePromise(input, ending !== null);
  if (ending) return { standing: ending, promise, ...NO_NEW_DAY };
  // A touch with somebody who is won or lost is a fact; only re-opening starts the chase again.
  if (input.standing.status !== 'open') {
    return { standing: input.standing, promise, ...NO_NEW_DAY };
  }
  if (promise === 'stays') {
    const { next } = input.standing;
    const step = input.choice.step ?? next.step;
    const standing = { ...input.standing, next: { ...next, step, channel: wayOn(input, next) } };
    return { standing, promise, ...NO_NEW_DAY };
  }
  const { next, ...planned } = planNextStep(input);
  return { standing: { status: 'open', next, revisitOn: null }, promise, ...planned };
}

function endingOf(input: TouchPlanInput): Standing | null {
  const { outcome, choice, numbers, today } = input;
  if (outcome === 'yes') {
    const revisitOn = choice.revisitOn ?? addDays(today, numbers.revisitWonDays);
    return { status: 'won', next: null, revisitOn };
  }
  if (outcome === 'no') return { status: 'lost', next: null, revisitOn: choice.revisitOn };
  if (outcome === 'stop' && choice.stopChannel === null) {
    return { status: 'stopped', next: null, revisitOn: null };
  }
  return null;
}

function judgePromise(input: TouchPlanInput, ends: boolean): PromiseResult {
  const next = input.standing.next;
  if (!next?.promised) return null;
  if (input.outcome === 'missed_appointment') return 'kept';
  if (next.on === input.touchedOn) return 'kept';
  if (next.on < input.touchedOn) return 'late';
  return ends || input.choice.on !== null ? 'kept' : 'stays';
}

function planNextStep(input: TouchPlanInput): PlannedStep {
  const proposal = input.outcome === 'not_now' ? null : proposeNextStep(cadenceInput(input));
  const chosen = input.choice.on;
  if (chosen !== null || proposal === null) {
    const asked = chosen ?? input.today;
    const working = workingDayFrom(asked, input.calendar);
    const promised = isPromise(input);
    const on = promised ? asked : working;
    const movedFrom = on === asked ? null : asked;
    const next = chosenStep(input, on, movedFrom, proposal);
    return { next, proposal, movedFrom, promiseOnDayOff: promised && working !== asked };
  }
  const on =
    proposal.slackWorkingDays > 0 ? input.fit(proposal.on, proposal.slackWorkingDays) : proposal.on;
  const next: NextStep = {
    on,
    at: null,
    action: proposal.action,
    step: input.choice.step,
    channel: proposal.channel,
    promised: false,
    rule: proposal.rule,
  };
  return { next, proposal, movedFrom: null, promiseOnDayOff: false };
}

function chosenStep(
  input: TouchPlanInput,
  on: LocalDate,
  movedFrom: LocalDate | null,
  proposal: Proposal | null,
): NextStep {
  const { outcome, choice } = input;
  const action: Action = outcome === 'not_now' ? 'ask_again' : (proposal?.action ?? 'continue');
  return {
    on,
    // The time was meant for the day that was chosen.
    at: movedFrom === null ? choice.at : null,
    action,
    step: choice.step,
    channel: proposal?.channel ?? openWays(input).find((way) => way === input.channel) ?? null,
    promised: isPromise(input),
    rule: ruleOf(outcome, choice.agreed),
  };
}

/** How a promise that stays is kept: as before, unless this is the way they do not want any more. */
function wayOn(input: TouchPlanInput, { channel }: NextStep): Channel | null {
  const isUnwanted = input.outcome === 'stop' && channel === input.choice.stopChannel;
  return isUnwanted ? (openWays(input)[0] ?? null) : channel;
}

/** Ways to reach the prospect, less the one they just asked us not to use. */
function openWays({ knownChannels, outcome, choice }: TouchPlanInput): Channel[] {
  return knownChannels.filter((way) => outcome !== 'stop' || way !== choice.stopChannel);
}

/** A date agreed with the prospect, or named by them. */
function isPromise({ outcome, choice }: TouchPlanInput): boolean {
  return choice.agreed || outcome === 'not_now';
}

function ruleOf(outcome: Outcome, agreed: boolean): Rule {
  if (outcome === 'not_now') return { kind: 'not_now' };
  return { kind: agreed ? 'agreed' : 'picked' };
}

function cadenceInput(input: TouchPlanInput): CadenceInput {
  const { outcome } = input;
  return {
    ...input,
    knownChannels: openWays(input),
    // A stop for one channel is an answer: we go on as after a conversation, another way.
    outcome:
      outcome === 'stop' || outcome === 'yes' || outcome === 'no' || outcome === 'not_now'
        ? 'they_got_in_touch'
        : outcome,
  };
}
