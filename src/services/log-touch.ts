import { insertTouch } from '../db/touches.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Channel } from '../domain/touch.ts';
import type { LogTouchInput } from '../domain/touch-input.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
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
import { stopSamePerson } from './stop-same-person.ts';
import { suppressPerson } from './suppress-person.ts';

/** A touch back-dated further than this does not score. */
const SCORED_WORKING_DAYS = 3;

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
    const planned = planLogged(inside, input, { around, today });
    const saved = await saveLogged(inside, input, { around, planned, today });
    const { plan, contacts, warning } = planned;
    const { promise, movedFrom, promiseOnDayOff } = plan;
    return { ...saved, contacts, promise, movedFrom, promiseOnDayOff, warning };
  });
}

type Around = { around: Surroundings; today: LocalDate };

function planLogged({ rep }: RepContext, input: LogTouchInput, { around, today }: Around) {
  const touch = {
    ...input,
    touchedOn: input.touchedOn ?? today,
    interest: input.interest ?? around.prospect.interest,
    choice: choiceOf(input, { typedIn: rep.zone, ownerZone: around.owner.zone }),
  };
  return planChange(around, { touch, repId: rep.id });
}

async function saveLogged(
  ctx: RepContext,
  input: LogTouchInput,
  { around, planned, today }: Around & { planned: PlannedChange },
): Promise<Pick<LoggedTouch, 'touch' | 'prospect'>> {
  const { prospect } = around;
  const touch = await insertTouch(ctx.db, {
    workspaceId: ctx.workspaceId,
    touch: {
      ...touchOf(ctx, input, today),
      ...answerOf(around, planned.plan),
      scores: doesScore(input, { around, planned, today }),
    },
  });
  const saved = await saveChange(ctx, {
    prospect,
    change: {
      standing: planned.plan.standing,
      interest: input.interest ?? prospect.interest,
      stoppedChannels: stoppedChannelsAfter(prospect, input),
      snoozes: 0,
      ...(input.outcome === 'no' ? { closedReason: input.noReason ?? null } : {}),
    },
    verb: 'log',
    touchId: touch.id,
  });
  if (input.outcome === 'stop' && !input.stopChannel) {
    await suppressPerson(ctx, { prospect: saved, today });
    await stopSamePerson(ctx, { prospect: saved, touchId: touch.id, today });
  }
  return { touch, prospect: saved };
}

function doesScore(
  input: LogTouchInput,
  { around, planned, today }: Around & { planned: PlannedChange },
): boolean {
  const daysBack = workingDaysBetween(input.touchedOn ?? today, today, around.calendar);
  return planned.warning === null && daysBack <= SCORED_WORKING_DAYS;
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
    createdAt: now,
  };
}

function answerOf({ prospect }: Surroundings, plan: TouchPlan) {
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
