import { findRep } from '../db/reps.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { cutText } from '../domain/typed-text.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findStopEntry } from './find-stop-entry.ts';

const LABEL_LENGTH = 60;

type Stop = { repId: string | null; on: LocalDate };

/** When a prospect was stopped and who wrote it down: "They asked us to stop on 3 Jul (Ana)." */
export async function describeStopOf(ctx: RepContext, prospect: Prospect): Promise<string> {
  const stop = await findStop(ctx, prospect);
  return stop ? describeStop(ctx, stop) : 'They asked us to stop.';
}

export async function describeStop(ctx: RepContext, stop: Stop): Promise<string> {
  return `They asked us to stop on ${await sayStop(ctx, stop)}.`;
}

/** Whose phone it is too: "Same phone as Dana Reyes, who asked us to stop on 3 Jul (Ana)." */
export async function describeHold(ctx: RepContext, stopped: Prospect): Promise<string> {
  const stop = await findStop(ctx, stopped);
  const when = stop ? ` on ${await sayStop(ctx, stop)}` : '';
  return `Same phone as ${cutText(labelOf(stopped), LABEL_LENGTH)}, who asked us to stop${when}.`;
}

async function findStop(ctx: RepContext, prospect: Prospect): Promise<Stop | null> {
  const stop = await findStopEntry(ctx, prospect.id);
  return stop && { repId: stop.repId, on: localDateOf(stop.at, ctx.rep.zone) };
}

async function sayStop(
  { db, workspaceId, rep, now }: RepContext,
  { repId, on }: Stop,
): Promise<string> {
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const name = who?.id === rep.id ? 'you' : who?.name;
  const by = name === undefined ? '' : ` (${name})`;
  return `${sayDay(on, localDateOf(now, rep.zone))}${by}`;
}

function sayDay(on: LocalDate, today: LocalDate): string {
  const month = MONTH.format(new Date(`${on}T00:00:00Z`));
  const year = on.slice(0, 4) === today.slice(0, 4) ? '' : ` ${on.slice(0, 4)}`;
  return `${Number(on.slice(8))} ${month}${year}`;
}

const MONTH = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });
