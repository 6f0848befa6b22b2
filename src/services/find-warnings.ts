import { listReps } from '../db/reps.ts';
import { listLatestTouches } from '../db/touches.ts';
import type { NamedWarning } from '../domain/digest-model.ts';
import { addDays } from '../domain/local-date.ts';
import { warnOfPestering } from '../domain/pest-guard.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** How far back a day off may matter to a guard of five clear working days. */
const LOOK_BACK_DAYS = 30;

/** Of these prospects those to whom somebody reached out too recently to do it again today. */
export async function findWarnings(
  ctx: RepContext,
  prospects: readonly Prospect[],
): Promise<Map<string, NamedWarning>> {
  const { db, workspaceId, rep, now } = ctx;
  const warnings = new Map<string, NamedWarning>();
  const prospectIds = prospects.map(({ id }) => id);
  if (prospectIds.length === 0) return warnings;
  const latest = await listLatestTouches(db, { workspaceId, prospectIds });
  const numbers = await loadCadenceNumbers(ctx);
  const reps = new Map((await listReps(db, workspaceId)).map((one) => [one.id, one]));
  const calendars = new Map<string, WorkCalendar>();
  const on = localDateOf(now, rep.zone);
  for (const { id, ownerId, standing } of prospects) {
    const touch = latest.get(id);
    if (!touch) continue;
    const owner = reps.get(ownerId ?? '') ?? rep;
    const from = addDays(on, -LOOK_BACK_DAYS);
    const calendar = calendars.get(owner.id) ?? (await loadWorkCalendar(ctx, { rep: owner, from }));
    calendars.set(owner.id, calendar);
    const promisedOn = standing.next?.promised ? standing.next.on : null;
    const clearDays = numbers.guardWorkingDays;
    const warning = warnOfPestering({ touches: [touch], on, promisedOn, clearDays, calendar });
    if (!warning) continue;
    const name = warning.repId === rep.id ? 'You' : (reps.get(warning.repId)?.name ?? 'Somebody');
    warnings.set(id, { ...warning, name });
  }
  return warnings;
}
