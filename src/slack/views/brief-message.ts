import type { Brief } from '../../domain/brief-model.ts';
import { totalOf } from '../../domain/owned.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { sayOwned } from './owned-words.ts';
import { buildListRows, fitRows } from './prospect-list.ts';

const ROWS = 10;

/** What a rep was given, to be read once: the promises first, the rest in the list. */
export function buildBrief(model: Brief): Message {
  const { owned } = model;
  const head = headOf(model);
  const rows = fitRows(buildListRows({ ...model, rows: model.rows.slice(0, ROWS) }));
  const hidden = totalOf(owned) - rows.length;
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], [`${sayOwned(owned)}. Dates and promises stay as they were.`]),
      ...rows,
      ...(hidden > 0 ? [context([`And ${hidden} more: open the list.`])] : []),
      { type: 'actions', elements: [button(ACTIONS.openList, 'Open list')] },
    ],
  };
}

/** What stands there when a manager took it all back. */
export function buildBriefTakenBack(): Message {
  const line = 'A manager gave you prospects and took them back. There is nothing to do.';
  return { text: composeFallback([line]), blocks: [section([line])] };
}

function headOf({ by, from, owned }: Brief): Line {
  const total = totalOf(owned);
  const what = total === 1 ? ' gave you a prospect' : ` gave you ${total} prospects`;
  const whose = from === null ? [] : [' of ', typed(from, 60)];
  return [typed(by ?? 'A manager', 60), what, ...whose, '.'];
}
