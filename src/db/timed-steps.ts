import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { LocalDate } from '../domain/local-date.ts';
import type { Db } from './client.ts';
import type { ProspectKey } from './prospects.ts';
import { prospects } from './schema.ts';

export type TimedStep = { prospectId: string; on: LocalDate; at: Date };

/** A rep's next steps that have a time of day, held until the transaction ends. */
export async function listTimedSteps(
  db: Db,
  { workspaceId, ownerId }: { workspaceId: number; ownerId: string },
): Promise<TimedStep[]> {
  const rows = await db
    .select({ prospectId: prospects.id, on: prospects.nextOn, at: prospects.nextAt })
    .from(prospects)
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.ownerId, ownerId),
        eq(prospects.status, 'open'),
        isNotNull(prospects.nextAt),
      ),
    )
    .orderBy(asc(prospects.id))
    .for('update');
  return rows.flatMap(({ prospectId, on, at }) =>
    on === null || at === null ? [] : [{ prospectId, on, at }],
  );
}

/** Writes the day of a next step that keeps its instant. */
export async function redateStep(
  db: Db,
  { workspaceId, prospectId, on }: ProspectKey & { on: LocalDate },
): Promise<void> {
  await db
    .update(prospects)
    .set({ nextOn: on })
    .where(
      and(
        eq(prospects.workspaceId, workspaceId),
        eq(prospects.id, prospectId),
        isNotNull(prospects.nextAt),
      ),
    );
}
