import { type HistoryEntry, listHistory, type Verb } from '../db/history.ts';
import { ConflictError, NotAllowedError } from '../domain/errors.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema } from '../domain/snapshot.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveChange } from './save-change.ts';
import { describeChange, listStandingChanges } from './standing-history.ts';

/** Changes that touch nothing but their prospect. */
const UNDOABLE: readonly Verb[] = ['not_a_prospect', 'reopen', 'revisit', 'drop'];

export type UndoneChange = { prospect: Prospect; already: boolean };

/**
 * Takes back a prospect's last change, by who made it or a manager, and puts it exactly where it stood.
 * `version` is the prospect's after that change. Undoing twice is once.
 * @throws ConflictError naming who changed it since; NotAllowedError when somebody else changed it.
 */
export async function undoChange(
  ctx: RepContext,
  { prospectId, version }: { prospectId: string; version: number },
): Promise<UndoneChange> {
  const { workspaceId, rep } = ctx;
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId, prospectId });
    const [latest, before] = await listHistory(db, { workspaceId, prospectId, limit: 2 });
    if (latest?.verb === 'undo' && before?.version === version && isUndoable(before)) {
      return { prospect, already: true };
    }
    const [last] = await listStandingChanges(inside, prospectId);
    if (last?.version !== version || !isUndoable(last)) {
      throw new ConflictError(await describeChange(inside, { prospect, change: last }));
    }
    if (last.repId !== rep.id && !rep.isManager) {
      throw new NotAllowedError(({ answers }) => answers.faults.othersChange);
    }
    const change = await changeBackTo(inside, prospect, snapshotSchema.parse(last.before));
    const saved = await saveChange(inside, { prospect, change, verb: 'undo' });
    return { prospect: saved, already: false };
  });
}

function isUndoable({ verb }: HistoryEntry): boolean {
  return UNDOABLE.includes(verb);
}
