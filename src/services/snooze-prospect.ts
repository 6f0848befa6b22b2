import { InvalidError } from '../domain/errors.ts';
import { addDays, type LocalDate } from '../domain/local-date.ts';
import { labelOf, type NextStep, type Prospect } from '../domain/prospect.ts';
import { asksWhatIsInTheWay, chaseStep, SNOOZE_DAYS } from '../domain/snooze.ts';
import { type Words, wordsFor } from '../domain/words/words.ts';
import { addWorkingDays, type WorkCalendar, workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { getProspectToChange } from './get-prospect.ts';
import { mustOwnOrManage } from './permissions.ts';
import { loadSurroundings } from './plan-change.ts';
import { saveChange } from './save-change.ts';

/** Until when: a preset, computed at the click, or a day. */
export type SnoozeTo = 'tomorrow' | 'in_three' | { on: LocalDate };

export type SnoozeInput = {
  prospectId: string;
  /** The version the button was drawn from: it makes a repeat harmless. */
  version: number;
  to: SnoozeTo;
  /** For a promise: whether the new date was agreed with the prospect; null while not asked. */
  agreed?: boolean | null;
  /** What is in the way was asked, and it is to be snoozed all the same. */
  anyway?: boolean;
  /** What we wait for on our side, which becomes the next step. */
  waitingFor?: string | null;
};

export type Snoozed =
  | { kind: 'snoozed'; prospect: Prospect; on: LocalDate; movedFrom: LocalDate | null }
  /** A promise never moves by itself: ask whether the new date was agreed. */
  | { kind: 'ask_agreed'; prospect: Prospect; on: LocalDate }
  /** The third in a row, or a later one: ask what is in the way. */
  | { kind: 'ask_why'; prospect: Prospect; on: LocalDate };

/**
 * Puts a next step off, at most 30 days; the days are its owner's, whoever does it. A promise moves
 * only when its new date was agreed; otherwise it stops being one and counts as not kept. The third in
 * a row asks what is in the way first.
 * @throws ConflictError when the version is stale; InvalidError with field `on` for a wrong day.
 */
export async function snoozeProspect(ctx: RepContext, input: SnoozeInput): Promise<Snoozed> {
  const { workspaceId } = ctx;
  const today = localDateOf(ctx.now, ctx.rep.zone);
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const prospect = await getProspectToChange(db, { workspaceId, ...input });
    mustOwnOrManage(ctx.rep, prospect, 'snooze');
    const next = prospect.standing.next;
    if (!next) {
      throw new InvalidError(({ snooze }) => snooze.faults.nothingToSnooze(labelOf(prospect)));
    }
    const { calendar, ownersToday } = await loadSurroundings(inside, { prospect, today });
    const asked = dayOf(input.to, ownersToday, calendar);
    checkDay(asked, ownersToday);
    // A day agreed with them stays, day off or not: nothing automatic moves a promise.
    const on = next.promised && input.agreed ? asked : workingDayFrom(asked, calendar);
    const words = wordsFor(ctx.rep.locale);
    const question = questionFor(prospect, input);
    if (question) return { kind: question, prospect, on };
    const standing = {
      status: 'open' as const,
      next: putOff(next, on, { ...input, words }),
      revisitOn: null,
    };
    const saved = await saveChange(inside, {
      prospect,
      change: { standing, snoozes: prospect.snoozes + 1 },
      verb: 'snooze',
    });
    return { kind: 'snoozed', prospect: saved, on, movedFrom: on === asked ? null : asked };
  });
}

function questionFor(
  { standing, snoozes }: Prospect,
  { agreed = null, anyway = false, waitingFor = null }: SnoozeInput,
): 'ask_agreed' | 'ask_why' | null {
  const isPromise = standing.next?.promised === true;
  if (isPromise && agreed === null) return 'ask_agreed';
  if (anyway || waitingFor !== null) return null;
  // Where no promise is moved there is no agreement to speak of, whatever came with the request.
  return asksWhatIsInTheWay({ snoozes, agreed: isPromise ? agreed : null }) ? 'ask_why' : null;
}

function putOff(next: NextStep, on: LocalDate, input: SnoozeInput & { words: Words }): NextStep {
  const { waitingFor = null, words } = input;
  const promised = next.promised && input.agreed === true;
  const step = waitingFor === null ? next.step : chaseStep(waitingFor, words);
  return { ...next, on, at: null, step, promised, rule: { kind: promised ? 'agreed' : 'snoozed' } };
}

function dayOf(to: SnoozeTo, today: LocalDate, calendar: WorkCalendar): LocalDate {
  if (to === 'tomorrow') return workingDayFrom(addDays(today, 1), calendar);
  if (to === 'in_three') return addWorkingDays(today, 3, calendar);
  return to.on;
}

function checkDay(on: LocalDate, today: LocalDate): void {
  if (on <= today) throw new InvalidError(({ faults }) => faults.dayAfterToday, 'on');
  if (on > addDays(today, SNOOZE_DAYS)) {
    throw new InvalidError(({ snooze }) => snooze.faults.tooFar(SNOOZE_DAYS), 'on');
  }
}
