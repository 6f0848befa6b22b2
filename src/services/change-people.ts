import { countActiveReps } from '../db/reps.ts';
import { findWorkspace, updateWorkspace } from '../db/workspaces.ts';
import { NotFoundError } from '../domain/errors.ts';
import type { Rep } from '../domain/rep.ts';
import type { PeopleSettings } from '../domain/workspace.ts';
import { admitChosen, type PeopleInput } from './admit-people.ts';
import type { RepContext } from './context.ts';
import { inTransaction } from './in-transaction.ts';
import { mustManage } from './permissions.ts';

export type PeopleChanged = {
  before: boolean;
  managersAddPeople: boolean;
  added: Rep[];
  /** Chosen, and reps already. */
  known: Rep[];
};

/** How people join as it stands, for who may change it. */
export async function loadPeople(ctx: RepContext): Promise<PeopleSettings> {
  mustManage(ctx.rep, 'addPeople');
  const { db, workspaceId } = ctx;
  const managersAddPeople = await readManagersAddPeople(ctx);
  return { managersAddPeople, reps: await countActiveReps(db, workspaceId) };
}

/**
 * Says whether people join by using the bot or are added by managers, and adds those chosen. Who is a
 * rep already stays one, however they came.
 * @throws NotAllowedError for a rep who is not a manager; InvalidError naming who cannot be a rep.
 */
export async function changePeople(
  ctx: RepContext,
  { managersAddPeople, ...input }: PeopleInput & { managersAddPeople: boolean },
): Promise<PeopleChanged> {
  mustManage(ctx.rep, 'addPeople');
  return inTransaction(ctx, async (inside) => {
    const before = await readManagersAddPeople(inside);
    const { db, workspaceId } = inside;
    await updateWorkspace(db, { workspaceId, change: { managersAddPeople } });
    const [added, known]: [Rep[], Rep[]] = [[], []];
    for (const slackUserId of new Set(input.slackUserIds)) {
      const { rep, isNew } = await admitChosen(inside, { slackUserId, field: 'people' }, input);
      (isNew ? added : known).push(rep);
    }
    return { before, managersAddPeople, added, known };
  });
}

async function readManagersAddPeople({ db, workspaceId }: RepContext): Promise<boolean> {
  const workspace = await findWorkspace(db, workspaceId);
  if (!workspace) throw new NotFoundError(({ faults }) => faults.workspaceIsGone);
  return workspace.managersAddPeople;
}
