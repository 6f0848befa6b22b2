import type { NoReason } from '../../touch.ts';
import type { WeekNumbers } from '../../week-summary.ts';
import { labels } from './labels.ts';
import { plural } from './plural.ts';

/** What the team reads: the post, the leaderboard, Friday’s lines, monthly lessons. */
export const team = {
  /** "Tue 17 Nov. 58 follow-ups yesterday; promises kept this week 9 of 10." */
  headline: (
    day: string,
    { followUps, when, promises }: { followUps: number; when: string; promises: Kept },
  ) => {
    const kept =
      promises.due === 0 ? '' : `; promises kept this week ${promises.kept} of ${promises.due}`;
    return `${day}. ${plural(followUps, 'follow-up')} ${when}${kept}.`;
  },
  yesterday: 'yesterday',
  onWeekday: (weekday: string) => `on ${weekday}`,
  allClear: 'All clear: nothing is slipping.',
  slipping: <P>(who: P[]) => ['Slipping: ', ...who],
  away: <P>(who: P[]) => [' Away: ', ...who],
  until: (day: string) => ` until ${day}`,
  nothingSlipping: <P>(who: P[]) => ['Nothing slipping: ', ...who],
  mostThisWeek: <P>(who: P[]) => ['Most this week: ', ...who],
  noneThisWeek: 'No follow-ups logged this week yet.',
  /** Ends a list of names. */
  andOthers: (hidden: number) => (hidden > 0 ? ` and ${hidden} more.` : '.'),
  lastWeek: (monday: string, followUps: number) =>
    `Last week, from ${monday}: ${plural(followUps, 'follow-up')}`,
  nobodyLogged: 'Nobody logged a touch.',
  moreOnBoard: (hidden: number) => `And ${hidden} more: /followup board week shows your own place.`,

  board: {
    title: (followUps: number, { from, to }: { from: string; to: string }) =>
      `${plural(followUps, 'follow-up')}, ${from} to ${to}`,
    more: (hidden: number) => `And ${hidden} more.`,
    ownNone: 'You: no follow-ups yet in these days.',
    own: (place: { followUps: number; rank: number; of: number; hidden: boolean }) =>
      `You: ${plural(place.followUps, 'follow-up')}, place ${place.rank} of ${place.of}.${place.hidden ? ' Others do not see you.' : ''}`,
    whichDays: 'Which days? Write week, month, or two dates like 2026-11-01..2026-11-15.',
  },

  friday: {
    head: (monday: string) => `Week of ${monday}, last week in brackets`,
    lines: (now: WeekNumbers, before: WeekNumbers, slipping: number) => [
      `Follow-ups: ${now.followUps} (${before.followUps})`,
      `Prospects chased: ${now.prospectsChased} (${before.prospectsChased})${
        // Said only in a week with some, so that the six lines stay six.
        now.notProspects + before.notProspects === 0
          ? ''
          : `. Not prospects: ${now.notProspects} (${before.notProspects})`
      }`,
      `Yes ${now.yes}, No ${now.no} (Yes ${before.yes}, No ${before.no})`,
      `Promises kept: ${kept(now.promises)} (${kept(before.promises)})`,
      `Slipping now: ${slipping}`,
    ],
    noLesson: 'Top lesson: none written down this week',
    topLesson: <P>(reason: NoReason | null, text: P) => [
      `Top lesson: ${reason === null ? '' : `${labels.noReasons[reason]}. `}`,
      text,
    ],
  },

  month: {
    head: (month: string) => `What we learned in ${month}`,
    noes: (count: number, reasons: readonly { reason: NoReason | null; count: number }[]) =>
      `${plural(count, 'No', 'Noes')}: ${reasons
        .map((row) => `${sayReason(row.reason)} ${row.count}`)
        .join(', ')}.`,
    lesson: <P>(reason: NoReason | null, text: P) => [
      reason === null ? '' : `${labels.noReasons[reason]}: `,
      text,
    ],
    earlier: (count: number) => `And ${plural(count, 'earlier one')}: /followup insights team.`,
    withNames: (count: number, { more }: { more: boolean }) =>
      count === 1
        ? `1 ${more ? 'more ' : ''}lesson names a prospect; ask its owner.`
        : `${count} ${more ? 'more ' : ''}lessons name a prospect; ask their owners.`,
  },
};

type Kept = { kept: number; due: number };

function kept(promises: Kept): string {
  return `${promises.kept} of ${promises.due}`;
}

function sayReason(reason: NoReason | null): string {
  return reason === null ? 'no reason given' : labels.noReasons[reason].toLowerCase();
}
