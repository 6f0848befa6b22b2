import { listTouches } from '../db/touches.ts';
import { addUpChase } from '../domain/chase.ts';
import type { NamedWarning } from '../domain/digest-model.ts';
import { judgeEdit } from '../domain/edit-rights.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { warnOfPestering } from '../domain/pest-guard.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { Touch } from '../domain/touch.ts';
import type { Rate } from '../domain/wilson.ts';
import type { Sentence } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { describeStopOf } from './describe-stop.ts';
import { findContactLesson } from './find-contact-lesson.ts';
import { findLift, type LiftedFact } from './find-lift.ts';
import { getProspect } from './get-prospect.ts';
import { type HeldRow, listHeldOf } from './list-held.ts';
import { loadNames } from './load-day.ts';
import { mayOwnOrManage } from './permissions.ts';
import { loadSurroundings } from './plan-change.ts';

export type ShownProspect = {
  prospect: Prospect;
  /** Newest first. */
  touches: Touch[];
  contacts: number;
  today: LocalDate;
  zone: string;
  warning: NamedWarning | null;
  /** Yeses at the fifth contact or later, of all, once most of the team's are. */
  lateYeses: Rate | null;
  nameOf: (repId: string | null) => string | null;
  /** What this rep may do with it beyond logging. */
  may: { end: boolean; manage: boolean };
  /** "They asked us to stop on 3 Jul (Ana)." */
  stopSaid: Sentence | null;
  lifted: LiftedFact | null;
  held: HeldRow[];
  /** Whether the reader may change a touch. */
  mayEdit: (touch: Touch) => boolean;
};

/** One prospect with all that happened so far. */
export async function showProspect(
  ctx: RepContext,
  { prospectId }: { prospectId: string },
): Promise<ShownProspect> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const prospect = await getProspect(db, { workspaceId, prospectId });
  const touches = await listTouches(db, { workspaceId, prospectId });
  const around = await loadSurroundings(ctx, { prospect, today });
  const chase = addUpChase(touches, prospect.importedContacts, around.numbers.nurtureStart);
  const nameOf = await loadNames(ctx);
  const next = prospect.standing.next;
  const warning = warnOfPestering({
    touches,
    on: today,
    promisedOn: next?.promised ? next.on : null,
    clearDays: around.numbers.guardWorkingDays,
    calendar: around.calendar,
  });
  return {
    prospect,
    touches: touches.toReversed(),
    contacts: chase.contacts,
    today,
    zone: rep.zone,
    warning: warning && { ...warning, name: nameOf(warning.repId) },
    lateYeses: next ? await findContactLesson(ctx) : null,
    nameOf,
    may: { end: mayOwnOrManage(rep, prospect), manage: rep.isManager },
    stopSaid: prospect.standing.status === 'stopped' ? await describeStopOf(ctx, prospect) : null,
    lifted: await findLift(ctx, prospect),
    held: await listHeldOf(ctx, prospect.id),
    mayEdit: (touch) => judgeEdit(touch, { rep, now: ctx.now }) === 'allowed',
  };
}
