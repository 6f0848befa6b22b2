/** What people type, or software sends, that no screen may stumble over. */
const FAMILY = '👩‍👩‍👧‍👦';

export const NASTY_TEXTS: readonly [what: string, text: string][] = [
  ['a long name', 'Dana'.repeat(75)],
  ['a star before ampersands', `*${'&'.repeat(299)}`],
  ['ampersands', '&'.repeat(300)],
  ['tags', '<'.repeat(3000)],
  ['emoji families', FAMILY.repeat(27)],
  ['right to left', 'مرحبا '.repeat(50)],
  ['zero width', 'D\u200b\u200d'.repeat(100)],
  ['a ping of everybody', '<!channel>'],
  ['a ping of one', '<@U1>'],
  ['a disguised link', '<http://evil|Acme>'],
  ['formatting', '*bold* _it_ ~gone~ `code` ```block```'],
  ['an emoji code', ':smile:'],
  ['a quote', '> said\n> twice'],
  ['lines', 'one\ntwo\n\nthree\n'.repeat(150)],
  ['quotes for JSON', '"\\'.repeat(150)],
  ['white space', ' '],
];

export const LONG_RESPONSE_URL = `https://hooks.slack.example/${'x'.repeat(272)}`;
