import { readDayLoads } from '../db/prospect-lists.ts';
import { findRep } from '../db/reps.ts';
import { listTouches } from '../db/touches.ts';
import type { CadenceNumbers } from '../domain/cadence-numbers.ts';
import { addUpChase } from '../domain/chase.ts';
import { knownChannelsOf } from '../domain/known-channels.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { fitIntoPace } from '../domain/pace.ts';
import { isGuardExempt, type PestWarning, warnOfPestering } from '../domain/pest-guard.ts';
import { type Choice, planTouch, type TouchPlan } from '../domain/plan-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Rep } from '../domain/rep.ts';
import type { Channel, Interest, Outcome, Touch, TouchFact } from '../domain/touch.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** What the rules look at around one prospect. */
export type Surroundings = {
  prospect: Prospect;
  owner: Rep;
  touches: Touch[];
  calendar: WorkCalendar;
  numbers: CadenceNumbers;
  loads: Map<LocalDate, number>;
};

/** Loads what a plan needs, from well before today so that days already past count right. */
export async function loadSurroundings(
  ctx: RepContext,
  { prospect, today }: { prospect: Prospect; today: LocalDate },
): Promise<Surroundings> {
  const { db, workspaceId } = ctx;
  const owner = prospect.ownerId
    ? await findRep(db, { workspaceId, repId: prospect.ownerId })
    : null;
  const responsible = owner ?? ctx.rep;
  return {
    prospect,
    owner: responsible,
    touches: await listTouches(db, { workspaceId, prospectId: prospect.id }),
    calendar: await loadWorkCalendar(ctx, { rep: responsible, from: addDays(today, -60) }),
    numbers: await loadCadenceNumbers(ctx),
    loads: await readDayLoads(db, {
      workspaceId,
      ownerId: responsible.id,
      from: today,
      except: prospect.id,
    }),
  };
}

export type PlannedTouch = {
  channel: Channel;
  outcome: Outcome;
  touchedOn: LocalDate;
  interest: Interest | null;
  choice: Choice;
};

export type PlannedChange = {
  plan: TouchPlan;
  /** Contacts so far, this touch included. */
  contacts: number;
  /** Somebody reached out too recently; the touch is a fact all the same, and does not score. */
  warning: PestWarning | null;
};

/** Decides what a touch does, with everything the rules want to know. */
export function planChange(
  around: Surroundings,
  { touch, today, repId }: { touch: PlannedTouch; today: LocalDate; repId: string },
): PlannedChange {
  const { prospect, numbers, calendar } = around;
  const fact: TouchFact = { ...touch, repId };
  const chase = addUpChase(
    [...around.touches, fact],
    prospect.importedContacts,
    numbers.nurtureStart,
  );
  // A way they do not want is no way to go on, however lately it was used.
  const blocked = new Set([...prospect.stoppedChannels, touch.choice.stopChannel]);
  const plan = planTouch({
    ...touch,
    standing: prospect.standing,
    today,
    chase: { ...chase, latestChannels: chase.latestChannels.filter((way) => !blocked.has(way)) },
    knownChannels: knownChannelsOf(prospect, [...around.touches, fact]),
    calendar,
    numbers,
    fit: (on, slackWorkingDays) =>
      fitIntoPace({ on, slackWorkingDays, loads: around.loads, pace: around.owner.pace, calendar }),
  });
  return { plan, contacts: chase.contacts, warning: warningOf(around, touch) };
}

function warningOf(
  { prospect, touches, numbers, calendar }: Surroundings,
  { outcome, touchedOn }: PlannedTouch,
): PestWarning | null {
  if (isGuardExempt(outcome)) return null;
  const next = prospect.standing.next;
  return warnOfPestering({
    touches,
    on: touchedOn,
    promisedOn: next?.promised ? next.on : null,
    clearDays: numbers.guardWorkingDays,
    calendar,
  });
}
