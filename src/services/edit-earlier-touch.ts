import { listReps } from '../db/reps.ts';
import { listTouches, updateTouch } from '../db/touches.ts';
import { InvalidError } from '../domain/errors.ts';
import type { LoggedTouch } from '../domain/logged-touch.ts';
import { labelOf } from '../domain/prospect.ts';
import { prospectIn } from '../domain/snapshot.ts';
import { isEnding, type Touch } from '../domain/touch.ts';
import { factsAfter, isPromiseKept } from '../domain/touch-edit.ts';
import { rescore } from '../domain/what-scores.ts';
import { localDateOf } from '../domain/zone.ts';
import { mustBeAllowedToReach } from './check-touch.ts';
import type { RepContext } from './context.ts';
import type { Editing } from './get-editable-touch.ts';
import { loadSurroundings } from './plan-change.ts';
import { saveFacts } from './save-edit.ts';

/**
 * Changes the facts of a touch after which more happened; the next step stays. What counts for the
 * board is judged again, also for touches logged after it.
 */
export async function editEarlierTouch(ctx: RepContext, editing: Editing): Promise<LoggedTouch> {
  const { touch, prospect, before, entries, loggedOn } = editing;
  checkEnding(editing);
  const isReached = entries.outcome !== touch.outcome || entries.channel !== touch.channel;
  if (isReached) {
    await mustBeAllowedToReach(ctx, before ? prospectIn(before, prospect) : prospect, entries);
  }
  const facts = factsAfter(touch, entries, loggedOn);
  const promiseKept =
    touch.answeredPromise && touch.answeredOn !== null
      ? isPromiseKept({ ...facts, answeredOn: touch.answeredOn })
      : touch.promiseKept;
  const verdicts = await judgeAgain(ctx, editing, { ...touch, ...facts, promiseKept });
  const scores = verdicts.get(touch.id) ?? touch.scores;
  const judged = { promiseKept, scores };
  return saveFacts(ctx, { touch, prospect, facts, judged, isLatest: false });
}

async function judgeAgain(
  ctx: RepContext,
  { touch, prospect, today }: Editing,
  changed: Touch,
): Promise<Map<string, boolean>> {
  const { db, workspaceId } = ctx;
  const { calendar, numbers } = await loadSurroundings(ctx, { prospect, today });
  const touches = await listTouches(db, { workspaceId, prospectId: prospect.id });
  const zones = new Map((await listReps(db, workspaceId)).map(({ id, zone }) => [id, zone]));
  const loggedOn = ({ repId, createdAt }: Touch) =>
    localDateOf(createdAt, zones.get(repId) ?? ctx.rep.zone);
  const clearDays = numbers.guardWorkingDays;
  const verdicts = rescore(touches, changed, { calendar, clearDays, loggedOn });
  for (const [touchId, scores] of verdicts) {
    if (touchId !== touch.id) await updateTouch(db, { workspaceId, touchId, change: { scores } });
  }
  return verdicts;
}

/** What ended a chase, or was built on since, is not changed behind the back of what followed. */
function checkEnding({ touch, prospect, entries: { outcome, channel } }: Editing): void {
  const label = labelOf(prospect);
  const was = touch.outcome;
  if (outcome !== was && isEnding(was)) {
    throw new InvalidError(({ answers }) => answers.faults.staysEnded(label, was), 'outcome');
  }
  if (outcome !== was && isEnding(outcome)) {
    throw new InvalidError(({ answers }) => answers.faults.cannotEnd(label, outcome), 'outcome');
  }
  if (was === 'stop' && channel !== touch.channel) {
    throw new InvalidError(({ answers }) => answers.faults.stopStays(label), 'channel');
  }
}
