import { expect, test } from 'vitest';
import { composeFallback, composeText, typed } from '../../../src/slack/views/compose.ts';

test.each([
  [
    'an abbreviation of ours ends the sentence',
    ['Anrufen', ', Fr 20. Nov.', '.'],
    'Anrufen, Fr 20. Nov.',
  ],
  ['anything else gets its full stop', ['Call', ' Fri 20 Nov', '.'], 'Call Fri 20 Nov.'],
  ['a person’s own words are left as they are', [typed('Acme Inc.'), '.'], 'Acme Inc..'],
])('%s', (_what, line, said) => {
  expect(composeText([line])).toMatchObject({ text: said });
  expect(composeFallback(line)).toBe(said);
});
