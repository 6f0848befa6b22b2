import { saveHomePlace } from '../db/home-places.ts';
import type { HomePlace } from '../domain/home-place.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** The rep turned to a page of App Home: every drawing of that day shows it. */
export async function standOnHome(ctx: RepContext, place: HomePlace): Promise<void> {
  const { db, workspaceId, rep } = ctx;
  const on = localDateOf(ctx.now, rep.zone);
  await saveHomePlace(db, { workspaceId, repId: rep.id, place: { ...place, on } });
}
