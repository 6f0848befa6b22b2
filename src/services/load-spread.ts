import { listDueProspects, readDayLoads } from '../db/prospect-lists.ts';
import { listDigestLoads } from '../db/spreads.ts';
import { arrangeDigest, isDueWork } from '../domain/digest.ts';
import type { DigestModel, SpreadNote } from '../domain/digest-model.ts';
import { addDays } from '../domain/local-date.ts';
import type { Prospect } from '../domain/prospect.ts';
import { type DigestLoad, offersSpread, planSpread, type SpreadPlan } from '../domain/spread.ts';
import { workingDayFrom } from '../domain/working-days.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { candidateOf } from './load-day.ts';
import { loadWorkCalendar } from './work-calendar.ts';

/** Far enough back for the digest before this week's first. */
const LOOK_BACK_DAYS = 28;

/** What a spread of the rep's day would move, as of now; null while there is nothing to spread. */
export async function loadSpread(
  ctx: RepContext,
): Promise<{ plan: SpreadPlan; due: Map<string, Prospect> } | null> {
  const { db, workspaceId, rep } = ctx;
  const today = localDateOf(ctx.now, rep.zone);
  const calendar = await loadWorkCalendar(ctx, { rep, from: today });
  const found = await listDueProspects(db, { workspaceId, ownerId: rep.id, until: today });
  const due = new Map(found.map((prospect) => [prospect.id, prospect]));
  const backOn = workingDayFrom(addDays(today, 1), calendar);
  const rows = arrangeDigest(found.map(candidateOf), { today, backOn, pace: rep.pace })
    .filter(({ section }) => isDueWork(section))
    .flatMap(({ prospectId }) => due.get(prospectId) ?? []);
  if (rows.length <= rep.pace) return null;
  const from = addDays(today, 1);
  const loads = await readDayLoads(db, { workspaceId, ownerId: rep.id, from });
  const plan = planSpread({ due: rows, today, loads, pace: rep.pace, calendar });
  return plan && { plan, due };
}

/**
 * The offer a digest makes when the rep is over pace for days, once a week. `rows` is the work the
 * digest held when it was sent, whatever was done since.
 */
export async function loadSpreadOffer(
  ctx: RepContext,
  { today, rows }: { today: DigestModel['today']; rows: number },
): Promise<SpreadNote | null> {
  const { db, workspaceId, rep } = ctx;
  if (rows <= rep.pace) return null;
  const from = addDays(today, -LOOK_BACK_DAYS);
  const digests = await listDigestLoads(db, { workspaceId, repId: rep.id, from });
  const earlier: DigestLoad[] = digests.filter(({ on }) => on < today);
  if (!offersSpread([...earlier, { on: today, rows }], rep.pace)) return null;
  const spread = await loadSpread(ctx);
  if (!spread) return null;
  const { due, pace, days } = spread.plan;
  return { kind: 'offer', due, pace, days: days.filter(({ on }) => on > today).length };
}
