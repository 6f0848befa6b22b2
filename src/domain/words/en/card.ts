import type { NotAProspectReason, Rule, Status } from '../../prospect.ts';
import type { Channel, Interest, NoReason, Outcome } from '../../touch.ts';
import { labels } from './labels.ts';
import { afterTitle, plural } from './plural.ts';
import { steps } from './steps.ts';

type Standing<P> = {
  status: Status;
  closedReason: NoReason | NotAProspectReason | null;
  contacts: number;
  owner: P | null;
  interest: Interest | null;
  snoozes: number;
};

type ToldTouch<P> = {
  day: string;
  channel: Channel;
  outcome: Outcome;
  noReason: NoReason | null;
  /** Null where it answered none. */
  promise: 'kept' | 'missed' | null;
  edited: boolean;
  by: P;
};

type ShownRows = { first: number; last: number; total: number };

/** "16 to 30 of 500". */
function shownRows({ first, last, total }: ShownRows): string {
  return first === last ? `${first} of ${total}` : `${first} to ${last} of ${total}`;
}

/** One prospect, and lists of them. */
export const card = {
  title: 'Prospect',
  /** "Open, contact 3, owner Ben, warm, snoozed 2 times." */
  standing: <P>({ status, closedReason, contacts, owner, interest, snoozes }: Standing<P>) => [
    `${labels.statuses[status]}${labels.closedReason(closedReason)}`,
    contacts === 0 ? ', no contact yet' : `, contact ${contacts}`,
    ...(owner === null ? [] : [', owner ', owner]),
    interest === null ? '' : `, ${labels.interests[interest].toLowerCase()}`,
    snoozes === 0 ? '' : `, snoozed ${plural(snoozes, 'time')}`,
    '.',
  ],
  /** Before the step itself. */
  next: ({ when, promised, rule }: { when: string; promised: boolean; rule: Rule }) =>
    `Next ${when}${promised ? ', promised' : ` (${steps.rule(rule)})`}: `,
  /** Before whose phone it is too. */
  dueAndHeld: (when: string) => `Due ${when}, held. `,
  waitsForYou: 'Is it the same person? Until you say so, nobody reaches out.',
  waitsForManager:
    'A manager has to say whether it is the same person. Until then nobody reaches out.',
  lookAgain: (day: string) => `Look again on ${day}.`,
  /** Why the next contact is worth it, from the team's own Yeses. */
  yesesComeLate: ({ from, hits, of }: { from: number; hits: number; of: number }) =>
    `Most of our Yeses come at contact ${from} or later: ${hits} of ${of} in a year.`,
  /** After "They asked us to stop on 3 Jul (Ana)." */
  stopped: <P>(said: P, { manages }: { manages: boolean }) => [
    said,
    ` Only “They got in touch” can be logged.${manages ? '' : ' A manager can lift that.'}`,
  ],
  lifted: <P>({ day, by, reason }: { day: string; by: P; reason: P }) => [
    `Stop lifted on ${day} (`,
    by,
    '): ',
    reason,
  ],
  reach: 'Reach: ',

  timeline: 'Timeline',
  nothingLogged: 'Nothing logged yet.',
  /** "Tue 17 Nov: call, no answer, promise kept, edited. Ben". */
  touch: <P>({ day, noReason, promise, edited, by, ...touch }: ToldTouch<P>) => [
    `${day}: ${labels.touch(touch)}${labels.closedReason(noReason)}`,
    `${promise === null ? '' : `, promise ${promise}`}${edited ? ', edited' : ''}. `,
    by,
  ],
  note: <P>(text: P) => ['Note: ', text],
  lesson: <P>(text: P) => ['Lesson: ', text],
  imported: ({ contacts, last }: { contacts: number; last: string | null }) =>
    `Imported with ${plural(contacts, 'contact')}${last === null ? '' : `, last on ${last}`}.`,
  earlier: (count: number) => `And ${plural(count, 'earlier touch', 'earlier touches')}.`,
  changeATouch: 'Change a touch',
  /** "Tue 17 Nov: call, no answer, Ben"; without a name where it is the reader's own. */
  touchToChange: ({
    day,
    by,
    ...touch
  }: {
    day: string;
    channel: Channel;
    outcome: Outcome;
    by: string | null;
  }) => `${day}: ${labels.touch(touch)}${by === null ? '' : `, ${by}`}`,

  giveTo: 'Give to…',
  sayGive: (label: string) => `Give to another rep: ${label}`,

  list: {
    title: 'Follow-ups',
    your: {
      open: 'Your follow-ups',
      overdue: 'Your follow-ups, overdue',
      today: 'Your follow-ups, up to today',
      week: 'Your follow-ups, up to Sunday',
    },
    ofRep: <P>(name: P) => [name, '’s follow-ups'],
    leftBehind: 'Left behind',
    count: afterTitle,
    today: (time: string | null) => (time === null ? 'Today' : `Today, ${time}`),
    log: 'Log',
    /** After the name: ". Wed 18 Nov, promised, of Ben". */
    row: <P>({
      when,
      promised,
      owner,
    }: {
      when: string | null;
      promised: boolean;
      owner: P | null;
    }) => [
      `${when === null ? '' : `. ${when}`}${promised ? ', promised' : ''}`,
      ...(owner === null ? [] : [', of ', owner]),
    ],
    /** Below a page of several. */
    toSearch: (shown: string) => `${shown}. To search: /followup show NAME.`,
    pages: {
      shown: shownRows,
      previous: (rows: number) => `Previous ${rows}`,
      next: (rows: number) => `Next ${rows}`,
      /** "Next 15: 16 to 30 of 500". */
      say: (button: string, rows: ShownRows) => `${button}: ${shownRows(rows)}`,
    },
    tooOld: 'This button is too old. Use /followup list.',
    nothingOpen: 'Nothing is open. Start with /followup add.',
    nothingOpenYet: 'Nothing is open. Log a touch with somebody new.',
    nothingDue: 'Nothing. Well kept.',
    nothingLeftBehind: 'Nobody who left has anything open.',
    /** Several fit what was asked for, or more than are shown. */
    whichOne: <P>(query: P, { count, hasMore }: { count: number; hasMore: boolean }) => [
      `Which one? ${hasMore ? 'More than ' : ''}${count} match “`,
      query,
      '”. Write more of the name.',
    ],
    nobodyCalledThat: 'Nobody by that name. Try a part of it, or add them with /followup add.',
    which:
      'Which list? Write overdue, today, week, or mention a rep with @. For one prospect: /followup show and the name.',
    whom: 'Whom? Write /followup show and a name or company.',
    noRep: 'That person does not use Followup yet, so they have no list.',
    searchTooLong: (length: number) => `Search with at most ${length} characters.`,
  },
};
