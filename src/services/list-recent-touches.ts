import { countLoggedSince, type LoggedSince, listLoggedSince } from '../db/touches.ts';
import { oldestEditDay } from '../domain/edit-rights.ts';
import { addDays } from '../domain/local-date.ts';
import type { NamedTouch } from '../domain/logged-touch.ts';
import { instantOf, localDateOf } from '../domain/zone.ts';
import { BACK_DATED_DAYS } from './check-touch.ts';
import type { RepContext } from './context.ts';

/** The rep's own touches that they may still change, newest first. */
export async function listRecentTouches(
  ctx: RepContext,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<NamedTouch[]> {
  return listLoggedSince(ctx.db, { ...spanOf(ctx), limit, offset });
}

export async function countRecentTouches(ctx: RepContext): Promise<number> {
  return countLoggedSince(ctx.db, spanOf(ctx));
}

function spanOf({ workspaceId, rep, now }: RepContext): LoggedSince {
  const oldest = oldestEditDay(localDateOf(now, rep.zone));
  return {
    workspaceId,
    repId: rep.id,
    since: instantOf(oldest, '00:00', rep.zone),
    touchedFrom: addDays(oldest, -BACK_DATED_DAYS),
  };
}
