import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces } from './prospect-line.ts';
import { writeProspectValue } from './values.ts';
import { STATUS_LABELS, sayClosedReason } from './words.ts';

/** Which of several to re-open. */
export function buildReopenChoice({ query, rows }: { query: string; rows: Prospect[] }): Message {
  const title = ['Which “', typed(query, 60), '”?'];
  return {
    text: composeFallback(title),
    blocks: [section([bold(...title)]), ...rows.map(rowOf)],
  };
}

function rowOf(prospect: Prospect) {
  const { id, version, standing } = prospect;
  const reopen = button(ACTIONS.reopen, 'Re-open', {
    value: writeProspectValue({ prospectId: id, version }),
    says: `Re-open ${labelOf(prospect)}`,
  });
  const status = `${STATUS_LABELS[standing.status]}${sayClosedReason(prospect)}.`;
  return sectionWith(reopen, [bold(...labelPieces(prospect)), `. ${status}`]);
}
