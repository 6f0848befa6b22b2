import { createHash } from 'node:crypto';
import type { FormState } from '../form-state.ts';
import { SAME_AS_BLOCK } from '../likely-same.ts';
import { beginningOf } from './chosen-prospect.ts';

/** What the form calls its inputs; only its builder, its reader and its submission know them. */
export const LOG_TOUCH_BLOCKS = {
  sameAs: SAME_AS_BLOCK,
  prospectId: 'prospect',
  name: 'name',
  company: 'company',
  email: 'email',
  phone: 'phone',
  outcome: 'outcome',
  channel: 'channel',
  nextStep: 'next_step',
  nextOn: 'next_on',
  agreed: 'agreed',
  nextTime: 'next_time',
  revisitOn: 'revisit_on',
  /** Apart from the above: a form redrawn from Yes to No keeps what stands under the same id. */
  askAgainOn: 'ask_again_on',
  noReason: 'no_reason',
  lesson: 'lesson',
  stopScope: 'stop_scope',
  note: 'note',
  points: 'points',
  touchedOn: 'touched_on',
  interest: 'interest',
} as const;

/** Each name somebody chose to add has a block of its own: another choice must not show the first name. */
export function nameBlockOf(name: string): string {
  const hash = createHash('sha256').update(beginningOf(name)).digest('hex').slice(0, 8);
  return `${LOG_TOUCH_BLOCKS.name}.${hash}`;
}

/** The blocks by the names the service gives its fields; a day to look again is asked by either of two. */
export function fieldBlocksOf(state: FormState): Readonly<Record<string, string>> {
  const { revisitOn, askAgainOn } = LOG_TOUCH_BLOCKS;
  return {
    ...LOG_TOUCH_BLOCKS,
    revisitOn: askAgainOn in state ? askAgainOn : revisitOn,
    name: findNameBlock(state) ?? LOG_TOUCH_BLOCKS.name,
  };
}

export function findNameBlock(state: FormState): string | null {
  return Object.keys(state).find((id) => id.startsWith(`${LOG_TOUCH_BLOCKS.name}.`)) ?? null;
}
