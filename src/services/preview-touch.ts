import type { NamedWarning } from '../domain/digest-model.ts';
import type { TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
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
  }: Pick<PlannedTouch, 'outcome' | 'channel' | 'interest'> & {
    prospectId: string;
  },
): Promise<TouchPreview> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const prospect = await getProspect(db, { workspaceId, prospectId });
  const around = await loadSurroundings(ctx, { prospect, today });
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
    today,
    repId: rep.id,
  });
  const nameOf = await loadNames(ctx);
  return {
    prospect,
    plan,
    warning: warning && { ...warning, name: nameOf(warning.repId) ?? 'Somebody' },
  };
}
