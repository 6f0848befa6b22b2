import type { DeliveryKind } from '../../delivery.ts';
import { plural } from './plural.ts';

/** Kinds of message as people call them: one, many. */
const kinds: Record<DeliveryKind, [one: string, many: string]> = {
  digest: ['digest', 'digests'],
  team_post: ['team post', 'team posts'],
  manager_sweep: ['manager’s sweep', 'manager’s sweeps'],
  friday_summary: ['Friday summary', 'Friday summaries'],
  promise_reminder: ['reminder of a promise', 'reminders of promises'],
  monthly_lessons: ['message of lessons', 'messages of lessons'],
  notice: ['notice', 'notices'],
};

const reasons: Record<string, string> = {
  away: 'away',
  holiday: 'a holiday',
  paused: 'paused',
  deactivated: 'no longer in Slack',
  no_channel: 'no team channel is set',
  changed: 'settings changed or nothing was left to say',
  switched_off: 'they switched it off',
  outage: 'the bot was down',
  superseded: 'the bot was down, a newer one followed',
  workspace_disconnected: 'the app was disconnected',
};

/** What was sent and what was not, and what the bot needs from a manager. */
export const status = {
  nothingYet: 'Nothing was to be sent yet today.',
  disconnected: 'Slack no longer takes our token: install the app again.',
  isPaused: (until: string | null) =>
    `Paused${until === null ? '' : ` until ${until}`}. /followup resume ends it.`,
  paused: (until: string | null) =>
    `Paused${until === null ? '' : ` until ${until}`}: no digests, posts or reminders. Logging works as ever; /followup resume ends the pause.`,
  resumed: 'Scheduled messages go out again, from the next one on.',
  untilWhen: (example: string) =>
    `Until when? Write a day after today, like /followup pause until ${example}, or tomorrow.`,
  /** "All 35 digests went out by 08:31." */
  wentOut: (sent: {
    kind: DeliveryKind;
    due: number;
    sent: number;
    by: string | null;
    waiting: number;
  }) => {
    const [one, many] = kinds[sent.kind];
    const by = sent.by === null ? '' : ` by ${sent.by}`;
    const waiting = sent.waiting === 0 ? '' : ` ${sent.waiting} still under way.`;
    if (sent.sent === 0) return `No ${one} went out.${waiting}`;
    if (sent.sent < sent.due) {
      return `${sent.sent} of ${plural(sent.due, one, many)} went out${by}.${waiting}`;
    }
    if (sent.due > 1) return `All ${sent.due} ${many} went out${by}.`;
    return `The ${one} went out${sent.by === null ? '' : ` at ${sent.by}`}.`;
  },
  skipped: (count: number) => `${count} skipped: `,
  /** What would have been empty is no fault. */
  hadNothing: (count: number, kind: DeliveryKind) =>
    `${count} had nothing ${kind === 'digest' ? 'due' : 'to say'}`,
  notSent: (count: number) => `${count} not sent: `,
  unconfirmed: 'Slack did not say whether it came; it stands in App Home',
  reason: (reason: string) =>
    Object.hasOwn(reasons, reason) ? (reasons[reason] ?? '') : `Slack said ${reason}`,
  andOthers: (hidden: number) => ` and ${hidden} more`,

  notEverything: (day: string, time: string) => `Not everything went out since ${day}, ${time}.`,
  ofKind: (kind: DeliveryKind) => {
    const [, many] = kinds[kind];
    return `${many.charAt(0).toUpperCase()}${many.slice(1)}: `;
  },
  chooseAnother: 'Choose another channel for the team post with /followup settings.',
  nothingIsLost: 'What a digest held stands in App Home, and the next one carries everything.',

  noChannel: 'The team post has no channel yet',
  whyChannel:
    'Each rep gets a digest already. Choose a channel and the team sees every working day what was done and what is slipping.',
  chooseChannel: 'Choose a channel',
};
