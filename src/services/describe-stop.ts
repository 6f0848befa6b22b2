import { findRep } from '../db/reps.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { labelOf, type Prospect } from '../domain/prospect.ts';
import { cutText } from '../domain/typed-text.ts';
import type { Sentence } from '../domain/words/words.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { findStopEntry } from './find-stop-entry.ts';

const LABEL_LENGTH = 60;

type Stop = { repId: string | null; on: LocalDate };

/** When a prospect was stopped and who wrote it down: "They asked us to stop on 3 Jul (Ana)." */
export async function describeStopOf(ctx: RepContext, prospect: Prospect): Promise<Sentence> {
  const stop = await findStop(ctx, prospect);
  return stop ? describeStop(ctx, stop) : ({ endings }) => endings.askedToStop(null);
}

export async function describeStop(ctx: RepContext, stop: Stop): Promise<Sentence> {
  const said = await sayStop(ctx, stop);
  return (words) => words.endings.askedToStop(said(words));
}

/** Whose phone it is too: "Same phone as Dana Reyes, who asked us to stop on 3 Jul (Ana)." */
export async function describeHold(ctx: RepContext, stopped: Prospect): Promise<Sentence> {
  const stop = await findStop(ctx, stopped);
  const said = stop ? await sayStop(ctx, stop) : null;
  const label = cutText(labelOf(stopped), LABEL_LENGTH);
  return (words) => words.endings.samePhone(label, said?.(words) ?? null);
}

async function findStop(ctx: RepContext, prospect: Prospect): Promise<Stop | null> {
  const stop = await findStopEntry(ctx, prospect.id);
  return stop && { repId: stop.repId, on: localDateOf(stop.at, ctx.rep.zone) };
}

/** "3 Jul (Ana)". */
async function sayStop(
  { db, workspaceId, rep, now }: RepContext,
  { repId, on }: Stop,
): Promise<Sentence> {
  const who = repId === null ? null : await findRep(db, { workspaceId, repId });
  const today = localDateOf(now, rep.zone);
  return ({ dates, endings }) => {
    const day = dates.dayOfMonth(on, today);
    return who === null ? day : `${day} (${who.id === rep.id ? endings.you : who.name})`;
  };
}
