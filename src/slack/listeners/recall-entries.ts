import type { Prospect } from '../../domain/prospect.ts';
import { recallEntries } from '../../domain/recall-touch.ts';
import type { Touch } from '../../domain/touch.ts';
import type { LogTouchForm } from '../views/log-touch/build-log-touch.ts';

/** A form filled with what was entered when the touch was logged. */
export function refillForm(
  touch: Touch,
  prospect: Prospect,
  zone: string,
): Required<Pick<LogTouchForm, 'outcome' | 'channel' | 'initial'>> {
  const { outcome, channel, stopChannel, ...initial } = recallEntries(touch, prospect, zone);
  const stopScope = stopChannel === null ? 'all' : 'channel';
  return { outcome, channel, initial: { ...initial, stopScope } };
}
