import type { LocalDate } from '../../local-date.ts';
import type { Status } from '../../prospect.ts';
import type { Channel, Outcome } from '../../touch.ts';
import { dates } from './dates.ts';
import { labels } from './labels.ts';

type LastTouch = { channel: Channel; outcome: Outcome; touchedOn: LocalDate };

/** The form "Log a touch", the one to add a prospect, and the search in both. */
export const logForm = {
  log: 'Log',
  prospect: 'Prospect',
  typeName: 'Type a name or company',
  whatHappened: 'What happened',
  choose: 'Choose',
  how: 'How',
  nextStep: 'Next step',
  emptyMeansProposal: 'Empty means the proposal',
  nextDate: 'Next date',
  nextDateHint: 'Empty means the proposal.',
  promise: 'Promise',
  agreed: 'Agreed with them',
  time: 'Time',
  note: 'Note',
  points: 'Two points from their side',
  pointsExample: 'budget in January; needs SSO',
  when: 'When',
  interest: 'Interest',
  unchanged: 'Unchanged',

  checkInOn: 'Check in on',
  checkInHint: 'To open the relationship. Empty means the proposal.',
  dateTheyNamed: 'Date they named',
  dateTheyNamedHint: 'It becomes a promise.',
  reason: 'Reason',
  chooseClosest: 'Choose the closest',
  lesson: 'What did we learn',
  askAgainOn: 'Ask again on',
  whatStops: 'What should stop',
  everything: 'Everything',
  onlyChannel: 'Only the channel chosen under How',
  whatStopsHint: (channel: Channel) =>
    `Everything ends the chase at once. Only the channel keeps it going another way than ${labels.channels[channel].toLowerCase()}.`,

  proposed: <P>(next: readonly P[]): (string | P)[] => ['Proposed: ', ...next, '.'],
  promiseStays: (day: string) => `The promise for ${day} stays, unless you give a new date.`,
  onlyTheyGotInTouch: 'They asked us to stop: only “They got in touch” can be logged.',
  nextStepStays: 'More happened since this touch: the next step stays as it is.',

  add: 'Add',
  name: 'Name',
  nameExample: 'Dana Reyes',
  nameIsCut: 'Only its beginning came along from the search. Add the rest.',
  company: 'Company',
  companyExample: 'Acme',
  email: 'Email',
  phone: 'Phone',
  phoneHint: 'With the country, like +1 512 555 0142.',
  somebodyLikeThat: 'Somebody like that is here already. Nothing is saved yet.',
  use: (label: string) => `Use ${label}`,
  addAnyway: 'Add anyway',
  /** "Ana’s, lost, no answer yesterday"; the owner is null for nobody. */
  knownAs: (
    owner: { name: string; isReader: boolean } | null,
    { status, last }: { status: Status; last: LastTouch | null },
    today: LocalDate,
  ) => {
    const whose = owner === null ? 'nobody’s' : owner.isReader ? 'yours' : `${owner.name}’s`;
    const stands = status === 'open' ? '' : `, ${labels.statuses[status].toLowerCase()}`;
    const happened = last ? `, ${labels.touch(last)} ${dates.nearDay(last.touchedOn, today)}` : '';
    return `${whose}${stands}${happened}`;
  },

  problems: {
    whom: 'Whom is it about? Choose a prospect.',
    what: 'What happened? Choose one.',
    how: 'How? Choose one.',
    nameOrCompany: 'Give a name or a company.',
    nobodyNamed: 'Give a name or a company, so that everybody knows whom it is about.',
    longName: (most: number) => `Keep names within ${most} characters.`,
    noEmail: 'This is no e-mail address. Write it like dana@acme.example.',
    noPhone: 'This is no phone number. Write it like +1 512 555 0142.',
  },
};
