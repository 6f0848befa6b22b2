import type { Status } from './prospect.ts';

/** The forms under which a person is known; equal forms are the same e-mail, number or name. */
export type PersonForms = {
  nameKey: string | null;
  emailKey: string | null;
  phoneKey: string | null;
};

/**
 * Whether two entries are one person: the same e-mail, or the same phone with the same name. A shared
 * phone alone may be somebody else's desk, so a person has to say: `perhaps`.
 * @example
 * comparePeople({ nameKey: 'dana reyes', emailKey: null, phoneKey: '+15125550142' },
 *   { nameKey: 'eli reyes', emailKey: null, phoneKey: '+15125550142' }) //=> 'perhaps'
 */
export function comparePeople(
  one: PersonForms,
  other: PersonForms,
): 'same' | 'perhaps' | 'different' {
  if (one.emailKey !== null && one.emailKey === other.emailKey) return 'same';
  if (one.phoneKey === null || one.phoneKey !== other.phoneKey) return 'different';
  return one.nameKey !== null && one.nameKey === other.nameKey ? 'same' : 'perhaps';
}

export const VERDICTS = ['same', 'other'] as const;
/** The same person as the one who asked us to stop, or somebody else. */
export type Verdict = (typeof VERDICTS)[number];

/** An entry, and the stopped one that may be the same person. */
export type HeldPair = { prospectId: string; stoppedProspectId: string };

type Entry = PersonForms & { id: string; status: Status };

/**
 * The pairs a manager has to decide: one asked us to stop, the other did not, and they may be one
 * person. Only pairs with one of the entries in question, and one for each person, under the entry that
 * comes first in the question.
 * @example
 * // Dana asked us to stop; Eli has her number.
 * findDoubtful([dana, eli], [dana.id]) //=> [{ prospectId: eli.id, stoppedProspectId: dana.id }]
 */
export function findDoubtful(entries: readonly Entry[], inQuestion: readonly string[]): HeldPair[] {
  const asked = new Set(inQuestion);
  const first = new Set(inQuestion.slice(0, 1));
  const stopped = entries
    .filter(({ status }) => status === 'stopped')
    .toSorted((a, b) => Number(first.has(b.id)) - Number(first.has(a.id)));
  const others = entries.filter(({ status }) => status !== 'stopped');
  return others.flatMap((entry) => {
    const perhaps = stopped
      .filter((one) => asked.has(one.id) || asked.has(entry.id))
      .filter((one) => comparePeople(one, entry) === 'perhaps');
    return oneOfEach(perhaps).map(({ id }) => ({ prospectId: entry.id, stoppedProspectId: id }));
  });
}

function oneOfEach(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry, at) => !entries.slice(0, at).some((other) => comparePeople(other, entry) === 'same'),
  );
}
