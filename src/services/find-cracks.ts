import { listDaysOff } from '../db/calendars.ts';
import { type CrackRow, listCrackRows } from '../db/cracks.ts';
import { type Cracked, findCrack, sortCracks } from '../domain/cracks.ts';
import { addDays, type LocalDate, laterOf } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { localDateOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { WorkspaceContext } from './context.ts';

/** Farther back than any gap in working days is counted. */
const LOOK_BACK_DAYS = 120;

/**
 * The cracks of these owners as of now, each owner's days in their own zone; worst first. Given
 * prospects, only theirs.
 */
export async function findCracks(
  ctx: WorkspaceContext,
  owners: readonly Rep[],
  prospectIds: readonly string[] | null = null,
): Promise<Map<string, Cracked[]>> {
  const found = new Map<string, Cracked[]>();
  if (owners.length === 0) return found;
  const { db, workspaceId, now } = ctx;
  const today = localDateOf(now, 'Etc/UTC');
  const ownerIds = owners.map(({ id }) => id);
  const from = addDays(today, -LOOK_BACK_DAYS);
  const daysOff = await listDaysOff(db, { workspaceId, owners, from });
  const numbers = await loadCadenceNumbers(ctx);
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  for (const row of await listCrackRows(db, { workspaceId, ownerIds, prospectIds, today })) {
    const owner = byId.get(row.ownerId);
    if (!owner) continue;
    const calendar = { weekdays: owner.weekdays, daysOff: daysOff.get(owner.id) ?? new Set() };
    const facts = {
      ...row,
      lastContactOn: lastContactOf(row, owner.zone),
      ownerGone: owner.deactivatedAt !== null,
    };
    const crack = findCrack(facts, { today: localDateOf(now, owner.zone), calendar, numbers });
    if (!crack) continue;
    const own = found.get(owner.id) ?? [];
    found.set(owner.id, own);
    own.push(crackedOf(row, crack));
  }
  for (const [ownerId, rows] of found) found.set(ownerId, sortCracks(rows));
  return found;
}

function lastContactOf({ lastTouchedOn, createdAt, reopenedAt }: CrackRow, zone: string) {
  const began: LocalDate = localDateOf(reopenedAt ?? createdAt, zone);
  return laterOf(lastTouchedOn ?? began, began);
}

function crackedOf(row: CrackRow, crack: Cracked['crack']): Cracked {
  const { prospectId, ownerId, name, company, externalId, nextOn, version, note } = row;
  return { prospectId, ownerId, name, company, externalId, nextOn, version, crack, note };
}
