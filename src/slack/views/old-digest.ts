import type { LocalDate } from '../../domain/local-date.ts';
import { section } from './blocks.ts';
import { composeFallback } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';

/** To whoever presses a button of a digest from long ago. */
export function buildOldDigest({ on, today }: { on: LocalDate; today: LocalDate }): Message {
  const line = `This digest is from ${sayDay(on, today)}. See today’s, or /followup list.`;
  return { text: composeFallback([line]), blocks: [section([line])] };
}
