import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { section } from './blocks.ts';
import { composeFallback } from './compose.ts';
import type { Message } from './digest-message.ts';

/** To whoever presses a button of a digest from long ago. */
export function buildOldDigest(
  { on, today }: { on: LocalDate; today: LocalDate },
  { digest, dates }: Words,
): Message {
  const line = digest.isOld(dates.day(on, today));
  return { text: composeFallback([line]), blocks: [section([line])] };
}
