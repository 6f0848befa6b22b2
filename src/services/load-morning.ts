import { isDueWork } from '../domain/digest.ts';
import type { DigestModel } from '../domain/digest-model.ts';
import { localTimeOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';
import { loadDay } from './load-day.ts';
import { loadSpreadOffer } from './load-spread.ts';

/** The rep's digest as it is about to be sent; null on a morning with nothing to say. */
export async function loadMorning(
  ctx: RepContext,
  { lateSince }: { lateSince: Date | null },
): Promise<DigestModel | null> {
  const { rep } = ctx;
  const day = await loadDay(ctx);
  const isClear = day.due.length === 0 && !day.toManager;
  if (isClear && !rep.tellsWhenClear) return null;
  const rows = day.due.filter(({ section }) => isDueWork(section)).length;
  return {
    ...day,
    spread: await loadSpreadOffer(ctx, { today: day.today, rows }),
    lateSince: lateSince && localTimeOf(lateSince, rep.zone),
  };
}
