import { describe, expect, test } from 'vitest';
import { flatten, parseMrkdwn } from '../../../src/sandbox/page/mrkdwn.js';

const text = (words: string) => ({ type: 'text', text: words });

describe('parseMrkdwn', () => {
  test('reads a digest row', () => {
    expect(
      parseMrkdwn('*Dana Reyes, Acme*. Promised 10:00\nSend pricing. +1 512 555 0142'),
    ).toEqual([
      { type: 'bold', children: [text('Dana Reyes, Acme')] },
      text('. Promised 10:00'),
      { type: 'break' },
      text('Send pricing. +1 512 555 0142'),
    ]);
  });

  test.each([
    ['*bold*', 'bold'],
    ['_italic_', 'italic'],
    ['~gone~', 'strike'],
  ])('reads %s as %s', (line, type) => {
    expect(parseMrkdwn(line)).toMatchObject([{ type }]);
  });

  test.each(['2*3*4', 'snake_case_name', '* item', '*open', '**', 'a ~ b ~ c'])(
    'leaves %s as it was typed',
    (line) => {
      expect(parseMrkdwn(line)).toEqual([text(line)]);
    },
  );

  test('reads marks inside marks', () => {
    expect(parseMrkdwn('*very _much_*')).toEqual([
      { type: 'bold', children: [text('very '), { type: 'italic', children: [text('much')] }] },
    ]);
  });

  test('does not carry a mark over a line', () => {
    expect(flatten(parseMrkdwn('*one\ntwo*'))).toBe('*one\ntwo*');
  });

  test.each([
    ['<@U1>', { type: 'user', id: 'U1' }],
    ['<@U1|ana>', { type: 'user', id: 'U1', label: 'ana' }],
    ['<#C1|sales>', { type: 'channel', id: 'C1', label: 'sales' }],
    ['<!here>', { type: 'special', name: '@here' }],
    ['<!subteam^S1|@reps>', { type: 'special', name: '@reps' }],
    [
      '<https://a.example/x?a=1&amp;b=2|deck>',
      { type: 'link', url: 'https://a.example/x?a=1&b=2', label: 'deck' },
    ],
    [
      '<mailto:tom@birch.example>',
      { type: 'link', url: 'mailto:tom@birch.example', label: 'tom@birch.example' },
    ],
    [
      '<!date^1794900000^{date_short} at {time}|17 Nov>',
      { type: 'date', unix: 1794900000, format: '{date_short} at {time}', fallback: '17 Nov' },
    ],
  ])('reads the entity %s', (line, node) => {
    expect(parseMrkdwn(line)).toMatchObject([node]);
  });

  test('shows escaped signs and never reads them as an entity', () => {
    expect(parseMrkdwn('R&amp;D &lt;!channel&gt;')).toEqual([text('R&D <!channel>')]);
  });

  test('links addresses that stand alone, without the full stop behind them', () => {
    expect(parseMrkdwn('See https://a.example/x. Or tom@birch.example.')).toEqual([
      text('See '),
      { type: 'link', url: 'https://a.example/x', label: 'https://a.example/x' },
      text('. Or '),
      { type: 'link', url: 'mailto:tom@birch.example', label: 'tom@birch.example' },
      text('.'),
    ]);
  });

  test('links nothing by itself when the text is verbatim', () => {
    expect(parseMrkdwn('https://a.example', { verbatim: true })).toEqual([
      text('https://a.example'),
    ]);
  });

  test('reads no marks inside code', () => {
    expect(parseMrkdwn('`*a* &lt;b&gt;`')).toEqual([{ type: 'code', text: '*a* <b>' }]);
    expect(parseMrkdwn('before\n```\n*a*\n  b\n```\nafter')).toEqual([
      text('before'),
      { type: 'pre', text: '*a*\n  b' },
      text('after'),
    ]);
  });

  test('joins neighbouring quoted lines', () => {
    expect(parseMrkdwn('&gt; one\n> two\nthree')).toEqual([
      { type: 'quote', children: [text('one'), { type: 'break' }, text('two')] },
      text('three'),
    ]);
  });

  test('shows the shortcodes it knows and leaves the others', () => {
    expect(parseMrkdwn(':tada: :no_such: 10:30:15')).toEqual([
      { type: 'emoji', name: 'tada', text: '🎉' },
      text(' :no_such: 10:30:15'),
    ]);
  });
});
