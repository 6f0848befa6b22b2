import type { MonthLessons } from '../../domain/month-lessons.ts';
import type { Words } from '../../domain/words/words.ts';
import { context, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

/** Even all ampersands stay below what Slack takes in a message. */
const LESSONS_SHOWN = 10;
const LESSON_LENGTH = 200;

/** The team's lessons of a month, in its channel. Prospect names never. */
export function buildMonthlyLessons(model: MonthLessons, words: Words): Message {
  const { month } = words.team;
  const head = month.head(words.dates.month(model.month));
  const noes = month.noes(model.noes, model.reasons);
  const notes = noteLines(model, words);
  return {
    text: composeFallback([`${head}. ${noes}`]),
    blocks: [
      section([bold(head)], [noes]),
      ...model.lessons
        .slice(0, LESSONS_SHOWN)
        .map(({ reason, text }) => section(month.lesson(reason, lessonPiece(text)))),
      ...(notes.length > 0 ? [context(...notes)] : []),
    ],
  };
}

function lessonPiece(text: string) {
  return typed(text.replace(/\s*\n\s*/g, ' / '), LESSON_LENGTH);
}

function noteLines({ lessons, withNames }: MonthLessons, { team: { month } }: Words): Line[] {
  const hidden = lessons.length - LESSONS_SHOWN;
  return [
    ...(hidden > 0 ? [[month.earlier(hidden)]] : []),
    ...(withNames > 0 ? [[month.withNames(withNames, { more: lessons.length > 0 })]] : []),
  ];
}
