import type { NoReason } from '../../touch.ts';
import { type Estimate, estimate, type Rate } from '../../wilson.ts';
import { labels } from './labels.ts';
import { plural } from './plural.ts';

type Asked = { scope: 'me' | 'team'; days: number };
type Counted = Rate & { prospects: number; since: string; isCut: boolean };

/** What the touches so far teach. */
export const insights = {
  title: 'Insights',
  heading: ({ scope, days }: Asked) =>
    `${scope === 'me' ? 'Your insights' : 'Your team’s insights'}, last ${days} days`,
  noContacts: (heading: string) => `${heading}: no contacts yet.`,
  headline: (heading: string, { hits, of, yeses }: Rate & { yeses: number }) =>
    `${heading}: ${hits} of ${plural(of, 'contact')} answered, ${plural(yeses, 'Yes', 'Yeses')}.`,
  overview: ({ hits, of, prospects, since, isCut }: Counted) => {
    const cut = isCut ? ' Older touches are too many to read at once.' : '';
    return `${plural(of, 'contact')} with ${plural(prospects, 'prospect')} since ${since}, ${hits} answered: ${shareOrFew({ hits, of }, ', the likely range')}.${cut}`;
  },
  empty: (scope: 'me' | 'team') =>
    `${scope === 'me' ? 'You have' : 'Your team has'} no contacts in these days. Log touches, and this page learns from them.`,

  /** "28% (25–32)": the share and the range it is very likely in. */
  share: ({ share, low, high }: Estimate, says = '') =>
    `${PERCENT.format(share)} (${inHundred(low)}–${inHundred(high)}${says})`,
  /** "15 of 26, 58% (39–74)", or "3 of 7, too few yet for a share". */
  rate: ({ hits, of }: Rate) => `${hits} of ${of}, ${shareOrFew({ hits, of })}`,
  /** A bar's figures: "28% (25–32) of 90". */
  shareOf: (found: Estimate, of: number) => `${insights.share(found)} of ${of}`,

  yeses: 'Yeses',
  noYeses: ': none in these days.',
  yesesByContact: 'Yeses, by contact',
  countedByContact: (yeses: number) => `${yeses} Yeses, by contact`,
  contactOfYes: 'Contact at which they said Yes',
  lateYeses: <P>(contact: number, rate: P) => [`At contact ${contact} or later: `, rate, '.'],

  answeredBy: {
    contact: 'Answered, by contact',
    channel: 'Answered, by channel',
    weekday: 'Answered, by weekday',
    hour: 'Answered, by hour of our touch',
  },
  percentAnswered: '% answered',
  hoursAxis: 'Hour, and touches in it',
  /** Short enough for a phone's width beside a bar and its figures. */
  channels: { ...labels.channels, social: 'Social', video: 'Video' },
  standOut: (best: string, worst: string) => `Most answered: ${best}. Least: ${worst}.`,
  noneStandsOut: {
    channel: 'No channel stands out yet: the ranges overlap.',
    weekday: 'No weekday stands out yet: the ranges overlap.',
    hour: 'No hour stands out yet: the ranges overlap.',
  },
  /** What a row of contact 3 is called within a sentence; below the heading it is the number. */
  contact: (number: string) => `contact ${number}`,
  /** A single row has nothing to be compared with: "Contact 3: 4." */
  only: (row: string, figures: string) =>
    `${row.charAt(0).toUpperCase()}${row.slice(1)}: ${figures}.`,
  tooFewYet: (rows: readonly { label: string; rate: Rate }[]) =>
    `Too few yet: ${rows.map(({ label, rate }) => `${label} (${rate.hits} of ${rate.of})`).join(', ')}.`,

  promisesKept: 'Promises kept',
  promisesRate: (rate: string | null) => `: ${rate ?? 'none fell due in these days'}.`,

  noes: 'Noes',
  noNoes: ': none in these days.',
  noesByReason: (count: number) => `${plural(count, 'No', 'Noes')}, by reason`,
  noReason: 'No reason given',
  noLesson: 'No lesson was written down with them.',
  whatWeLearned: 'What we learned',
  lesson: <P>(text: P, { day, reason }: { day: string; reason: NoReason | null }) => [
    `${day}${reason === null ? '' : `, ${labels.noReasons[reason].toLowerCase()}`}: `,
    text,
  ],
  earlierLessons: (count: number) => `And ${plural(count, 'earlier one')}.`,

  days: (days: number) => `${days} days`,
  sayDays: (days: number, isShown: boolean) =>
    `Insights of the last ${days} days${isShown ? ', shown' : ''}`,
  scopes: { me: 'Me', team: 'Team' },
  sayScope: (scope: 'me' | 'team', isShown: boolean) =>
    `${scope === 'me' ? 'Me: my own' : 'Team: my team’s'} insights${isShown ? ', shown' : ''}`,
  howCounted: ({ replyDays, enough }: { replyDays: number; enough: number }) =>
    `Answered: they spoke with us that day, or got in touch within ${replyDays} days and before our next contact. In brackets the range the share is in with 95% certainty; under ${enough} it says too few yet.`,
  namesNobody: ' The team’s figures name nobody.',

  buttonTooOld: 'This button is too old. Use /followup insights.',
  whoseAndHowFar:
    'Whose, and how far back? Write me or team, and 30, 90 or 365 days: /followup insights team 90.',
};

const PERCENT = new Intl.NumberFormat('en-GB', { style: 'percent' });

function inHundred(share: number): number {
  return Math.round(share * 100);
}

function shareOrFew(rate: Rate, says = ''): string {
  const found = estimate(rate);
  return found ? insights.share(found, says) : 'too few yet for a share';
}
