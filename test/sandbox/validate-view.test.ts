import { expect, test } from 'vitest';
import { validateView } from '../../src/sandbox/blocks/validate-view.ts';
import { input, modal, plain, section } from './support/local-slack.ts';

function refusals(view: unknown, type: 'modal' | 'home' = 'modal'): string[] {
  const answer = validateView(view, type);
  if (answer.ok) return [];
  return [answer.error, ...answer.problems.map(({ message, pointer }) => `${pointer} ${message}`)];
}

const text = input('name', { type: 'plain_text_input' });

test('a form with a title, inputs and submit is accepted', () => {
  expect(refusals(modal([text]))).toEqual([]);
});

test.each([
  [
    'a title of 25 characters',
    modal([text], { title: plain('x'.repeat(25)) }),
    '/view/title/text must be less than 25 characters',
  ],
  [
    'a form without submit',
    { ...modal([text]), submit: undefined },
    '/view missing required field: submit (the view has input blocks)',
  ],
  [
    'private metadata of 3001 characters',
    modal([text], { private_metadata: 'x'.repeat(3001) }),
    '/view/private_metadata must be less than 3001 characters',
  ],
  [
    '101 blocks',
    modal(Array(101).fill(section('x'))),
    '/view/blocks no more than 100 items allowed',
  ],
  ['a view without blocks', modal([]), '/view/blocks no fewer than 1 items allowed'],
  [
    'a Home tab as a modal',
    { type: 'home', blocks: [section('x')] },
    '/view/type must be of type modal',
  ],
  [
    'two elements with the focus',
    modal([
      input('a', { type: 'plain_text_input', focus_on_load: true }),
      input('b', { type: 'plain_text_input', focus_on_load: true }),
    ]),
    '/view/blocks only one element may have focus_on_load',
  ],
])('refuses %s', (_title, view, refusal) => {
  expect(refusals(view)).toContain(refusal);
});

test('a view over 250 kB is too large', () => {
  const blocks = Array.from({ length: 90 }, () => section('x'.repeat(2900)));

  expect(refusals(modal(blocks))).toEqual(['view_too_large']);
});

test('a Home tab has no title', () => {
  const home = { type: 'home', blocks: [section('Hello')] };

  expect(refusals(home, 'home')).toEqual([]);
  expect(refusals({ ...home, title: plain('x') }, 'home')).toContain(
    '/view invalid additional property: title',
  );
});
