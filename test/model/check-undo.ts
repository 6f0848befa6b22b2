import { mustEqual } from './broken.ts';
import { prospectAt, touchAt } from './model.ts';
import type { Row, Rows } from './read-rows.ts';
import type { World } from './world.ts';

/**
 * 2.1: undo restores exactly. A prospect whose touch this step took back has the row
 * it had before the touch, but for its version and when it changed; a time keeps its instant, and its day
 * is the owner's at this moment.
 */
export function checkUndo(
  { model, rowsBefore }: World,
  { before, after }: { before: Rows; after: Rows },
): void {
  for (const [at, prospect] of model.prospects.entries()) {
    const last = prospect.changes.at(-1);
    const row = after.get(prospect.id);
    if (last?.verb !== 'undo' || last.touch === null || !row) continue;
    // What a stop ended elsewhere may have ended later, by a manager's word: the model knows its day.
    if (touchAt(model, last.touch).prospect !== at) continue;
    if (before.get(prospect.id)?.version === row.version) continue;
    const was = rowsBefore.get(last.touch)?.get(prospect.id);
    const says = `2.1: undo puts ${prospectAt(model, at).name} (#${at}) back exactly`;
    mustEqual(says, exactly(row), was && exactly(was));
  }
}

function exactly({ version, changedAt, nextOn, ...row }: Row) {
  return { ...row, nextOn: row.nextAt === null ? nextOn : null };
}
