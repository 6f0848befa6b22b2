import { describe, expect, test } from 'vitest';
import type { Surface } from '../../src/sandbox/blocks/block-rules.ts';
import { validateBlocks } from '../../src/sandbox/blocks/validate-blocks.ts';
import { plain, section } from './support/local-slack.ts';

function refusals(blocks: unknown, surface: Surface = 'message'): string[] {
  const answer = validateBlocks(blocks, surface);
  if (answer.ok) return [];
  return [answer.error, ...answer.problems.map(({ message, pointer }) => `${pointer} ${message}`)];
}

const button = (more: object = {}): object => ({ type: 'button', text: plain('Go'), ...more });
const actions = (...elements: object[]): object => ({ type: 'actions', elements });
const option = (value: string): object => ({ text: plain(value), value });
const options = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => option(`o${index}`));
const select = (more: object): object => actions({ type: 'static_select', ...more });
const inputOf = (element: object): object => ({ type: 'input', label: plain('Name'), element });

describe('accepts', () => {
  test.each([
    ['a section of 3000 characters', [section('x'.repeat(3000))]],
    [
      'a header, a divider and a context',
      [
        { type: 'header', text: plain('Today') },
        { type: 'divider' },
        { type: 'context', elements: [{ type: 'mrkdwn', text: '7 due' }] },
      ],
    ],
    [
      'a menu beside a section',
      [{ ...section('Dana'), accessory: { type: 'static_select', options: options(100) } }],
    ],
    [
      'groups in a menu',
      [select({ option_groups: [{ label: plain('Log'), options: options(2) }] })],
    ],
    [
      'a rich text with a list',
      [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'One' }] }],
            },
          ],
        },
      ],
    ],
    ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'Ana' }]] }]],
    [
      'a chart',
      [
        {
          type: 'data_visualization',
          title: 'Yes',
          chart: { type: 'pie', segments: [{ label: 'Call', value: 3 }] },
        },
      ],
    ],
  ])('%s', (_title, blocks) => {
    expect(refusals(blocks)).toEqual([]);
  });
});

describe('refuses', () => {
  test.each([
    ['an unknown block', [{ type: 'fancy' }], '/blocks/0/type unsupported type: fancy'],
    ['51 blocks', Array(51).fill(section('x')), '/blocks no more than 50 items allowed'],
    ['an empty text', [section('')], '/blocks/0/text/text must be more than 0 characters'],
    [
      'a section of 3001 characters',
      [section('x'.repeat(3001))],
      '/blocks/0/text/text must be less than 3001 characters',
    ],
    ['a section without text', [{ type: 'section' }], '/blocks/0 missing required field: text'],
    [
      'a header of 151 characters',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      '/blocks/0/text/text must be less than 151 characters',
    ],
    [
      'markup in a header',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      '/blocks/0/text/type unsupported type: mrkdwn',
    ],
    [
      'a property Slack does not know',
      [{ ...section('x'), colour: 'red' }],
      '/blocks/0 invalid additional property: colour',
    ],
    [
      'a button text of 76 characters',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      '/blocks/0/elements/0/text/text must be less than 76 characters',
    ],
    [
      '26 buttons',
      [actions(...Array(26).fill(button()))],
      '/blocks/0/elements no more than 25 items allowed',
    ],
    [
      'a repeated block_id',
      [
        { ...section('x'), block_id: 'a' },
        { ...section('y'), block_id: 'a' },
      ],
      '/blocks/1/block_id block_id already exists: a',
    ],
    [
      'a repeated action_id in a block',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      '/blocks/0 action_id already exists: a',
    ],
    [
      '101 options',
      [select({ options: options(101) })],
      '/blocks/0/elements/0/options no more than 100 items allowed',
    ],
    [
      'an option value of 151 characters',
      [select({ options: [{ text: plain('x'), value: 'v'.repeat(151) }] })],
      '/blocks/0/elements/0/options/0/value must be less than 151 characters',
    ],
    [
      'an initial option that is not offered',
      [select({ options: options(2), initial_option: option('else') })],
      '/blocks/0/elements/0 initial option must exactly match one of the options',
    ],
    [
      'options beside groups',
      [
        select({
          options: options(1),
          option_groups: [{ label: plain('A'), options: options(1) }],
        }),
      ],
      '/blocks/0/elements/0 must have exactly one of: options, option_groups',
    ],
    [
      '6 options in an overflow',
      [actions({ type: 'overflow', options: options(6) })],
      '/blocks/0/elements/0/options no more than 5 items allowed',
    ],
    [
      '11 radio buttons',
      [actions({ type: 'radio_buttons', options: options(11) })],
      '/blocks/0/elements/0/options no more than 10 items allowed',
    ],
    [
      'a date that is none',
      [actions({ type: 'datepicker', initial_date: '2026-13-01' })],
      '/blocks/0/elements/0/initial_date must match YYYY-MM-DD',
    ],
    [
      'a text field outside an input',
      [actions({ type: 'plain_text_input' })],
      '/blocks/0/elements/0/type unsupported type: plain_text_input',
    ],
    [
      'a button in an input',
      [inputOf(button())],
      '/blocks/0/element/type unsupported type: button',
    ],
    [
      'a confirm title of 101 characters',
      [
        actions(
          button({
            confirm: {
              title: plain('x'.repeat(101)),
              text: plain('t'),
              confirm: plain('y'),
              deny: plain('n'),
            },
          }),
        ),
      ],
      '/blocks/0/elements/0/confirm/title/text must be less than 101 characters',
    ],
    [
      'two tables',
      Array(2).fill({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }),
      '/blocks only_one_table_allowed',
    ],
    [
      'an empty table cell',
      [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }],
      '/blocks/0/rows/0/0/text must be more than 0 characters',
    ],
  ])('%s', (_title, blocks, refusal) => {
    expect(refusals(blocks)).toContain(refusal);
  });

  test('blocks whose escaped text is over 13,200 characters together', () => {
    const ampersands = Array.from({ length: 5 }, () => section('&'.repeat(600)));

    expect(refusals(ampersands)).toEqual(['msg_blocks_too_long']);
    expect(refusals(ampersands.slice(1))).toEqual([]);
  });
});

test.each([
  ['alert', 'message'],
  ['alert', 'home'],
  ['table', 'modal'],
  ['data_visualization', 'home'],
  ['markdown', 'modal'],
] as const)('%s has no place on a %s', (type, surface) => {
  const examples = {
    alert: { type, text: plain('Careful') },
    table: { type, rows: [[{ type: 'raw_text', text: 'x' }]] },
    data_visualization: {
      type,
      title: 'x',
      chart: { type: 'pie', segments: [{ label: 'a', value: 1 }] },
    },
    markdown: { type, text: 'x' },
  };

  expect(refusals([examples[type]], surface).join()).toContain(`unsupported type: ${type}`);
});
