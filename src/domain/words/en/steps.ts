import type { LocalDate } from '../../local-date.ts';
import type { Action, NextStep, Rule, Standing } from '../../prospect.ts';
import type { Channel } from '../../touch.ts';
import { dates } from './dates.ts';
import { plural } from './plural.ts';

const first: Record<Channel, string> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Message on social media',
  video: 'Video call',
  meeting: 'Meet',
  other: 'Get in touch',
};

const again: Record<Channel, string> = {
  call: 'Call again',
  email: 'Email again',
  text: 'Text again',
  social: 'Message again',
  video: 'Video call again',
  meeting: 'Meet again',
  other: 'Try again',
};

const actions: Record<Action, (channel: Channel | null) => string> = {
  first_contact: (channel) => (channel === null ? 'Get in touch' : first[channel]),
  try_again: (channel) => (channel === null ? 'Try again' : again[channel]),
  try_another_way: (channel) =>
    channel === null ? 'Try another way' : `${first[channel]}, and say it differently`,
  leave_message: () => 'Leave a message, “happy to carry on, I know you are busy”',
  send_useful: () => 'Send something useful',
  continue: () => 'Carry on the conversation',
  apologise_missed: () => 'Say sorry we missed each other',
  ask_again: () => 'Ask again, as they wanted',
  find_way_in: () => 'Find another way in',
};

type Proposed = Pick<NextStep, 'action' | 'channel'>;

/** What the cadence proposes, why, and how a chase stands that has no next step. */
export const steps = {
  /** What to do next in the cadence's words; a rep's own words go before it where they exist. */
  action: ({ action, channel }: Proposed) => actions[action](channel),

  /** The step as the rest of a sentence: "call again Fri 20 Nov (2 unanswered in a row: …)". */
  next: <P>(
    next: Proposed & { rule: Rule },
    said: { own: P | null; when: string; why: boolean },
  ) => {
    const { own, when, why } = said;
    const action = steps.action(next);
    const comma = own !== null || action.includes(',') ? ',' : '';
    return [
      own ?? `${action.charAt(0).toLowerCase()}${action.slice(1)}`,
      `${comma} ${when}${why ? ` (${steps.rule(next.rule)})` : ''}`,
    ];
  },

  /** Why the next step has its date. */
  rule: (rule: Rule): string => {
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
      case 'spread':
        return 'a day with room';
      case 'reopened':
        return 're-opened';
      case 'lifted':
        return 'the stop was lifted';
      default:
        return rule satisfies never;
    }
  },

  /** How a chase stands that has no next step. */
  ended: ({ status, revisitOn }: Pick<Standing, 'status' | 'revisitOn'>, today: LocalDate) => {
    const day = revisitOn === null ? null : dates.day(revisitOn, today);
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
  },
};

function workingDays(days: number): string {
  return plural(days, 'working day');
}
