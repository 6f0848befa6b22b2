import { addDays, type LocalDate } from '../domain/local-date.ts';
import type { Rep } from '../domain/rep.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import type { WorkspaceContext } from './context.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** When a manager is told what is no rep's daily business. */
export const NOTICE_TIME = '08:00';

/** The next 08:00 of a rep's working days that is still ahead. */
export async function nextMorning(
  ctx: WorkspaceContext,
  rep: Rep,
): Promise<{ on: LocalDate; at: Date }> {
  const today = localDateOf(ctx.now, rep.zone);
  const isAhead = instantOf(today, NOTICE_TIME, rep.zone) > ctx.now;
  const from = isAhead ? today : addDays(today, 1);
  const on = workingDayFrom(from, await loadWorkCalendar(ctx, { rep, from }));
  return { on, at: instantOf(on, NOTICE_TIME, rep.zone) };
}
