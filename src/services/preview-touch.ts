import { listHistory } from '../db/history.ts';
import type { NamedWarning } from '../domain/digest-model.ts';
import type { TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import { snapshotSchema, standingIn } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspect } from './get-prospect.ts';
import { loadNames } from './load-day.ts';
import { loadSurroundings, type PlannedTouch, planChange } from './plan-change.ts';

export type TouchPreview = { prospect: Prospect; plan: TouchPlan; warning: NamedWarning | null };

/** What logging a touch today would do, without doing it: the proposal a form shows in words. */
export async function previewTouch(
  ctx: RepContext,
  {
    prospectId,
    outcome,
    channel,
    interest,
    changes = null,
  }: Pick<PlannedTouch, 'outcome' | 'channel' | 'interest'> & {
    prospectId: string;
    /** The touch it would replace. */
    changes?: string | null;
  },
): Promise<TouchPreview> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const current = await getProspect(db, { workspaceId, prospectId });
  const prospect = changes === null ? current : await asBefore(ctx, current, changes);
  const found = await loadSurroundings(ctx, { prospect, today });
  const around = { ...found, touches: found.touches.filter((touch) => touch.id !== changes) };
  const choice = {
    on: null,
    at: null,
    step: null,
    agreed: false,
    revisitOn: null,
    stopChannel: null,
  };
  const { plan, warning } = planChange(around, {
    touch: { outcome, channel, interest: interest ?? prospect.interest, touchedOn: today, choice },
    repId: rep.id,
  });
  const nameOf = await loadNames(ctx);
  return {
    prospect,
    plan,
    warning: warning && { ...warning, name: nameOf(warning.repId) ?? 'Somebody' },
  };
}

/** The prospect as it stood before its latest touch; as it stands when something else came since. */
async function asBefore(
  { db, workspaceId }: RepContext,
  prospect: Prospect,
  touchId: string,
): Promise<Prospect> {
  const [last] = await listHistory(db, { workspaceId, prospectId: prospect.id, limit: 1 });
  if (last?.touchId !== touchId || last.verb !== 'log') return prospect;
  const before = snapshotSchema.parse(last.before);
  return { ...prospect, standing: standingIn(before), interest: before.interest };
}
