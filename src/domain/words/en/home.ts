import type { OwnNumbers } from '../../home-model.ts';
import { plural } from './plural.ts';

/** App Home. */
export const home = {
  /** After the name: "Ana Silva, 60 open prospects." */
  owns: (open: number) => `, ${plural(open, 'open prospect')}.`,
  /** Beside the day, where a phone has little room. */
  log: 'Log a touch',
  clear: 'You are clear.',

  today: 'Today',
  thisWeek: 'This week',
  nextWeek: 'Next week',
  nurture: 'Nurture',
  all: 'All',
  recent: 'Recent',
  recentTouches: 'Recent touches',
  numbers: 'My numbers',
  /** "Nurture 120", the button of a part. */
  tab: (part: string, count: number) => `${part} ${count}`,
  sayTab: (label: string) => `Show ${label}`,
  sayShownTab: (label: string) => `${label}, shown below`,
  /** "Nurture, 120", the heading of a part, or "Nurture, 16 to 30 of 120". */
  heading: (part: string, shown: string | number) => `${part}, ${shown}`,
  /** "Wed 18 Nov, 4", above the rows of a day. */
  onDay: (day: string, count: number) => `${day}, ${count}`,
  showAll: (total: number) => `Show all ${total}`,
  sayShowAll: (part: string, total: number) => `Show all ${total}: ${part}`,

  nothingMore: (which: 'this' | 'next', after: { day: string; count: number } | null) => {
    const then = after === null ? '' : ` Then ${after.day}, ${after.count}.`;
    return `Nothing more ${which} week.${then}`;
  },
  nobodyQuiet: 'Nobody is in nurture.',
  nothingOpen: 'Nothing is open.',
  nothingLogged: 'Nothing logged in the last 7 days.',

  /** "12 follow-ups this week, 41 last week." and what came of them, as far as there is anything. */
  numberLines: ({
    followUps,
    followUpsLastWeek,
    prospectsChased,
    yes,
    no,
    promises,
  }: OwnNumbers) => [
    `${plural(followUps, 'follow-up')} this week, ${followUpsLastWeek} last week.`,
    ...(prospectsChased > 0
      ? [`${plural(prospectsChased, 'prospect')} touched, ${yes} Yes, ${no} No.`]
      : []),
    ...(promises.due > 0 ? [`Promises kept: ${promises.kept} of ${promises.due}.`] : []),
  ],

  heldForYou: (count: number) =>
    `Held for you: ${count}. Same phone as somebody who asked us to stop.`,
  look: 'Look',
  sayLook: 'Look at who is held for you',
  see: 'See',
  seeCracks: 'See the team’s cracks',

  pageTooOld: 'This button is too old. Open App Home again.',
};
