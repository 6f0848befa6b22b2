import type { NamedWarning } from '../domain/digest-model.ts';
import type { Choice, TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import { prospectIn } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import type { EditableTouch } from './get-editable-touch.ts';
import { getProspect } from './get-prospect.ts';
import { loadNames } from './load-day.ts';
import { loadSurroundings, type PlannedTouch, planChange } from './plan-change.ts';

export type TouchPreview = { prospect: Prospect; plan: TouchPlan; warning: NamedWarning | null };

/**
 * What logging a touch today would do, or changing one that stands, without doing it: the proposal a
 * form shows in words.
 */
export async function previewTouch(
  ctx: RepContext,
  {
    prospectId,
    outcome,
    channel,
    interest,
    replaces = null,
  }: Pick<PlannedTouch, 'outcome' | 'channel' | 'interest'> & {
    prospectId: string;
    /** The touch it would be instead. */
    replaces?: EditableTouch | null;
  },
): Promise<TouchPreview> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const current = await getProspect(db, { workspaceId, prospectId });
  const prospect = replaces?.before ? prospectIn(replaces.before, current) : current;
  const found = await loadSurroundings(ctx, { prospect, today });
  const around = { ...found, touches: found.touches.filter(({ id }) => id !== replaces?.touch.id) };
  const touchedOn = replaces?.touch.touchedOn ?? today;
  const { plan, warning } = planChange(around, {
    touch: { outcome, channel, interest: interest ?? prospect.interest, touchedOn, choice: NONE },
    repId: replaces?.touch.repId ?? rep.id,
  });
  const nameOf = await loadNames(ctx);
  return {
    prospect,
    plan,
    warning: warning && { ...warning, name: nameOf(warning.repId) },
  };
}

const NONE: Choice = {
  on: null,
  at: null,
  step: null,
  agreed: false,
  revisitOn: null,
  stopChannel: null,
};
