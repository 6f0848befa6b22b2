import type { Prospect, Status } from '../prospect.ts';

/** The keys under which a prospect is recognised. */
export type PersonKeys = {
  externalId: string | null;
  nameKey: string | null;
  companyKey: string | null;
  emailKey: string | null;
  phoneKey: string | null;
};

/** A prospect that is already here, as far as an import may compare or fill it. */
export type KnownProspect = PersonKeys &
  Pick<Prospect, 'id' | 'name' | 'company' | 'email' | 'phone' | 'interest'> & { status: Status };

/**
 * The person's keys, strongest first: external id, e-mail, phone with name, name with company.
 * @example identityKeys({ nameKey: 'dana reyes', companyKey: 'acme', … }) //=> ['name dana reyes acme']
 */
export function identityKeys(person: PersonKeys): string[] {
  const { externalId, nameKey, companyKey, emailKey, phoneKey } = person;
  const keys: string[] = [];
  if (externalId !== null) keys.push(JSON.stringify(['id', externalId]));
  if (emailKey !== null) keys.push(JSON.stringify(['email', emailKey]));
  // A switchboard without a name stands for its company.
  if (phoneKey !== null) {
    keys.push(JSON.stringify(['phone', phoneKey, nameKey, nameKey === null ? companyKey : null]));
  }
  if (nameKey !== null || companyKey !== null) {
    keys.push(JSON.stringify(['name', nameKey, companyKey]));
  }
  return keys;
}

/**
 * The known prospect that is the same as the row: by its strongest key; else, where `mayBe` allows, by a
 * weaker one that no stronger key contradicts. A row with an external id never finds one by name and
 * company alone. Of several, an open one first, then the one most alike.
 * @example findKnown(row, new Map(), () => true) //=> null
 */
export function findKnown(
  row: PersonKeys,
  byKey: ReadonlyMap<string, readonly KnownProspect[]>,
  mayBe: (known: KnownProspect) => boolean,
): KnownProspect | null {
  const keys = identityKeys(row);
  for (const key of keys) {
    if (row.externalId !== null && key.startsWith('["name"')) continue;
    const same = (byKey.get(key) ?? []).filter((known) => {
      return !differs(row, known, key) && (key === keys[0] || mayBe(known));
    });
    const [best] = same.sort((a, b) => unlikeness(row, a) - unlikeness(row, b));
    if (best) return best;
  }
  return null;
}

/**
 * Known prospects by each of their keys.
 * @example indexKnown([dana]).get('["email","dana@acme.example"]') //=> [dana]
 */
export function indexKnown(known: Iterable<KnownProspect>): Map<string, KnownProspect[]> {
  const byKey = new Map<string, KnownProspect[]>();
  for (const prospect of known) {
    for (const key of identityKeys(prospect)) {
      const same = byKey.get(key);
      if (same) same.push(prospect);
      else byKey.set(key, [prospect]);
    }
  }
  return byKey;
}

function differs(row: PersonKeys, known: PersonKeys, key: string): boolean {
  if (contradicts(row.externalId, known.externalId)) return true;
  if (key.startsWith('["id"') || key.startsWith('["email"')) return false;
  if (contradicts(row.emailKey, known.emailKey)) return true;
  return !key.startsWith('["phone"') && contradicts(row.phoneKey, known.phoneKey);
}

function contradicts(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function unlikeness(row: PersonKeys, known: KnownProspect): number {
  const unlike = KEYS.filter((key) => row[key] !== known[key]).length;
  return known.status === 'open' ? unlike : unlike + KEYS.length;
}

const KEYS = ['externalId', 'emailKey', 'phoneKey', 'nameKey', 'companyKey'] as const;
