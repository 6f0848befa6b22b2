import { listLoggedSince } from '../db/touches.ts';
import { oldestEditDay } from '../domain/edit-rights.ts';
import { addDays } from '../domain/local-date.ts';
import type { NamedTouch } from '../domain/logged-touch.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import { BACK_DATED_DAYS } from './check-touch.ts';
import type { RepContext } from './context.ts';

const RECENT_TOUCHES = 10;

/** The rep's own touches that they may still change, newest first. */
export async function listRecentTouches(ctx: RepContext): Promise<NamedTouch[]> {
  const { db, workspaceId, rep, now } = ctx;
  const oldest = oldestEditDay(localDateOf(now, rep.zone));
  return listLoggedSince(db, {
    workspaceId,
    repId: rep.id,
    since: instantOf(oldest, '00:00', rep.zone),
    touchedFrom: addDays(oldest, -BACK_DATED_DAYS),
    limit: RECENT_TOUCHES,
  });
}
