import { isToCall } from '../../domain/first-to-call.ts';
import { labelOf, type NextStep, type Prospect } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { localTimeOf } from '../../domain/zone.ts';
import { ACTIONS } from '../ids.ts';
import { button, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import type { Message } from './digest-message.ts';
import { noAnswerButton } from './no-answer-button.ts';
import { labelPieces, pointsLine, stepLine } from './prospect-line.ts';

export type ReminderModel = {
  prospect: Prospect;
  next: NextStep;
  at: Date;
  now: Date;
  points: string | null;
  zone: string;
  isHeld: boolean;
};

/** Where its buttons stand: what is answered there takes the reminder's place. */
export const REMINDER_BLOCK = 'promise_reminder';

/** Shortly before a promise: whom, what, how to reach them, and what they said last. */
export function buildPromiseReminder(model: ReminderModel, words: Words): Message {
  const { prospect, next, points, isHeld } = model;
  const { snooze, digest, labels } = words;
  const head = snooze.soon(soonness(model), labelPieces(prospect));
  const log = button(ACTIONS.logNext, digest.menu.log, {
    value: prospect.id,
    style: 'primary',
    says: labels.sayLogTouch(labelOf(prospect)),
  });
  const lines: Line[] = [[bold(...head)], stepLine(prospect, { next, words })];
  if (points !== null) lines.push(pointsLine(points, words));
  const text = composeFallback(head);
  const row = sectionWith(log, ...lines);
  if (isHeld || !isToCall(prospect)) return { text, blocks: [row] };
  const elements = [noAnswerButton(prospect, words)];
  return { text, blocks: [row, { type: 'actions', block_id: REMINDER_BLOCK, elements }] };
}

/** "10:00" and how many minutes away, counted when it is sent. */
function soonness({ at, now, zone }: ReminderModel) {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  return { time: localTimeOf(at, zone), minutes };
}
