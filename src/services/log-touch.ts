import { insertTouch } from '../db/touches.ts';
import { InvalidError, NotAllowedError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { TouchPlan } from '../domain/plan-touch.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import {
  type Channel,
  type Interest,
  isEnding,
  isOutbound,
  type NoReason,
  type Outcome,
} from '../domain/touch.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { instantOf, type LocalTime, localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { describeStopOf } from './describe-stop.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { loadSurroundings, planChange, type Surroundings } from './plan-change.ts';
import { saveChange } from './save-change.ts';
import { stopSamePerson } from './stop-same-person.ts';
import { suppressPerson } from './suppress-person.ts';

/** How long back a touch may have happened, and after how many working days it no longer scores. */
export const BACK_DATED_DAYS = 30;
const SCORED_WORKING_DAYS = 3;

/** A touch as a person tells it; days and times are the rep's own. Everything optional may be null. */
export type LogTouchInput = {
  prospectId: string;
  /** The version a button was drawn from; a form leaves it out and takes what it finds. */
  version?: number | undefined;
  channel: Channel;
  outcome: Outcome;
  touchedOn?: LocalDate | null;
  note?: string | null;
  points?: string | null;
  interest?: Interest | null;
  nextOn?: LocalDate | null;
  nextTime?: LocalTime | null;
  nextStep?: string | null;
  agreed?: boolean;
  revisitOn?: LocalDate | null;
  noReason?: NoReason | null;
  lesson?: string | null;
  /** For a stop: only this channel, or null for all of them. */
  stopChannel?: Channel | null;
};

/**
 * Logs a touch and replans its prospect, in one transaction. Any rep may log on any prospect; Yes and
 * No are the owner's or a manager's.
 * @throws InvalidError with the field when a date or reason is wrong; NotAllowedError when they asked
 * us to stop; ConflictError when the version is stale.
 */
export async function logTouch(ctx: RepContext, input: LogTouchInput): Promise<LoggedTouch> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  checkDates(input, today);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId: ctx.workspaceId, ...input });
    await mustBeAllowed(inside, prospect, input);
    const around = await loadSurroundings(inside, { prospect, today });
    const touchedOn = input.touchedOn ?? today;
    const planned = planChange(around, {
      touch: {
        ...input,
        touchedOn,
        interest: input.interest ?? prospect.interest,
        choice: choiceOf(input, { typedIn: ctx.rep.zone, ownerZone: around.owner.zone }),
      },
      today,
      repId: ctx.rep.id,
    });
    const scores =
      planned.warning === null &&
      workingDaysBetween(touchedOn, today, around.calendar) <= SCORED_WORKING_DAYS;
    const touch = await insertTouch(db, {
      workspaceId: ctx.workspaceId,
      touch: {
        ...touchOf(inside, input, { touchedOn, today }),
        ...answerOf(around, planned.plan),
        scores,
      },
    });
    const saved = await saveChange(inside, {
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
      await suppressPerson(inside, { prospect: saved, today });
      await stopSamePerson(inside, { prospect: saved, touchId: touch.id });
    }
    const { plan, contacts, warning } = planned;
    return {
      touch,
      prospect: saved,
      contacts,
      promise: plan.promise,
      movedFrom: plan.movedFrom,
      promiseOnDayOff: plan.promiseOnDayOff,
      warning,
    };
  });
}

function checkDates(input: LogTouchInput, today: LocalDate): void {
  const { touchedOn, nextOn } = input;
  if (touchedOn && touchedOn > today) {
    throw new InvalidError(
      'That day is still to come. Choose today or an earlier day.',
      'touchedOn',
    );
  }
  if (touchedOn && touchedOn < addDays(today, -BACK_DATED_DAYS)) {
    throw new InvalidError(`Choose a day within the last ${BACK_DATED_DAYS} days.`, 'touchedOn');
  }
  if (nextOn && nextOn < today) {
    throw new InvalidError('That day is past. Choose today or a later day.', 'nextOn');
  }
  if (input.outcome === 'not_now' && !nextOn) {
    throw new InvalidError('When did they ask you to come back? Choose that day.', 'nextOn');
  }
  if (input.nextTime && !nextOn) {
    throw new InvalidError('A time needs its day. Choose the next date too.', 'nextOn');
  }
  if (input.agreed && !nextOn && !isEnding(input.outcome)) {
    throw new InvalidError('Agreed for which day? Choose the next date.', 'nextOn');
  }
  if (input.revisitOn && input.revisitOn <= today) {
    throw new InvalidError('Choose a day after today.', 'revisitOn');
  }
  if (input.outcome === 'no' && !input.noReason) {
    throw new InvalidError('Why did they say No? Choose the closest reason.', 'noReason');
  }
}

async function mustBeAllowed(
  ctx: RepContext,
  prospect: Prospect,
  input: LogTouchInput,
): Promise<void> {
  if (input.outcome === 'yes' || input.outcome === 'no') {
    mustOwnOrManage(ctx.rep, prospect, `log the ${input.outcome === 'yes' ? 'Yes' : 'No'}`);
  }
  if (!isOutbound(input.outcome)) return;
  if (prospect.standing.status === 'stopped') {
    throw new NotAllowedError(
      `${await describeStopOf(ctx, prospect)} You can still log “They got in touch”.`,
    );
  }
  if (prospect.stoppedChannels.includes(input.channel)) {
    throw new NotAllowedError(
      `${labelOf(prospect)} asked us not to use this channel. Choose another.`,
    );
  }
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

function touchOf(
  { now, rep }: RepContext,
  input: LogTouchInput,
  { touchedOn, today }: { touchedOn: LocalDate; today: LocalDate },
) {
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
