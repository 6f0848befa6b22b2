import type { WeekSummary } from '../../domain/week-summary.ts';
import type { Words } from '../../domain/words/words.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

const LESSON_LENGTH = 300;

/** A manager's Friday: six lines to paste, last week's figures beside. */
export function buildFridaySummary(summary: WeekSummary, words: Words): Message {
  const { monday, thisWeek, lastWeek, slipping } = summary;
  const { friday } = words.team;
  const head = friday.head(words.dates.day(monday, monday));
  return {
    text: composeFallback([head]),
    blocks: [
      section(
        [bold(head)],
        ...friday.lines(thisWeek, lastWeek, slipping).map((line) => [line]),
        lessonLine(summary, words),
      ),
    ],
  };
}

function lessonLine({ lesson }: WeekSummary, { team: { friday } }: Words): Line {
  if (lesson === null) return [friday.noLesson];
  return friday.topLesson(
    lesson.reason,
    typed(lesson.text.replace(/\s*\n\s*/g, ' '), LESSON_LENGTH),
  );
}
