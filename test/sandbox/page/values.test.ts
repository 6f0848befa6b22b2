import { describe, expect, test } from 'vitest';
import {
  collectValues,
  findProblems,
  keepValues,
  makeKey,
} from '../../../src/sandbox/page/values.js';

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const input = (block_id: string, element: Record<string, unknown>, optional = false) => ({
  type: 'input',
  block_id,
  optional,
  element: { action_id: 'v', ...element },
});

describe('collectValues', () => {
  test('gives every element Slack’s form, chosen or not', () => {
    const blocks = [
      input('note', { type: 'plain_text_input' }),
      input('how', { type: 'static_select', initial_option: option('call') }),
      input('day', { type: 'datepicker' }),
      input('agreed', { type: 'checkboxes' }),
      input('cover', { type: 'users_select', initial_user: 'U2' }),
      { type: 'section', block_id: 'row', accessory: { type: 'timepicker', action_id: 'at' } },
    ];

    expect(collectValues(blocks, new Map())).toEqual({
      note: { v: { type: 'plain_text_input', value: null } },
      how: { v: { type: 'static_select', selected_option: option('call') } },
      day: { v: { type: 'datepicker', selected_date: null } },
      agreed: { v: { type: 'checkboxes', selected_options: [] } },
      cover: { v: { type: 'users_select', selected_user: 'U2' } },
      row: { at: { type: 'timepicker', selected_time: null } },
    });
  });

  test('leaves out buttons and menus that hold nothing', () => {
    const blocks = [
      {
        type: 'actions',
        block_id: 'a',
        elements: [
          { type: 'button', action_id: 'b' },
          { type: 'overflow', action_id: 'o' },
        ],
      },
    ];

    expect(collectValues(blocks, new Map())).toEqual({});
  });
});

describe('keepValues', () => {
  test('what was typed survives while the block and action stay', () => {
    const before = input('note', { type: 'plain_text_input' });
    const store = new Map([
      [makeKey(before, before.element), { type: 'plain_text_input', value: 'typed' }],
    ]);
    const after = input('note', { type: 'plain_text_input', initial_value: 'ignored' });

    keepValues(store, [after]);

    expect(collectValues([after], store)).toEqual({
      note: { v: { type: 'plain_text_input', value: 'typed' } },
    });
  });

  test('a new block id begins with its initial value', () => {
    const before = input('note-1', { type: 'plain_text_input' });
    const store = new Map([
      [makeKey(before, before.element), { type: 'plain_text_input', value: 'typed' }],
    ]);
    const after = input('note-2', { type: 'plain_text_input', initial_value: 'fresh' });

    keepValues(store, [after]);

    expect(store.size).toBe(0);
    expect(collectValues([after], store)).toEqual({
      'note-2': { v: { type: 'plain_text_input', value: 'fresh' } },
    });
  });
});

describe('findProblems', () => {
  const find = (block: ReturnType<typeof input>) =>
    findProblems([block], collectValues([block], new Map()));

  test('asks for required fields only', () => {
    expect(find(input('a', { type: 'datepicker' }))).toEqual({
      a: 'Please complete this required field.',
    });
    expect(find(input('a', { type: 'datepicker' }, true))).toEqual({});
  });

  test.each([
    [
      'an address without a domain',
      { type: 'email_text_input', initial_value: 'tom@' },
      'Must be a valid email address.',
    ],
    ['a fraction', { type: 'number_input', initial_value: '1.5' }, 'Must be a whole number.'],
    [
      'a number too small',
      { type: 'number_input', initial_value: '4', min_value: '5' },
      'Must be 5 or more.',
    ],
    [
      'a number too large',
      { type: 'number_input', initial_value: '61', max_value: '60' },
      'Must be 60 or less.',
    ],
    [
      'a text too long',
      { type: 'plain_text_input', initial_value: 'abcd', max_length: 3 },
      'Must be at most 3 characters.',
    ],
  ])('refuses %s', (_, element, problem) => {
    expect(find(input('a', element))).toEqual({ a: problem });
  });
});
