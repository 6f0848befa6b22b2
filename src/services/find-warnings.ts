import { findRep } from '../db/reps.ts';
import { listLatestTouches } from '../db/touches.ts';
import type { NamedWarning } from '../domain/digest-model.ts';
import { addDays } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import type { WorkCalendar } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import { loadCadenceNumbers } from './cadence-numbers.ts';
import type { RepContext } from './context.ts';
import { loadNames } from './load-day.ts';
import { warnAfter } from './warn-after.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** How far back a day off may matter to a guard of five clear working days. */
const LOOK_BACK_DAYS = 30;

/** Of these prospects those to whom somebody reached out too recently to do it again today. */
export async function findWarnings(
  ctx: RepContext,
  prospects: readonly Prospect[],
): Promise<Map<string, NamedWarning>> {
  const { db, workspaceId, rep, now } = ctx;
  const prospectIds = prospects.map(({ id }) => id);
  if (prospectIds.length === 0) return new Map();
  const latest = await listLatestTouches(db, { workspaceId, prospectIds });
  const today = localDateOf(now, rep.zone);
  const known = { today, numbers: await loadCadenceNumbers(ctx), nameOf: await loadNames(ctx) };
  const calendars = new Map<string, WorkCalendar>();
  const warnings = new Map<string, NamedWarning>();
  for (const prospect of prospects) {
    const touch = latest.get(prospect.id);
    if (!touch) continue;
    const ownerId = prospect.ownerId ?? rep.id;
    const calendar = calendars.get(ownerId) ?? (await loadCalendarOf(ctx, ownerId, today));
    calendars.set(ownerId, calendar);
    const warning = warnAfter(touch, prospect, { ...known, calendar });
    if (warning) warnings.set(prospect.id, warning);
  }
  return warnings;
}

async function loadCalendarOf(ctx: RepContext, ownerId: string, today: string) {
  const { db, workspaceId, rep } = ctx;
  const owner = ownerId === rep.id ? rep : await findRep(db, { workspaceId, repId: ownerId });
  return loadWorkCalendar(ctx, { rep: owner ?? rep, from: addDays(today, -LOOK_BACK_DAYS) });
}
