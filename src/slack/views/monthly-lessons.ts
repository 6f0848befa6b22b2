import type { MonthLessons } from '../../domain/month-lessons.ts';
import { context, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayMonth } from './dates.ts';
import type { Message } from './digest-message.ts';
import { NO_REASON_LABELS, plural } from './words.ts';

/** Even all ampersands stay below what Slack takes in a message. */
const LESSONS_SHOWN = 10;
const LESSON_LENGTH = 200;

/** The team's lessons of a month, in its channel. Prospect names never. */
export function buildMonthlyLessons(model: MonthLessons): Message {
  const head = `What we learned in ${sayMonth(model.month)}`;
  const count = `${plural(model.noes, 'No', 'Noes')}: ${sayReasons(model)}.`;
  const notes = noteLines(model);
  return {
    text: composeFallback([`${head}. ${count}`]),
    blocks: [
      section([bold(head)], [count]),
      ...model.lessons.slice(0, LESSONS_SHOWN).map((lesson) => section(lessonLine(lesson))),
      ...(notes.length > 0 ? [context(...notes)] : []),
    ],
  };
}

function sayReasons({ reasons }: MonthLessons): string {
  return reasons
    .map(({ reason, count }) => {
      const why = reason === null ? 'no reason given' : NO_REASON_LABELS[reason].toLowerCase();
      return `${why} ${count}`;
    })
    .join(', ');
}

function lessonLine({ reason, text }: MonthLessons['lessons'][number]): Line {
  const why = reason === null ? '' : `${NO_REASON_LABELS[reason]}: `;
  return [why, typed(text.replace(/\s*\n\s*/g, ' / '), LESSON_LENGTH)];
}

function noteLines({ lessons, withNames }: MonthLessons): Line[] {
  const hidden = lessons.length - LESSONS_SHOWN;
  const lines: Line[] = [];
  if (hidden > 0) lines.push([`And ${plural(hidden, 'earlier one')}: /followup insights team.`]);
  if (withNames > 0) {
    const more = lessons.length > 0 ? 'more ' : '';
    const verb =
      withNames === 1 ? 'names a prospect; ask its owner' : 'name a prospect; ask their owners';
    lines.push([`${withNames} ${more}${withNames === 1 ? 'lesson' : 'lessons'} ${verb}.`]);
  }
  return lines;
}
