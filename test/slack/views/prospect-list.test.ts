import { expect, test } from 'vitest';
import { InvalidError } from '../../../src/domain/errors.ts';
import { en } from '../../../src/domain/words/en.ts';
import {
  type ListChoice,
  readListValue,
  writeListValue,
} from '../../../src/slack/views/list-value.ts';
import { buildListMessage } from '../../../src/slack/views/prospect-list.ts';
import { NASTY_TEXTS } from '../../support/extremes.ts';
import { prospects } from '../../support/people.ts';
import { readBlocks } from '../../support/read-blocks.ts';
import { TODAY, ZONE } from '../../support/views.ts';

function listOf(rows: number, change: { from: number; total: number; text?: string }) {
  const { text = 'Dana', ...span } = change;
  return buildListMessage(
    {
      ...{ title: ['Your follow-ups'], rows: prospects(text, rows), heldIds: new Set<string>() },
      ...{ scope: 'open' as const, today: TODAY, zone: ZONE, empty: 'Nothing.' },
      ...span,
    },
    en,
  );
}

test('a page says which rows it has and turns both ways', () => {
  const list = listOf(15, { from: 15, total: 500 });

  expect(readBlocks(list.blocks)).toContain('16 to 30 of 500. To search: /followup show NAME.');
  expect(JSON.stringify(list.blocks)).toContain('"value":"1.open.0"');
  expect(JSON.stringify(list.blocks)).toContain('"value":"1.open.30"');
});

test('a list on one page says nothing of pages', () => {
  expect(readBlocks(listOf(3, { from: 0, total: 3 }).blocks)).not.toContain(' of ');
});

test.each(NASTY_TEXTS)(
  'the next page begins after the last row that fitted, with %s',
  (_w, text) => {
    const list = listOf(15, { from: 30, total: 500, text });
    const rows = list.blocks.filter((block) => block.type === 'section').length - 1;

    expect(rows).toBeGreaterThan(0);
    expect(JSON.stringify(list.blocks)).toContain(`"value":"1.open.${30 + rows}"`);
  },
);

test.each<ListChoice['scope']>([
  'open',
  'overdue',
  'today',
  'week',
  'left',
  { slackUserId: 'U1A' },
])('a page button of %j reads back', (scope) => {
  expect(readListValue(writeListValue({ scope, from: 45 }))).toEqual({ scope, from: 45 });
});

test.each([undefined, '', '1.open', '1.all.0', '1.U1-.0', '1.u1.0', '1.open.-1', '2.open.0'])(
  'a page button with %s is too old',
  (value) => {
    expect(() => readListValue(value)).toThrow(InvalidError);
  },
);
