import { z } from 'zod';
import { listHistory } from '../db/history.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** That a stop was lifted: when, by whom and why. */
export type LiftedFact = { on: LocalDate; repId: string | null; reason: string };

const reasonSchema = z.object({ reason: z.string() });
/** A lift further back is history that no longer explains how the prospect stands. */
const LATEST_CHANGES = 50;

/** The latest lift of a prospect's stop; null when there was none. */
export async function findLift(
  { db, workspaceId, rep }: RepContext,
  prospect: Prospect,
): Promise<LiftedFact | null> {
  const key = { workspaceId, prospectId: prospect.id, limit: LATEST_CHANGES };
  const lift = (await listHistory(db, key)).find(({ verb }) => verb === 'lift');
  const kept = reasonSchema.safeParse(lift?.after);
  if (!lift || !kept.success) return null;
  return { on: localDateOf(lift.at, rep.zone), repId: lift.repId, reason: kept.data.reason };
}
