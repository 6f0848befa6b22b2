import type { Channel, Outcome } from '../../touch.ts';

/** How it went, before what came of it; a touch of no named kind is only what came of it. */
const how: Record<Channel, string> = {
  call: 'call, ',
  email: 'email, ',
  text: 'text, ',
  social: 'social message, ',
  video: 'video call, ',
  meeting: 'meeting, ',
  other: '',
};

const noAnswer: Record<Channel, string> = {
  call: 'call, no answer',
  email: 'email, no reply',
  text: 'text, no reply',
  social: 'social message, no reply',
  video: 'video call, no answer',
  meeting: 'meeting, nobody there',
  other: 'no answer',
};

const sent: Record<Channel, string> = {
  call: 'call, left a message',
  email: 'email sent',
  text: 'text sent',
  social: 'social message sent',
  video: 'video call, left a message',
  meeting: 'meeting, left a message',
  other: 'message sent',
};

const spoke: Record<Channel, string> = {
  call: 'call, we spoke',
  email: 'email, we talked',
  text: 'text, we talked',
  social: 'social message, we talked',
  video: 'video call, we spoke',
  meeting: 'we met',
  other: 'we spoke',
};

const theyGotInTouch: Record<Channel, string> = {
  call: 'they called',
  email: 'they emailed',
  text: 'they texted',
  social: 'they sent a social message',
  video: 'they video called',
  meeting: 'they came to see us',
  other: 'they got in touch',
};

const missedAppointment: Partial<Record<Channel, string>> = {
  call: 'they missed our call',
  video: 'they missed our video call',
  meeting: 'they missed our meeting',
};

/** What happened and how, as people say it; no two of them are the same. */
export const touchPhrases: Record<Outcome, (channel: Channel) => string> = {
  no_answer: (channel) => noAnswer[channel],
  sent: (channel) => sent[channel],
  spoke: (channel) => spoke[channel],
  they_got_in_touch: (channel) => theyGotInTouch[channel],
  missed_appointment: (channel) =>
    missedAppointment[channel] ?? `${how[channel]}they missed our appointment`,
  not_now: (channel) => `${how[channel]}not now`,
  wrong_contact: (channel) => `${how[channel]}wrong contact`,
  yes: (channel) => `${how[channel]}yes`,
  no: (channel) => `${how[channel]}no`,
  stop: (channel) => `${how[channel]}asked us to stop`,
};
