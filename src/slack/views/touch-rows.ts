import type { KnownBlock } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { NamedTouch } from '../../domain/logged-touch.ts';
import { labelOf } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, sectionWith } from './blocks.ts';
import { bold } from './compose.ts';
import { sayDay } from './dates.ts';
import { labelPieces } from './prospect-line.ts';
import { sayTouch } from './words.ts';

/** Logged touches, each with a button to change it. */
export function buildTouchRows(rows: readonly NamedTouch[], today: LocalDate): KnownBlock[] {
  return rows.map(({ touch, prospect }) => {
    const edited = touch.editedAt === null ? '' : ', edited';
    const change = button(ACTIONS.change, 'Change', {
      value: touch.id,
      says: `Change the touch with ${labelOf(prospect)}`,
    });
    return sectionWith(change, [
      bold(...labelPieces(prospect)),
      `. ${sayDay(touch.touchedOn, today)}: ${sayTouch(touch)}${edited}.`,
    ]);
  });
}
