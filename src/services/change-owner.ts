import { randomUUID } from 'node:crypto';
import { ConflictError } from '../domain/errors.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { getNewOwner } from './get-rep.ts';
import { giveProspects } from './give-prospects.ts';
import { mustManage } from './permissions.ts';
import { planBrief } from './plan-brief.ts';

export type ChangeOwnerInput = {
  prospectId: string;
  version?: number | undefined;
  toRepId: string;
};

/**
 * Gives one prospect to another rep, with its date and promise; the new owner gets a brief.
 * @throws NotAllowedError for a rep who is no manager; ConflictError when it is theirs already or the
 * version is stale; InvalidError with field `toRepId` when the new owner has left.
 */
export async function changeOwner(
  ctx: RepContext,
  input: ChangeOwnerInput,
): Promise<{ prospect: Prospect; owner: Rep }> {
  mustManage(ctx.rep, 'giveProspect');
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const owner = await getNewOwner(inside, input.toRepId);
    const before = await getProspectToChange(db, { ...ctx, ...input });
    if (before.ownerId === owner.id) {
      throw new ConflictError((words) =>
        words.handOver.give.hasAlready({ owner: owner.name, label: labelOf(before) }),
      );
    }
    const batchId = randomUUID();
    const given = { prospects: [before], to: owner, verb: 'change_owner', batchId } as const;
    const [prospect = before] = await giveProspects(inside, given);
    await planBrief(inside, { to: owner, batchId });
    return { prospect, owner };
  });
}
