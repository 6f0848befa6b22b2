import type { Db } from '../db/client.ts';
import { findProspect, lockProspect, type ProspectKey } from '../db/prospects.ts';
import { ConflictError, NotFoundError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Sentence } from '../domain/words/words.ts';
import type { RepContext } from './context.ts';

// The same sentence for "not there" and "in another workspace": existence is no hint.
const MISSING: Sentence = ({ faults }) => faults.noSuchProspect;

export async function getProspect(db: Db, key: ProspectKey): Promise<Prospect> {
  const prospect = isUuid(key.prospectId) ? await findProspect(db, key) : null;
  if (!prospect) throw new NotFoundError(MISSING);
  return prospect;
}

/** Reads a prospect for a change; with a version, refuses when somebody was faster. */
export async function getProspectToChange(
  db: Db,
  key: ProspectKey & { version?: number | undefined },
): Promise<Prospect> {
  const prospect = isUuid(key.prospectId) ? await lockProspect(db, key) : null;
  if (!prospect) throw new NotFoundError(MISSING);
  if (key.version !== undefined && key.version !== prospect.version) {
    throw new ConflictError(({ faults }) => faults.staleProspect);
  }
  return prospect;
}

/** The prospect as it stands, for a verb that only reads. */
export async function findOneProspect(
  { db, workspaceId }: Pick<RepContext, 'db' | 'workspaceId'>,
  prospectId: string,
): Promise<Prospect> {
  return getProspect(db, { workspaceId, prospectId });
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
