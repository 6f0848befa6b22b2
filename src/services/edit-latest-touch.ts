import type { LoggedTouch } from '../domain/logged-touch.ts';
import type { Prospect } from '../domain/prospect.ts';
import { type Entries, isSamePlan, recallEntries } from '../domain/recall-touch.ts';
import { prospectIn, type Snapshot } from '../domain/snapshot.ts';
import type { Channel } from '../domain/touch.ts';
import { describeEdit, factsAfter } from '../domain/touch-edit.ts';
import { doesScore } from '../domain/what-scores.ts';
import { checkNext, mustBeAllowedToLog } from './check-touch.ts';
import type { RepContext } from './context.ts';
import type { Editing } from './get-editable-touch.ts';
import { answerOf, changeOf, planLogged, spreadStop } from './log-touch.ts';
import { loadSurroundings, type PlannedChange } from './plan-change.ts';
import { changeBackTo } from './restore-snapshot.ts';
import { saveEdit, saveFacts } from './save-edit.ts';
import { takeBackStop } from './take-back-stop.ts';

/**
 * Changes the touch that is its prospect's last change: planned again from where the prospect stood
 * before it. While nothing that the plan depends on is different, the next step stays as it is.
 */
export async function editLatestTouch(ctx: RepContext, editing: Editing): Promise<LoggedTouch> {
  const { touch, prospect, before, input, entries, today, loggedOn } = editing;
  const told = recallEntries(touch, prospect, ctx.rep.zone);
  checkNext(input, { today, keptOn: told.nextOn ?? told.revisitOn });
  const facts = factsAfter(touch, entries, loggedOn);
  // Left open, the interest is the one from before the touch, as for one logged anew.
  const interest = entries.interest ?? before?.interest ?? null;
  if (before === null || isSamePlan({ ...entries, interest }, told)) {
    return saveFacts(ctx, { touch, prospect, facts, isLatest: true });
  }

  const stood = prospectIn(before, prospect);
  await mustBeAllowedToLog(ctx, stood, input);
  const found = await loadSurroundings(ctx, { prospect: stood, today });
  const around = { ...found, touches: found.touches.filter(({ id }) => id !== touch.id) };
  const planned = planLogged(around, input, { today, repId: touch.repId, zone: ctx.rep.zone });
  const scores = doesScore({
    isGuarded: planned.warning !== null,
    touchedOn: facts.touchedOn,
    loggedOn,
    calendar: around.calendar,
  });
  const saved = await saveEdit(ctx, {
    ...{ touch, prospect },
    touchChange: { ...facts, ...answerOf(around, planned.plan), scores },
    // Read after the touch was changed: a No that is none any more gives no reason.
    prospectChange: async () => ({
      ...(await changeBackTo(ctx, prospect, before)),
      inLine: false,
      ...changeOf(stood, input, planned.plan),
    }),
  });
  await moveStop(ctx, { ...editing, before }, { told, saved: saved.prospect });
  return { ...saved, ...answerFor(planned), edit: describeEdit(touch, facts, true) };
}

/** A stop that was none is taken back, one that was found now reaches as far as any. */
async function moveStop(
  ctx: RepContext,
  { touch, prospect, before, entries, today }: Editing & { before: Snapshot },
  { told, saved }: { told: Entries; saved: Prospect },
): Promise<void> {
  const [was, is] = [stopIn(told), stopIn(entries)];
  if (was === is) return;
  const touchId = touch.id;
  if (was !== null) await takeBackStop(ctx, { prospect, before, touchId });
  if (is !== null) await spreadStop(ctx, entries, { prospect: saved, touchId, today });
}

function stopIn({ outcome, stopChannel }: Entries): Channel | 'all' | null {
  return outcome === 'stop' ? (stopChannel ?? 'all') : null;
}

function answerFor({ plan, contacts, warning }: PlannedChange) {
  const { promise, movedFrom, promiseOnDayOff } = plan;
  return { contacts, promise, movedFrom, promiseOnDayOff, warning };
}
