import type { KnownBlock } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { NamedTouch } from '../../domain/logged-touch.ts';
import { labelOf } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, sectionWith } from './blocks.ts';
import { bold } from './compose.ts';
import { labelPieces } from './prospect-line.ts';

type TouchRows = { rows: readonly NamedTouch[]; today: LocalDate };

/** Logged touches, each with a button to change it. */
export function buildTouchRows({ rows, today }: TouchRows, words: Words): KnownBlock[] {
  const { answers, dates, labels } = words;
  return rows.map(({ touch, prospect }) => {
    const says = answers.sayChange(labelOf(prospect));
    const change = button(ACTIONS.change, labels.change, { value: touch.id, says });
    const whom = bold(...labelPieces(prospect));
    const day = dates.day(touch.touchedOn, today);
    const isEdited = touch.editedAt !== null;
    return sectionWith(change, answers.row(whom, { day, what: labels.touch(touch), isEdited }));
  });
}
