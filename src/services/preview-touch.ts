import type { NamedWarning } from '../domain/digest-model.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Choice, TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import { prospectIn } from '../domain/snapshot.ts';
import { localDateOf } from '../domain/zone.ts';
import { firstStep } from './add-prospect.ts';
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
    touchedOn = null,
    replaces = null,
  }: Pick<PlannedTouch, 'outcome' | 'channel' | 'interest'> & {
    /** Null for somebody who is to be added. */
    prospectId: string | null;
    /** A day before today. */
    touchedOn?: LocalDate | null;
    /** The touch it would be instead. */
    replaces?: EditableTouch | null;
  },
): Promise<TouchPreview> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const current = prospectId
    ? await getProspect(db, { workspaceId, prospectId })
    : somebodyNew(rep.id, today);
  const prospect = replaces?.before ? prospectIn(replaces.before, current) : current;
  const found = await loadSurroundings(ctx, { prospect, today });
  const around = { ...found, touches: found.touches.filter(({ id }) => id !== replaces?.touch.id) };
  const { plan, warning } = planChange(around, {
    touch: {
      ...{ outcome, channel, interest: interest ?? prospect.interest, choice: NONE },
      touchedOn: touchedOn ?? replaces?.touch.touchedOn ?? today,
    },
    repId: replaces?.touch.repId ?? rep.id,
  });
  const nameOf = await loadNames(ctx);
  return {
    prospect,
    plan,
    warning: warning && { ...warning, name: nameOf(warning.repId) },
  };
}

/** A prospect as it is when it has just been added. */
function somebodyNew(ownerId: string, today: LocalDate): Prospect {
  const person = { name: null, company: null, email: null, phone: null, externalId: null };
  return {
    ...person,
    ...{ id: NIL, ownerId, interest: null, stoppedChannels: [], closedReason: null },
    ...{ inLine: false, snoozes: 0, crackNote: null, version: 0 },
    ...{ importedContacts: 0, importedLastContactOn: null },
    standing: { status: 'open', next: firstStep(person, today), revisitOn: null },
  };
}

/** Nobody has it. */
const NIL = '00000000-0000-0000-0000-000000000000';

const NONE: Choice = {
  on: null,
  at: null,
  step: null,
  agreed: false,
  revisitOn: null,
  stopChannel: null,
};
