import { expect, test } from 'vitest';
import { mentionedIn, plainTextOf } from '../../../src/slack/views/plain-text.ts';

const NAMES: Record<string, string> = { U1: 'Ben Okoro' };
const read = (text: string) => plainTextOf(text, (id, label) => NAMES[id] ?? label ?? 'Somebody');

test.each([
  ['<mailto:dana@acme.example|dana@acme.example> asks', 'dana@acme.example asks'],
  ['call <tel:+15125550142|+1 512 555 0142>', 'call +1 512 555 0142'],
  ['see <https://acme.example/offer>', 'see https://acme.example/offer'],
  ['see <http://acme.example|acme.example>', 'see acme.example'],
  [
    'see <https://acme.example/a?b=1&amp;c=2|our offer>',
    'see our offer (https://acme.example/a?b=1&c=2)',
  ],
  ['<@U1> and <@U2>', 'Ben Okoro and Somebody'],
  ['<@U2|chi> in <#C1|sales>', 'chi in #sales'],
  ['<!here> and <!subteam^S1|@closers>', '@here and @closers'],
  ['<!date^1794903600^{date}|17 Nov>', '17 Nov'],
  ['a &lt; b &amp;amp; c &gt; d', 'a < b &amp; c > d'],
])('“%s” reads “%s”', (sent, text) => {
  expect(read(sent)).toBe(text);
});

test('whoever is mentioned is asked for once', () => {
  expect(mentionedIn('<@U1> and <@U2|chi> in <#C1> and <@U1>')).toEqual(['U1', 'U2']);
});
