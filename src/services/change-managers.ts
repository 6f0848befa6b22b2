import { listActiveReps, updateRep } from '../db/reps.ts';
import { lockWorkspace } from '../db/workspaces.ts';
import { InvalidError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import { admitChosen, type PeopleInput } from './admit-people.ts';
import type { RepContext, WorkspaceContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { mustManage } from './permissions.ts';

export type ManagersChanged = { added: Rep[]; removed: Rep[]; managers: Rep[] };

/** The managers who are still with us, for who may change them. */
export async function loadManagers(ctx: RepContext): Promise<Rep[]> {
  mustManage(ctx.rep, 'nameManagers');
  return listManagers(ctx);
}

/**
 * Makes these people the managers, and reps of those who are none yet. One manager at least stays.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError naming who cannot be one.
 */
export async function changeManagers(
  ctx: RepContext,
  input: PeopleInput,
): Promise<ManagersChanged> {
  mustManage(ctx.rep, 'nameManagers');
  if (input.slackUserIds.length === 0) {
    throw new InvalidError(({ settings }) => settings.managers.oneAtLeast, 'managers');
  }
  return inTransaction(ctx, async (inside) => {
    await lockWorkspace(inside.db, ctx.workspaceId);
    const before = await listManagers(inside);
    // Who was removed while the form was open may not go on naming others.
    mustManage(
      { ...ctx.rep, isManager: before.some(({ id }) => id === ctx.rep.id) },
      'nameManagers',
    );
    const wanted: Rep[] = [];
    for (const slackUserId of new Set(input.slackUserIds)) {
      wanted.push((await admitChosen(inside, { slackUserId, field: 'managers' }, input)).rep);
    }
    const added = wanted.filter((rep) => !before.some(({ id }) => id === rep.id));
    const removed = before.filter((rep) => !wanted.some(({ id }) => id === rep.id));
    for (const rep of added) await name(inside, { rep, isManager: true, input });
    for (const rep of removed) await name(inside, { rep, isManager: false, input });
    return { added, removed, managers: wanted };
  });
}

async function listManagers({ db, workspaceId }: WorkspaceContext): Promise<Rep[]> {
  return (await listActiveReps(db, workspaceId)).filter((rep) => rep.isManager);
}

async function name(
  ctx: WorkspaceContext,
  { rep, isManager, input }: { rep: Rep; isManager: boolean; input: PeopleInput },
): Promise<void> {
  const change = { isManager };
  const after = await updateRep(ctx.db, { ...ctx, repId: rep.id, change });
  if (after) await input.onRepChanged(ctx, after, { before: rep });
}
