import { ConflictError, NotAllowedError } from '../domain/errors.ts';
import { labelOf, type NotAProspectReason, type Prospect } from '../domain/prospect.ts';
import type { RepContext } from './context.ts';
import { describeStopOf } from './describe-stop.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { saveChange } from './save-change.ts';

/**
 * Says that an entry never was a prospect: a duplicate, an existing customer, a company that is gone or
 * a mistake. It leaves every list, insight and score; `undoChange` takes it back.
 * @throws ConflictError when it is marked already or the version is stale; NotAllowedError when it is
 * somebody else's, or they asked us to stop.
 */
export async function markNotAProspect(
  ctx: RepContext,
  input: { prospectId: string; version?: number | undefined; reason: NotAProspectReason },
): Promise<Prospect> {
  const { workspaceId } = ctx;
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId, ...input });
    mustOwnOrManage(ctx.rep, prospect, 'not_a_prospect');
    const { status } = prospect.standing;
    if (status === 'not_a_prospect') {
      throw new ConflictError(({ endings }) => endings.isNoneAlready(labelOf(prospect)));
    }
    // A stop must stay one, whatever else the entry is.
    if (status === 'stopped') {
      const stop = await describeStopOf(inside, prospect);
      throw new NotAllowedError((words) => words.endings.staysStopped(stop(words)));
    }
    return saveChange(inside, {
      prospect,
      change: {
        standing: { status: 'not_a_prospect', next: null, revisitOn: null },
        closedReason: input.reason,
      },
      verb: 'not_a_prospect',
    });
  });
}
