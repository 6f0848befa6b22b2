import { listHistory } from '../db/history.ts';
import { findRep } from '../db/reps.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** More changes than anybody makes to somebody who is stopped. */
const LATEST_CHANGES = 50;

/** When a prospect was stopped and who wrote it down: "They asked us to stop on 3 Jul (Ana)." */
export async function describeStopOf(ctx: RepContext, prospect: Prospect): Promise<string> {
  const { db, workspaceId, rep } = ctx;
  const changes = await listHistory(db, {
    workspaceId,
    prospectId: prospect.id,
    limit: LATEST_CHANGES,
  });
  const stop = changes.find(
    ({ before, after }) => after?.status === 'stopped' && before?.status !== 'stopped',
  );
  if (!stop) return 'They asked us to stop.';
  return describeStop(ctx, { repId: stop.repId, on: localDateOf(stop.at, rep.zone) });
}

export async function describeStop(
  { db, workspaceId, rep, now }: RepContext,
  { repId, on }: { repId: string | null; on: LocalDate },
): Promise<string> {
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const name = who?.id === rep.id ? 'you' : who?.name;
  const by = name === undefined ? '' : ` (${name})`;
  return `They asked us to stop on ${sayDay(on, localDateOf(now, rep.zone))}${by}.`;
}

function sayDay(on: LocalDate, today: LocalDate): string {
  const month = MONTH.format(new Date(`${on}T00:00:00Z`));
  const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`;
  return `${Number(on.slice(8))} ${month}${year}`;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
