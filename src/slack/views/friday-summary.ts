import type { WeekSummary } from '../../domain/week-summary.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { NO_REASON_LABELS } from './words.ts';

const LESSON_LENGTH = 300;

/** A manager's Friday: six lines to paste, last week's figures beside. */
export function buildFridaySummary(summary: WeekSummary): Message {
  const { monday, thisWeek, lastWeek, slipping } = summary;
  const head = `Week of ${sayDay(monday, monday)}, last week in brackets`;
  const kept = (week: typeof thisWeek) => `${week.promises.kept} of ${week.promises.due}`;
  return {
    text: composeFallback([head]),
    blocks: [
      section(
        [bold(head)],
        [`Follow-ups: ${thisWeek.followUps} (${lastWeek.followUps})`],
        [
          `Prospects chased: ${thisWeek.prospectsChased} (${lastWeek.prospectsChased})${notProspects(summary)}`,
        ],
        [`Yes ${thisWeek.yes}, No ${thisWeek.no} (Yes ${lastWeek.yes}, No ${lastWeek.no})`],
        [`Promises kept: ${kept(thisWeek)} (${kept(lastWeek)})`],
        [`Slipping now: ${slipping}`],
        lessonLine(summary),
      ),
    ],
  };
}

function lessonLine({ lesson }: WeekSummary): Line {
  if (lesson === null) return ['Top lesson: none written down this week'];
  const reason = lesson.reason === null ? '' : `${NO_REASON_LABELS[lesson.reason]}. `;
  return [`Top lesson: ${reason}`, typed(lesson.text.replace(/\s*\n\s*/g, ' '), LESSON_LENGTH)];
}

/** Said only in a week with some, so that the six lines stay six. */
function notProspects({ thisWeek, lastWeek }: WeekSummary): string {
  if (thisWeek.notProspects + lastWeek.notProspects === 0) return '';
  return `. Not prospects: ${thisWeek.notProspects} (${lastWeek.notProspects})`;
}
