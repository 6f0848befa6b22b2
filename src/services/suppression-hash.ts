import { createHmac } from 'node:crypto';

export type StoppedPerson = {
  nameKey: string | null;
  emailKey: string | null;
  phoneKey: string | null;
};

/** The hashes under which a person is known to have asked us to stop. */
export type SuppressionHashes = {
  email: Buffer | null;
  /** The number with the name: a stop of its own. */
  phoneAndName: Buffer | null;
  /** The number alone: somebody else may share it, so a match is held for a person to decide. */
  phone: Buffer | null;
};

/**
 * Keyed with the workspace's own key, so that a stopped person stays stopped after being forgotten and
 * a copy of the table tells nobody's address. A stop stores all that are not null.
 */
export function suppressionHashes(hashKey: Buffer, person: StoppedPerson): SuppressionHashes {
  const hash = (...parts: string[]) =>
    createHmac('sha256', hashKey).update(JSON.stringify(parts)).digest();
  const { nameKey, emailKey, phoneKey } = person;
  return {
    email: emailKey === null ? null : hash('email', emailKey),
    phoneAndName:
      phoneKey === null || nameKey === null ? null : hash('phone and name', phoneKey, nameKey),
    phone: phoneKey === null ? null : hash('phone', phoneKey),
  };
}
