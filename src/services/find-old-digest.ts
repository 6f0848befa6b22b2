import { findDigestDay } from '../db/digest-items.ts';
import { isOldDigest } from '../domain/digest.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { localDateOf } from '../domain/zone.ts';
import type { RepContext } from './context.ts';

/** The day of the digest that stands there when its buttons no longer act; null for any other message. */
export async function findOldDigest(
  { db, workspaceId, now, rep }: RepContext,
  place: { slackChannelId: string; slackTs: string } | null,
): Promise<LocalDate | null> {
  if (place === null) return null;
  const on = await findDigestDay(db, { workspaceId, ...place });
  return on !== null && isOldDigest(on, localDateOf(now, rep.zone)) ? on : null;
}
