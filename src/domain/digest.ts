import type { LocalDate } from './local-date.ts';
import type { Status } from './prospect.ts';

export const DIGEST_SECTIONS = [
  'promised_today',
  'promise_missed',
  'revisit',
  'overdue',
  'due_today',
  'in_line',
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

/**
 * The rows of a rep's morning: promised today by time, promises missed, revisits, overdue (oldest
 * first), due today, then as many in line as the pace has room for. Candidates not due are left out.
 * @example
 * arrangeDigest([promisedToday, overdue], { today: '2026-11-17', pace: 15 })[0]?.section
 * //=> 'promised_today'
 */
export function arrangeDigest(
  candidates: readonly DigestCandidate[],
  { today, pace }: { today: LocalDate; pace: number },
): DigestRow[] {
  const placed = candidates.flatMap((candidate) => {
    const section = sectionOf(candidate, today);
    return section ? [{ candidate, section }] : [];
  });
  placed.sort(
    (a, b) =>
      DIGEST_SECTIONS.indexOf(a.section) - DIGEST_SECTIONS.indexOf(b.section) ||
      compareWithin(a.candidate, b.candidate),
  );
  const due = placed.filter((row) => row.section !== 'in_line');
  const line = placed.filter((row) => row.section === 'in_line');
  const room = Math.max(0, pace - due.length);
  return [...due, ...line.slice(0, room)].map(({ candidate, section }) => ({
    prospectId: candidate.prospectId,
    section,
  }));
}

/**
 * The section of one prospect on a day, or null when nothing is due.
 * @example sectionOf({ status: 'won', revisitOn: '2026-11-17', … }, '2026-11-17') //=> 'revisit'
 */
export function sectionOf(candidate: DigestCandidate, today: LocalDate): DigestSection | null {
  if (candidate.status === 'won' || candidate.status === 'lost') {
    return candidate.revisitOn !== null && candidate.revisitOn <= today ? 'revisit' : null;
  }
  if (candidate.status !== 'open' || candidate.nextOn === null || candidate.nextOn > today) {
    return null;
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
