import { listLatestTouches } from '../db/touches.ts';
import type { CadenceNumbers } from '../domain/cadence-numbers.ts';
import type { DueRow } from '../domain/digest-model.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Touch } from '../domain/touch.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import type { WorkspaceContext } from './context.ts';
import { findHeldIds } from './list-held.ts';
import { warnAfter } from './warn-after.ts';

export type DueRowsInput = {
  rows: Pick<DueRow, 'position' | 'prospect' | 'section'>[];
  today: LocalDate;
  calendar: WorkCalendar;
  numbers: CadenceNumbers;
  nameOf: (repId: string | null) => string | null;
};

/** Adds to each row what its last touch tells: their points, and whether somebody just reached out. */
export async function describeDueRows(
  { db, workspaceId }: WorkspaceContext,
  input: DueRowsInput,
): Promise<DueRow[]> {
  const prospectIds = input.rows.map((row) => row.prospect.id);
  const latest =
    prospectIds.length === 0
      ? new Map<string, Touch>()
      : await listLatestTouches(db, { workspaceId, prospectIds });
  const held = await findHeldIds({ db, workspaceId }, prospectIds);
  return input.rows.map(({ position, prospect, section }) => {
    const touch = latest.get(prospect.id);
    return {
      position,
      prospect,
      section,
      points: touch?.points ?? null,
      warning: touch ? warnAfter(touch, prospect, input) : null,
      isHeld: held.has(prospect.id),
    };
  });
}
