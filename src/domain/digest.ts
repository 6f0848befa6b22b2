import { daysBetween, type LocalDate } from './local-date.ts';
import type { Status } from './prospect.ts';

export const DIGEST_SECTIONS = [
  'promised_today',
  'promise_missed',
  'revisit',
  'overdue',
  'due_today',
  'in_line',
  'before_back',
] as const;
/** Where a row stands in the morning's order. */
export type DigestSection = (typeof DIGEST_SECTIONS)[number];

/** What the order needs to know of a prospect that may be in a digest. */
export type DigestCandidate = {
  prospectId: string;
  status: Status;
  nextOn: LocalDate | null;
  nextAt: Date | null;
  promised: boolean;
  revisitOn: LocalDate | null;
  inLine: boolean;
};

export type DigestRow = { prospectId: string; section: DigestSection };

/** Rows on screen at a time; done rows fold away and the next move up. */
export const DIGEST_ROWS = 10;

/** A digest's buttons act for so many days after its own: last week's still do, after a week of leave, too. */
const ACTS_FOR_DAYS = 14;

/**
 * Whether a digest is so old that its buttons only say so: what it asked has long been asked again.
 * @example isOldDigest('2026-11-17', '2026-12-01') //=> false
 * @example isOldDigest('2026-11-17', '2026-12-02') //=> true
 */
export function isOldDigest(on: LocalDate, today: LocalDate): boolean {
  return daysBetween(on, today) > ACTS_FOR_DAYS;
}

/** A working day, and the one on which the rep is back: what is promised between them falls on days off. */
export type DigestDay = { today: LocalDate; backOn: LocalDate };

/**
 * Whether a row is work of the day: it was not pulled in from the line, and is not shown ahead of days
 * off.
 * @example isDueWork('before_back') //=> false
 */
export function isDueWork(section: DigestSection): boolean {
  return section !== 'in_line' && section !== 'before_back';
}

/**
 * The rows of a rep's morning: promised today by time, promises missed, revisits, overdue (oldest
 * first), due today, then as many in line as the pace has room for, and last the promises of the days
 * off ahead. Candidates not due are left out.
 * @example
 * arrangeDigest([promisedToday, overdue], { today: '2026-11-17', backOn: '2026-11-18', pace: 15 })
 * //=> [{ prospectId: 'dana', section: 'promised_today' }, { prospectId: 'tom', section: 'overdue' }]
 */
export function arrangeDigest(
  candidates: readonly DigestCandidate[],
  { pace, ...day }: DigestDay & { pace: number },
): DigestRow[] {
  const placed = candidates.flatMap((candidate) => {
    const section = sectionOf(candidate, day);
    return section ? [{ candidate, section }] : [];
  });
  placed.sort(
    (a, b) =>
      DIGEST_SECTIONS.indexOf(a.section) - DIGEST_SECTIONS.indexOf(b.section) ||
      compareWithin(a.candidate, b.candidate),
  );
  const due = placed.filter((row) => isDueWork(row.section));
  const line = placed.filter((row) => row.section === 'in_line');
  const ahead = placed.filter((row) => row.section === 'before_back');
  const room = Math.max(0, pace - due.length);
  return [...due, ...line.slice(0, room), ...ahead].map(({ candidate, section }) => ({
    prospectId: candidate.prospectId,
    section,
  }));
}

/**
 * The section of one prospect on a day, or null when nothing is due.
 * @example
 * // A promise for Saturday, on the Friday before.
 * sectionOf({ status: 'open', nextOn: '2026-11-21', promised: true, … },
 *   { today: '2026-11-20', backOn: '2026-11-23' }) //=> 'before_back'
 */
export function sectionOf(
  candidate: DigestCandidate,
  { today, backOn }: DigestDay,
): DigestSection | null {
  if (candidate.status === 'won' || candidate.status === 'lost') {
    return candidate.revisitOn !== null && candidate.revisitOn <= today ? 'revisit' : null;
  }
  if (candidate.status !== 'open' || candidate.nextOn === null) return null;
  if (candidate.nextOn > today) {
    return candidate.promised && candidate.nextOn < backOn ? 'before_back' : null;
  }
  if (candidate.inLine) return 'in_line';
  if (candidate.promised) return candidate.nextOn === today ? 'promised_today' : 'promise_missed';
  return candidate.nextOn === today ? 'due_today' : 'overdue';
}

function compareWithin(a: DigestCandidate, b: DigestCandidate): number {
  const dayA = a.nextOn ?? a.revisitOn ?? '';
  const dayB = b.nextOn ?? b.revisitOn ?? '';
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  const atA = a.nextAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const atB = b.nextAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return atA - atB;
}
