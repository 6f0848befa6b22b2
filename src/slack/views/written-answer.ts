import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, section } from './blocks.ts';
import { composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { buildListRows } from './prospect-list.ts';

export type WrittenModel = {
  about: string;
  prospects: Prospect[];
  today: LocalDate;
  zone: string;
};

/** The answer to a line somebody wrote to the bot: whom it may be about, and the form one tap away. */
export function buildWrittenAnswer(model: WrittenModel): Message {
  const line = openingLine(model);
  return {
    text: composeFallback(line),
    blocks: [
      section(line),
      ...buildListRows({ ...model, rows: model.prospects }),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.openLog, 'Log a touch'),
          button(ACTIONS.openAdd, 'Add a prospect'),
        ],
      },
    ],
  };
}

function openingLine({ about, prospects }: WrittenModel): Line {
  if (about === '') return ['Tell me whom it is about, or open the form.'];
  if (prospects.length === 0) {
    return ['I know nobody like “', typed(about, 60), '”. Log with somebody else, or add them.'];
  }
  return ['Is it about one of these? Nothing is logged yet.'];
}
