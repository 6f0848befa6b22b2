import type { Deed } from '../../digest-model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Channel } from '../../touch.ts';
import { dates } from './dates.ts';
import { labels } from './labels.ts';
import { plural } from './plural.ts';

const past: Record<Channel, string> = {
  call: 'called',
  email: 'emailed',
  text: 'texted',
  social: 'wrote on social media',
  video: 'met them on video',
  meeting: 'met them',
  other: 'got in touch',
};

const deeds: Record<Deed['kind'], string> = {
  logged: 'Logged',
  snoozed: 'Snoozed',
  nurtured: 'Put in nurture',
  reopened: 'Re-opened',
  dropped: 'Dropped',
  revisit_moved: 'Put off',
  not_a_prospect: 'Not a prospect',
  moved_on: 'Changed',
};

/** The rep's morning and its rows, which App Home shows too. */
export const digest = {
  /** "Tue 17 Nov. 7 today, 2 promised, first 10:00." and, once some are done, "3 of 7 done, 1 put off". */
  headline: (
    day: string,
    counts: {
      open: number;
      ahead: number;
      done: number;
      putOff: number;
      promised: number;
      first: string | null;
    },
  ): string => {
    const { open, ahead, done, putOff, promised, first } = counts;
    const all = open + done + putOff;
    if (all > open) {
      const off = putOff === 0 ? '' : `, ${putOff} put off`;
      if (open > 0) return `${day}. ${done} of ${all} done${off}.`;
      return off === ''
        ? `${day}. All done, ${all} of ${all}.`
        : `${day}. Nothing left: ${done} done${off}.`;
    }
    const back = ahead === 0 ? '' : ` ${ahead} before you are back.`;
    if (open === ahead) return `${day}. Nothing due${back === '' ? '' : ' today'}.${back}`;
    const ofThese = promised === 0 ? '' : `, ${promised} promised`;
    return `${day}. ${open - ahead} today${ofThese}${first === null ? '' : `, first ${first}`}.${back}`;
  },
  sentLate: (plannedFor: string) => `Sent late: planned for ${plannedFor}.`,
  overPace: ({ due, pace }: { due: number; pace: number }) => `${due} due, your pace is ${pace}.`,
  spreadOver: (days: number) => `Spread over ${plural(days, 'other day')}…`,
  saySpreadOver: ({ due, days }: { due: number; days: number }) =>
    `Spread over ${plural(days, 'other day')}: see how ${due} follow-ups would go`,
  movedUpTo: (count: number, day: string) => `${count} moved to days with room, up to ${day}.`,
  sayPutBack: (count: number) => `Undo: put ${plural(count, 'follow-up')} back on today`,
  /** "Tomorrow 4.", else with the next working day's name: "Mon 23 Nov: 4." */
  tomorrow: (count: number) => (count === 0 ? 'Nothing tomorrow.' : `Tomorrow ${count}.`),
  onNextDay: (day: string, count: number) =>
    count === 0 ? `Nothing on ${day}.` : `${day}: ${count}.`,
  /** True after the post too, when nothing draws the digest anew. */
  teamSees: ({ at, slipping, inTotal }: { at: string; slipping: number; inTotal: boolean }) => {
    const log = `Log ${slipping === 1 ? 'it' : 'them'} before`;
    return inTotal
      ? `The team sees at ${at}: a total without names, ${slipping} of it yours. ${log} and yours is 0.`
      : `The team sees at ${at}: you, ${slipping} slipping. ${log} and it shows 0.`;
  },
  andMore: (count: number) => `And ${count} more: open the list.`,
  openList: 'Open list',
  sayOpenList: 'Open list of your follow-ups',
  goesMonday: 'What goes Monday',
  toManager: (count: number, { isOwn }: { isOwn: boolean }) => {
    if (isOwn) return `${count} ${count === 1 ? 'stands' : 'stand'} in your sweep Monday.`;
    return `${count} ${count === 1 ? 'goes' : 'go'} to your manager Monday.`;
  },
  beforeYouAreBack: (day: string) => `Before you are back, ${day}`,

  promised: (when: string) => `Promised ${when}`,
  promisedToday: 'Promised today',
  late: (days: number) => `${plural(days, 'day')} late`,
  timeToCheckIn: 'Won. Time to check in',
  timeToAskAgain: 'Lost. Time to ask again',
  newInLine: 'New in line',
  dueToday: 'Due today',
  snoozedTimes: (times: number) => `Snoozed ${times} times`,
  held: 'Held: same phone as somebody who asked us to stop. A manager decides.',
  points: <P>(points: P) => ['Points: ', points],
  /** "Ben called yesterday. Better from Thu 19 Nov." without the name, which may be cut. */
  reachedOut: (
    warning: { isOwn: boolean; channel: Channel; touchedOn: LocalDate; betterFrom: LocalDate },
    today: LocalDate,
  ) =>
    ` ${past[warning.channel]} ${dates.nearDay(warning.touchedOn, today)}. Better from ${dates.day(warning.betterFrom, today)}.`,

  deed: <P>(kind: Deed['kind'], { by, what }: { by: P | null; what: string }) => [
    deeds[kind],
    ...(by === null ? [] : [' by ', by]),
    `${kind === 'logged' ? ': ' : ''}${what}.`,
  ],
  isOld: (day: string) => `This digest is from ${day}. See today’s, or /followup list.`,
  next: 'Next: ',
  /** One tap logs it. */
  noAnswer: (label: string) => `${labels.outcomes.no_answer}: ${label}`,
  sayNoAnswer: (whom: string) => `Log call, no answer: ${whom}`,
  sayUndoTouch: (label: string) => `Undo the touch with ${label}`,
  sayProspectAfterAll: (label: string) => `Undo: ${label} is a prospect after all`,

  menu: {
    log: 'Log',
    /** A menu has no name but what stands in it: ten called “Log” sound alike. */
    logWith: (name: string) => `Log ${name}`,
    decideOn: (name: string) => `Decide: ${name}`,
    whatHappened: 'What happened',
    weSpoke: 'We spoke…',
    more: 'More…',
    snooze: 'Snooze',
    tomorrow: 'Tomorrow',
    inThree: 'In 3 working days',
    pickDate: 'Pick a date…',
    notAProspect: 'Not a prospect',
    reopen: 'Re-open',
    later: 'Later, in 30 days',
    drop: 'Drop, no more reminders',
  },
};
