import type { NotAProspectReason, Status } from '../../prospect.ts';
import type { Channel, Interest, NoReason, Outcome } from '../../touch.ts';
import { touchPhrases } from './touch-phrases.ts';

const channels: Record<Channel, string> = {
  call: 'Call',
  email: 'Email',
  text: 'Text',
  social: 'Social message',
  video: 'Video call',
  meeting: 'Meeting',
  other: 'Other',
};

const outcomes: Record<Outcome, string> = {
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

const noReasons: Record<NoReason, string> = {
  price: 'Price',
  timing: 'Timing',
  competitor: 'Competitor',
  no_need: 'No need',
  no_authority: 'No authority',
  other: 'Other',
};

const notAProspectReasons: Record<NotAProspectReason, string> = {
  duplicate: 'Duplicate',
  existing_customer: 'Existing customer',
  company_gone: 'Company gone',
  added_by_mistake: 'Added by mistake',
};

const interests: Record<Interest, string> = { cold: 'Cold', warm: 'Warm', hot: 'Hot' };

const statuses: Record<Status, string> = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  stopped: 'Asked us to stop',
  not_a_prospect: 'Not a prospect',
};

/** What things are called on every screen, and the buttons every surface has. */
export const labels = {
  channels,
  outcomes,
  noReasons,
  notAProspectReasons,
  interests,
  statuses,
  /** Who did something, as a sentence begins. */
  you: 'You',
  somebody: 'Somebody',
  logATouch: 'Log a touch',
  sayLogTouch: (label: string) => `Log a touch with ${label}`,
  addName: (name: string) => `Add “${name}”`,
  /** A person's own words. */
  quoted: <P>(words: P) => ['“', words, '”'],
  undo: 'Undo',
  change: 'Change',
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  save: 'Save',
  /** "call, no answer", "email sent". */
  touch: ({ channel, outcome }: { channel: Channel; outcome: Outcome }) =>
    touchPhrases[outcome](channel),
  /** " (price)" after a status; nothing where there is no reason. */
  closedReason: (reason: NoReason | NotAProspectReason | null) =>
    reason === null ? '' : ` (${{ ...noReasons, ...notAProspectReasons }[reason].toLowerCase()})`,
};
