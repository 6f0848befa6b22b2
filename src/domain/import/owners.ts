import type { Rep } from '../rep.ts';
import { emailKey, sameNameKey } from '../typed-text.ts';

export type OwnerReading = { ok: true; rep: Rep } | { ok: false; reason: string };

/** Reads an owner as a file or a person names one. */
export type OwnerReader = (text: string | null) => OwnerReading;

/**
 * Finds reps by e-mail, else by exact name, also as "Last, First". A name two reps share and a
 * deactivated rep own nothing; nobody is created.
 * @example readOwnersAmong([ana])('Silva, Ana') //=> { ok: true, rep: ana }
 */
export function readOwnersAmong(reps: readonly Rep[]): OwnerReader {
  const byKey = new Map<string, Rep[]>();
  for (const rep of reps) {
    for (const key of new Set([emailKey(rep.email), sameNameKey(rep.name)])) {
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), rep]);
    }
  }
  return (text) => {
    if (text === null) return { ok: false, reason: 'It has no owner.' };
    const found = keysOf(text).flatMap((key) => byKey.get(key) ?? []);
    const active = found.filter((rep) => rep.deactivatedAt === null);
    const [rep, another] = active;
    if (another) return { ok: false, reason: `More than one rep is called “${text}”.` };
    if (rep) return { ok: true, rep };
    const gone = found.length > 0;
    return {
      ok: false,
      reason: gone ? `The owner “${text}” is deactivated.` : `No rep is called “${text}”.`,
    };
  };
}

function keysOf(text: string): string[] {
  const [last, first, ...more] = text.split(',').map((part) => part.trim());
  const flipped = last && first && more.length === 0 ? [sameNameKey(`${first} ${last}`)] : [];
  return [sameNameKey(text), ...flipped];
}
