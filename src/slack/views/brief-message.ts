import type { Brief } from '../../domain/brief-model.ts';
import { totalOf } from '../../domain/owned.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { buildListRows, fitRows } from './prospect-list.ts';

const ROWS = 10;

/** What a rep was given, to be read once: the promises first, the rest in the list. */
export function buildBrief(model: Brief, words: Words): Message {
  const { digest, handOver } = words;
  const { owned } = model;
  const head = headOf(model, words);
  const rows = fitRows(
    buildListRows({ ...model, rows: model.rows.slice(0, ROWS), isKept: true }, words),
  );
  const hidden = totalOf(owned) - rows.length;
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], [handOver.brief.what(owned)]),
      ...rows,
      ...(hidden > 0 ? [context([digest.andMore(hidden)])] : []),
      {
        type: 'actions',
        elements: [button(ACTIONS.openList, digest.openList, { says: digest.sayOpenList })],
      },
    ],
  };
}

/** What stands there when a manager took it all back. */
export function buildBriefTakenBack({ handOver }: Words): Message {
  const line = handOver.brief.takenBack;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

function headOf({ by, from, owned }: Brief, { handOver }: Words): Line {
  return handOver.brief.head({
    by: by === null ? null : typed(by, 60),
    from: from === null ? null : typed(from, 60),
    count: totalOf(owned),
  });
}
