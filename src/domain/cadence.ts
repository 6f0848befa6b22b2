import type { CadenceNumbers } from './cadence-numbers.ts';
import type { Chase } from './chase.ts';
import { addDays, type LocalDate, laterOf } from './local-date.ts';
import type { Action, Rule } from './prospect.ts';
import type { Channel, Interest, Outcome } from './touch.ts';
import {
  addWorkingDays,
  type WorkCalendar,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts';

export type CadenceInput = {
  outcome: Exclude<Outcome, 'yes' | 'no' | 'stop' | 'not_now'>;
  touchedOn: LocalDate;
  today: LocalDate;
  /** The prospect's touches added up, this one included. */
  chase: Chase;
  interest: Interest | null;
  /** Ways to reach the prospect: an address or number is known, or it was used before. */
  knownChannels: readonly Channel[];
  calendar: WorkCalendar;
  numbers: CadenceNumbers;
};

/** A next step as the cadence sees it, before pace and the rep's own choice. */
export type Proposal = {
  on: LocalDate;
  action: Action;
  channel: Channel | null;
  rule: Rule;
  /** The days the pace may add: half the gap for a cadence date, none for a conversation. */
  slackWorkingDays: number;
};

const MESSAGE_CHANNELS: readonly Channel[] = ['email', 'text', 'social'];
const VARIATION: readonly Channel[] = ['call', 'email', 'text', 'social', 'video'];

/**
 * The next step after a touch, counted from the day it happened and never before today. Unanswered:
 * 2, 3, 4, 5 working days after the 1st to 4th in a row; from then on, with 5 contacts, nurture in
 * calendar days. A conversation: 3 working days; a missed appointment: the next one. Hot halves the gap.
 * @example
 * // Called on Mon 16 Nov 2026, no answer, the second in a row: 3 working days.
 * proposeNextStep({ outcome: 'no_answer', touchedOn: '2026-11-16', … }).on //=> '2026-11-19'
 */
export function proposeNextStep(input: CadenceInput): Proposal {
  switch (input.outcome) {
    case 'no_answer':
    case 'sent':
      return proposeAfterSilence(input);
    case 'spoke':
    case 'they_got_in_touch':
      return proposeConversation(input);
    case 'missed_appointment':
      return proposeAfterMissed(input);
    case 'wrong_contact':
      return proposeAnotherWayIn(input);
    default:
      return input.outcome satisfies never;
  }
}

/**
 * The slow rhythm by the rep's own decision rather than by silence: something useful after its first
 * wait, or after the one it has reached.
 * @example
 * // Decided on Tue 17 Nov 2026: 21 calendar days.
 * proposeSlowRhythm({ touchedOn: '2026-11-17', … }).on //=> '2026-12-08'
 */
export function proposeSlowRhythm(input: Omit<CadenceInput, 'outcome'>): Proposal {
  const { chase } = input;
  const nurtureContacts = Math.max(1, chase.nurtureContacts);
  return proposeNurture({ ...input, chase: { ...chase, nurtureContacts } });
}

function proposeAfterSilence(input: CadenceInput): Proposal {
  // They answered that same day: a message sent after a talk belongs to the conversation.
  if (input.chase.unansweredInARow === 0) return proposeConversation(input);
  return input.chase.nurtureContacts > 0 ? proposeNurture(input) : proposeRetry(input);
}

function proposeRetry(input: CadenceInput): Proposal {
  const inARow = input.chase.unansweredInARow;
  const waits = input.numbers.unansweredWaits;
  const full = waits[Math.min(inARow, waits.length) - 1] ?? 5;
  const wait = Math.max(2, halvedWhenHot(full, input.interest));
  const message = inARow === 3;
  return {
    on: workingDaysAfter(input, wait),
    action: message ? 'leave_message' : inARow >= 2 ? 'try_another_way' : 'try_again',
    channel: message ? messageChannel(input) : retryChannel(input, inARow),
    rule: { kind: 'unanswered', inARow, wait },
    slackWorkingDays: Math.floor(wait / 2),
  };
}

function proposeNurture(input: Omit<CadenceInput, 'outcome'>): Proposal {
  const rhythm = input.numbers.nurtureDays;
  const full = rhythm[Math.min(input.chase.nurtureContacts, rhythm.length) - 1] ?? 90;
  const days = halvedWhenHot(full, input.interest);
  const on = workingDayFrom(laterOf(addDays(input.touchedOn, days), input.today), input.calendar);
  const latest = addDays(on, Math.floor(days / 2));
  return {
    on,
    action: 'send_useful',
    channel: messageChannel(input),
    rule: { kind: 'nurture', days },
    slackWorkingDays: workingDaysBetween(on, latest, input.calendar),
  };
}

function proposeConversation(input: CadenceInput): Proposal {
  const wait = halvedWhenHot(input.numbers.conversationWait, input.interest);
  return {
    on: workingDaysAfter(input, wait),
    action: 'continue',
    channel: latestKnown(input),
    rule: { kind: 'conversation', wait },
    slackWorkingDays: 0,
  };
}

function proposeAfterMissed(input: CadenceInput): Proposal {
  return {
    on: workingDaysAfter(input, 1),
    action: 'apologise_missed',
    channel: latestKnown(input),
    rule: { kind: 'missed_appointment' },
    slackWorkingDays: 0,
  };
}

function proposeAnotherWayIn(input: CadenceInput): Proposal {
  const wait = halvedWhenHot(input.numbers.wrongContactWait, input.interest);
  return {
    on: workingDaysAfter(input, wait),
    action: 'find_way_in',
    channel: null,
    rule: { kind: 'wrong_contact', wait },
    slackWorkingDays: Math.floor(wait / 2),
  };
}

function workingDaysAfter(input: CadenceInput, wait: number): LocalDate {
  const counted = addWorkingDays(input.touchedOn, wait, input.calendar);
  return workingDayFrom(laterOf(counted, input.today), input.calendar);
}

function halvedWhenHot(gap: number, interest: Interest | null): number {
  return interest === 'hot' ? Math.ceil(gap / 2) : gap;
}

function retryChannel(input: CadenceInput, inARow: number): Channel | null {
  const last = latestKnown(input);
  if (inARow < 2) return last;
  return VARIATION.find((way) => way !== last && input.knownChannels.includes(way)) ?? last;
}

/** The way last used that is still open to us: not one they asked us to stop. */
function latestKnown({ chase, knownChannels }: CadenceInput): Channel | null {
  return (
    chase.latestChannels.find((way) => knownChannels.includes(way)) ?? knownChannels[0] ?? null
  );
}

function messageChannel(input: Omit<CadenceInput, 'outcome'>): Channel | null {
  const known = MESSAGE_CHANNELS.filter((way) => input.knownChannels.includes(way));
  const [first, second] = input.chase.latestChannels;
  const tired = first !== undefined && first === second ? first : null;
  return known.find((way) => way !== tired) ?? known[0] ?? null;
}
