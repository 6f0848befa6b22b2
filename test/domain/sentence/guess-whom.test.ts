import { expect, test } from 'vitest';
import { emailKeysIn, guessWhom } from '../../../src/domain/sentence/guess-whom.ts';

const PROSPECTS = [
  { id: 'dana', name: 'Dana Reyes', company: 'Acme' },
  { id: 'other dana', name: 'Dana Reyes', company: 'Birch Ltd' },
  { id: 'tom', name: 'Tom Okafor', company: 'Birch Ltd' },
  { id: 'mia', name: 'Mia Lund', company: 'Nordic' },
  { id: 'june', name: 'June', company: null },
  { id: 'zenith', name: null, company: 'Zenith Labs' },
];

test.each([
  ['Tom Okafor rang, he wants the prices', 'tom'],
  ['Dana Reyes from Acme asked for a demo', 'dana'],
  ['Birch wants a demo, says Dana Reyes', 'other dana'],
  ['Zenith Labs signed the papers', 'zenith'],
  ['Mia Lund’s assistant called back', 'mia'],
])('“%s” is about %s', (text, id) => {
  expect(guessWhom(text, PROSPECTS)).toBe(id);
});

test.each([
  ['two have that name', 'Dana Reyes called'],
  ['a first name alone', 'Mia called'],
  ['two people', 'Tom Okafor and Mia Lund will both come'],
  ['a month', 'We ship in June'],
  ['nobody we know', 'Lunch at noon?'],
  ['nothing', ''],
])('nobody is guessed: %s', (_why, text) => {
  expect(guessWhom(text, PROSPECTS)).toBeNull();
});

test.each([
  ['From: Dana <Dana@Acme.example>', ['dana@acme.example']],
  ['<mailto:dana@acme.example|dana@acme.example>', ['dana@acme.example']],
  ['ask tom@birch.example, or mia@nordic.example.', ['tom@birch.example', 'mia@nordic.example']],
  ['@dana will be in at 10', []],
  ['user@localhost', []],
])('the addresses in “%s”', (text, keys) => {
  expect(emailKeysIn(text)).toEqual(keys);
});
