import { findLikelySame } from '../db/prospect-search.ts';
import { listLatestTouches } from '../db/touches.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Touch } from '../domain/touch.ts';
import { emailKey, sameNameKey } from '../domain/typed-text.ts';
import type { RepContext } from './context.ts';
import { loadNames } from './load-day.ts';
import { phoneKey } from './phone.ts';

export type PersonInput = {
  name: string | null;
  company: string | null;
  email: string | null;
  phone: string | null;
};

export type LikelySameProspect = {
  prospect: Prospect;
  ownerName: string | null;
  lastTouch: Touch | null;
};

/** Prospects that may be this person, with whose they are and what happened last. */
export async function findLikelySamePeople(
  ctx: RepContext,
  person: PersonInput,
): Promise<LikelySameProspect[]> {
  const { db, workspaceId } = ctx;
  const prospects = await findLikelySame(db, {
    workspaceId,
    emailKey: emailKey(person.email),
    phoneKey: phoneKey(person.phone),
    nameKey: person.name === null ? null : sameNameKey(person.name),
    companyKey: person.company === null ? null : sameNameKey(person.company),
  });
  if (prospects.length === 0) return [];
  const prospectIds = prospects.map((prospect) => prospect.id);
  const touches = await listLatestTouches(db, { workspaceId, prospectIds });
  const nameOf = await loadNames(ctx);
  return prospects.map((prospect) => ({
    prospect,
    ownerName: nameOf(prospect.ownerId),
    lastTouch: touches.get(prospect.id) ?? null,
  }));
}
