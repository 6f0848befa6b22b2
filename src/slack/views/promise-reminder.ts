import type { NextStep, Prospect } from '../../domain/prospect.ts';
import { labelOf } from '../../domain/prospect.ts';
import { en } from '../../domain/words/en.ts';
import { ACTIONS } from '../ids.ts';
import { button, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces, pointsLine, stepLine } from './prospect-line.ts';
import { plural, timeIn } from './words.ts';

export type ReminderModel = {
  prospect: Prospect;
  next: NextStep;
  at: Date;
  now: Date;
  points: string | null;
  zone: string;
};

/** Shortly before a promise: whom, what, how to reach them, and what they said last. */
export function buildPromiseReminder(model: ReminderModel): Message {
  const { prospect, next, points } = model;
  const head: Line = [`${sayWhenItIs(model)}: `, ...labelPieces(prospect), '.'];
  const log = button(ACTIONS.logNext, 'Log', {
    value: prospect.id,
    style: 'primary',
    says: `Log a touch with ${labelOf(prospect)}`,
  });
  const lines: Line[] = [[bold(...head)], stepLine(prospect, { next, words: en })];
  if (points !== null) lines.push(pointsLine(points, en));
  return { text: composeFallback(head), blocks: [sectionWith(log, ...lines)] };
}

/** "10:00, in 15 minutes", counted when it is sent. */
function sayWhenItIs({ at, now, zone }: ReminderModel): string {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
  const time = timeIn(at, zone);
  return minutes < 1 ? `${time}, now` : `${time}, in ${plural(minutes, 'minute')}`;
}
