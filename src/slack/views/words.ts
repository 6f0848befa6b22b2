import type { LocalDate } from '../../domain/local-date.ts';
import type {
  Action,
  NextStep,
  NotAProspectReason,
  Prospect,
  Rule,
  Standing,
  Status,
} from '../../domain/prospect.ts';
import type { Channel, Interest, NoReason, Outcome, Touch } from '../../domain/touch.ts';
import { type LocalTime, localTimeOf } from '../../domain/zone.ts';
import { type Piece, typed } from './compose.ts';
import { sayDay } from './dates.ts';

/** What things are called on every screen. */
export const CHANNEL_LABELS: Record<Channel, string> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Social message',
  video: 'Video call',
  meeting: 'Meeting',
  other: 'Other',
};

export const OUTCOME_LABELS: Record<Outcome, string> = {
  no_answer: 'No answer',
  sent: 'Left or sent a message',
  spoke: 'We spoke or met',
  they_got_in_touch: 'They got in touch',
  missed_appointment: 'They missed our appointment',
  not_now: 'Not now, later',
  wrong_contact: 'Wrong contact',
  yes: 'Yes',
  no: 'No',
  stop: 'Asked us to stop',
};

export const NO_REASON_LABELS: Record<NoReason, string> = {
  price: 'Price',
  timing: 'Timing',
  competitor: 'Competitor',
  no_need: 'No need',
  no_authority: 'No authority',
  other: 'Other',
};

export const NOT_A_PROSPECT_LABELS: Record<NotAProspectReason, string> = {
  duplicate: 'Duplicate',
  existing_customer: 'Existing customer',
  company_gone: 'Company gone',
  added_by_mistake: 'Added by mistake',
};

export const INTEREST_LABELS: Record<Interest, string> = { cold: 'Cold', warm: 'Warm', hot: 'Hot' };

export const STATUS_LABELS: Record<Status, string> = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  stopped: 'Asked us to stop',
  not_a_prospect: 'Not a prospect',
};

const ACTION_WORDS: Record<Action, (channel: Channel | null) => string> = {
  first_contact: (channel) => (channel === null ? 'Get in touch' : FIRST[channel]),
  try_again: (channel) => (channel === null ? 'Try again' : AGAIN[channel]),
  try_another_way: (channel) =>
    channel === null ? 'Try another way' : `${FIRST[channel]}, and say it differently`,
  leave_message: () => 'Leave a message, “happy to carry on, I know you are busy”',
  send_useful: () => 'Send something useful',
  continue: () => 'Carry on the conversation',
  apologise_missed: () => 'Say sorry we missed each other',
  ask_again: () => 'Ask again, as they wanted',
  find_way_in: () => 'Find another way in',
};

const STEP_SHOWN = 150;

const FIRST: Record<Channel, string> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Message on social media',
  video: 'Video call',
  meeting: 'Meet',
  other: 'Get in touch',
};

const AGAIN: Record<Channel, string> = {
  call: 'Call again',
  email: 'Email again',
  text: 'Text again',
  social: 'Message again',
  video: 'Video call again',
  meeting: 'Meet again',
  other: 'Try again',
};

/** What to do next in the cadence's words; a rep's own words go before it where they exist. */
export function sayAction(next: Pick<NextStep, 'action' | 'channel'>): string {
  return ACTION_WORDS[next.action](next.channel);
}

/** The step as the rest of a sentence: "call again Fri 20 Nov (2 unanswered in a row: …)". */
export function nextPieces(
  next: NextStep,
  day: { today: LocalDate; zone: string },
  { why }: { why: boolean },
): Piece[] {
  const step = next.step === null ? lowerFirst(sayAction(next)) : typed(next.step, STEP_SHOWN);
  const comma = next.step !== null || sayAction(next).includes(',') ? ',' : '';
  return [step, `${comma} ${sayWhen(next, day)}${why ? ` (${sayRule(next.rule)})` : ''}`];
}

/** "call, no answer". */
export function sayTouch({ channel, outcome }: Pick<Touch, 'channel' | 'outcome'>): string {
  return `${CHANNEL_LABELS[channel].toLowerCase()}, ${OUTCOME_LABELS[outcome].toLowerCase()}`;
}

/** How a chase stands that has no next step. */
export function sayEnded({ status, revisitOn }: Standing, today: LocalDate): string {
  const day = revisitOn === null ? null : sayDay(revisitOn, today);
  switch (status) {
    case 'won':
      return day === null ? 'Won.' : `Won. Check in on ${day}.`;
    case 'lost':
      return day === null ? 'Lost. Out of every list.' : `Lost. Ask again on ${day}.`;
    case 'stopped':
      return 'Out of every digest, list and proposal, at once. Nobody can log an outbound touch.';
    default:
      return 'Out of every list.';
  }
}

/** " (price)" or " (duplicate)" after a status; nothing where there is no reason. */
export function sayClosedReason({ closedReason }: Pick<Prospect, 'closedReason'>): string {
  if (closedReason === null) return '';
  return ` (${{ ...NO_REASON_LABELS, ...NOT_A_PROSPECT_LABELS }[closedReason].toLowerCase()})`;
}

/** Why the next step has its date. */
export function sayRule(rule: Rule): string {
  switch (rule.kind) {
    case 'new':
      return 'new: reach out soon';
    case 'imported':
      return 'imported, not touched yet';
    case 'unanswered':
      return `${rule.inARow} unanswered in a row: wait ${workingDays(rule.wait)}`;
    case 'nurture':
      return `quiet for long: something useful after ${rule.days} days`;
    case 'conversation':
      return `after a conversation: ${workingDays(rule.wait)}`;
    case 'missed_appointment':
      return 'missed appointment: the next working day';
    case 'wrong_contact':
      return `wrong contact: ${workingDays(rule.wait)}`;
    case 'not_now':
      return 'the date they named: a promise';
    case 'agreed':
      return 'agreed with them: a promise';
    case 'picked':
      return 'the date you chose';
    case 'snoozed':
      return 'snoozed';
    case 'reopened':
      return 're-opened';
    case 'lifted':
      return 'the stop was lifted';
    default:
      return rule satisfies never;
  }
}

/** "Fri 20 Nov" or "Fri 20 Nov, 10:00". */
export function sayWhen(
  next: Pick<NextStep, 'on' | 'at'>,
  { today, zone }: { today: LocalDate; zone: string },
): string {
  const day = sayDay(next.on, today);
  return next.at === null ? day : `${day}, ${timeIn(next.at, zone)}`;
}

export function timeIn(at: Date, zone: string): LocalTime {
  return localTimeOf(at, zone);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function workingDays(days: number): string {
  return plural(days, 'working day');
}
