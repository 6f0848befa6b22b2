import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Status } from '../domain/prospect.ts';
import type { PersonForms } from '../domain/same-person.ts';
import type { Db } from './client.ts';
import type { ProspectKey } from './prospects.ts';
import { heldMatches, prospects } from './schema.ts';

export async function findStoredKeys(
  db: Db,
  { workspaceId, prospectId }: ProspectKey,
): Promise<PersonForms | null> {
  const { nameKey, emailKey, phoneKey } = prospects;
  const [row] = await db
    .select({ nameKey, emailKey, phoneKey })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, prospectId)));
  return row ?? null;
}

/**
 * The other prospects who are this person beyond doubt: the same e-mail, the same phone with the same
 * name, or a manager said so of a shared phone.
 */
export async function listSamePerson(
  db: Db,
  { workspaceId, prospectId, keys }: ProspectKey & { keys: PersonForms },
): Promise<string[]> {
  const { nameKey, emailKey, phoneKey } = keys;
  const rows = await db
    .select({ id: prospects.id })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        ne(prospects.id, prospectId),
        or(
          emailKey === null ? sql`false` : eq(prospects.emailKey, emailKey),
          phoneKey === null || nameKey === null
            ? sql`false`
            : and(eq(prospects.phoneKey, phoneKey), eq(prospects.nameKey, nameKey)),
          inArray(
            prospects.id,
            db
              .select({ id: heldMatches.prospectId })
              .from(heldMatches)
              .where(
                and(
                  eq(heldMatches.workspaceId, workspaceId),
                  eq(heldMatches.stoppedProspectId, prospectId),
                  eq(heldMatches.verdict, 'same'),
                ),
              ),
          ),
        ),
      ),
    )
    .orderBy(asc(prospects.id));
  return rows.map(({ id }) => id);
}

export type PhoneOwner = PersonForms & { id: string; status: Status };

/** Everybody with the phone of one of these prospects, those themselves included. */
export async function listSharingPhone(
  db: Db,
  { workspaceId, prospectIds }: { workspaceId: number; prospectIds: string[] },
): Promise<PhoneOwner[]> {
  const { id, status, nameKey, emailKey, phoneKey } = prospects;
  const phones = db
    .select({ phoneKey })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        sql`${id} = any(${sql.param(prospectIds)}::uuid[])`,
      ),
    );
  return db
    .select({ id, status, nameKey, emailKey, phoneKey })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), inArray(phoneKey, phones)))
    .orderBy(asc(id));
}
