import type { ProspectChange } from '../db/prospects.ts';
import { insertTouch } from '../db/touches.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Channel } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import { doesScore } from '../domain/what-scores.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import { blockSamePerson } from './block-same-person.ts';
import { checkTouch, mustBeAllowedToLog } from './check-touch.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import {
  loadSurroundings,
  type PlannedChange,
  planChange,
  type Surroundings,
} from './plan-change.ts';
import { saveChange } from './save-change.ts';
import { stopPerson } from './stop-person.ts';

/**
 * Logs a touch and replans its prospect, in one transaction. Any rep may log on any prospect; Yes and
 * No are the owner's or a manager's.
 * @throws InvalidError with the field when a date or reason is wrong; NotAllowedError when they asked
 * us to stop; ConflictError when the version is stale.
 */
export async function logTouch(ctx: RepContext, input: LogTouchInput): Promise<LoggedTouch> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  checkTouch(input, today);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId: ctx.workspaceId, ...input });
    await mustBeAllowedToLog(inside, prospect, input);
    const around = await loadSurroundings(inside, { prospect, today });
    const planned = planLogged(around, input, { today, repId: ctx.rep.id, zone: ctx.rep.zone });
    const saved = await saveLogged(inside, input, { around, planned, today });
    const { plan, contacts, warning } = planned;
    const { promise, movedFrom, promiseOnDayOff } = plan;
    return { ...saved, contacts, promise, movedFrom, promiseOnDayOff, warning };
  });
}

/** What a touch of a rep does; the times in it are those of `zone`. */
export function planLogged(
  around: Surroundings,
  input: LogTouchInput,
  { today, repId, zone }: { today: LocalDate; repId: string; zone: string },
): PlannedChange {
  const touch = {
    ...input,
    touchedOn: input.touchedOn ?? today,
    interest: input.interest ?? around.prospect.interest,
    choice: choiceOf(input, { typedIn: zone, ownerZone: around.owner.zone }),
  };
  return planChange(around, { touch, today, repId });
}

async function saveLogged(
  ctx: RepContext,
  input: LogTouchInput,
  { around, planned, today }: { around: Surroundings; planned: PlannedChange; today: LocalDate },
): Promise<Pick<LoggedTouch, 'touch' | 'prospect'>> {
  const { prospect } = around;
  const touch = await insertTouch(ctx.db, {
    workspaceId: ctx.workspaceId,
    touch: {
      ...touchOf(ctx, input, today),
      ...answerOf(around, planned.plan),
      scores: doesScore({
        isGuarded: planned.warning !== null,
        touchedOn: input.touchedOn ?? today,
        loggedOn: today,
        calendar: around.calendar,
      }),
    },
  });
  const saved = await saveChange(ctx, {
    prospect,
    change: changeOf(prospect, input, planned.plan),
    verb: 'log',
    touchId: touch.id,
  });
  await spreadStop(ctx, input, { prospect: saved, touchId: touch.id, today });
  return { touch, prospect: saved };
}

/** A stop reaches the person under every entry they have. */
export async function spreadStop(
  ctx: RepContext,
  input: Pick<LogTouchInput, 'outcome' | 'stopChannel'>,
  { prospect, touchId, today }: { prospect: Prospect; touchId: string; today: LocalDate },
): Promise<void> {
  if (input.outcome !== 'stop') return;
  const stop = { prospect, touchId };
  if (input.stopChannel) await blockSamePerson(ctx, { ...stop, channel: input.stopChannel });
  else await stopPerson(ctx, { ...stop, today });
}

/** A time is the typist's own; the day it falls on is the owner's. */
function choiceOf(
  input: LogTouchInput,
  { typedIn, ownerZone }: { typedIn: string; ownerZone: string },
) {
  const on = input.nextOn ?? null;
  const time = input.nextTime ?? null;
  const at = on !== null && time !== null ? instantOf(on, time, typedIn) : null;
  return {
    on: at === null ? on : localDateOf(at, ownerZone),
    at,
    step: input.nextStep ?? null,
    agreed: input.agreed ?? false,
    revisitOn: input.revisitOn ?? null,
    stopChannel: input.stopChannel ?? null,
  };
}

function touchOf({ now, rep }: RepContext, input: LogTouchInput, today: LocalDate) {
  const touchedOn = input.touchedOn ?? today;
  return {
    prospectId: input.prospectId,
    repId: rep.id,
    channel: input.channel,
    outcome: input.outcome,
    touchedOn,
    touchedAt: touchedOn === today ? now : null,
    note: input.note ?? null,
    points: input.points ?? null,
    noReason: input.outcome === 'no' ? (input.noReason ?? null) : null,
    lesson: input.lesson ?? null,
    editedAt: null,
    createdAt: now,
  };
}

/** What a plan does to its prospect. */
export function changeOf(
  prospect: Prospect,
  input: LogTouchInput,
  { standing }: TouchPlan,
): ProspectChange {
  return {
    standing,
    interest: input.interest ?? prospect.interest,
    stoppedChannels: stoppedChannelsAfter(prospect, input),
    snoozes: 0,
    crackNote: null,
    ...(input.outcome === 'no' ? { closedReason: input.noReason ?? null } : {}),
  };
}

/** The next step and promise a touch answered. */
export function answerOf({ prospect }: Surroundings, plan: TouchPlan) {
  const next = prospect.standing.next;
  const answered = plan.promise === 'stays' ? null : next;
  return {
    answeredOn: answered?.on ?? null,
    answeredPromise: answered?.promised ?? false,
    promiseKept: answered?.promised ? plan.promise === 'kept' : null,
  };
}

function stoppedChannelsAfter(prospect: Prospect, input: LogTouchInput): Channel[] {
  if (input.outcome !== 'stop' || !input.stopChannel) return prospect.stoppedChannels;
  return [...new Set([...prospect.stoppedChannels, input.stopChannel])];
}
