import { expect, test } from 'vitest';
import { readSentence } from '../../../src/domain/sentence/read-sentence.ts';
import { MONDAY_TO_FRIDAY } from '../../../src/domain/working-days.ts';
import { CAST } from './cast.ts';

const WORLD = {
  today: '2026-11-17',
  time: '09:20',
  calendar: { weekdays: MONDAY_TO_FRIDAY, daysOff: new Set<string>() },
  prospects: CAST,
};

test.each([
  'Mia Lund: called, no answer',
  'Mia at Nordic Freight: called, no answer, try again Thursday 10am',
  'left Kenji a voicemail yesterday',
  'emailed José',
  'Kenji Mori tomorrow at ten',
  'Kenji said no, too expensive',
  'Kenji: spoke, agreed to send the case study on Thursday 2pm',
  'called Pia Brandt at Elmtree, no answer',
])('“%s” says nothing beyond what was understood', (text) => {
  expect(readSentence(text, WORLD).said.note).toBeNull();
});

test.each([
  [
    'Spoke to Kenji, budget is $20k and he loves it, send pricing Thursday',
    'budget is $20k and he loves it',
  ],
  [
    'Mia: called, no answer, her boss says she is back Monday, try Tuesday',
    'her boss says she is back Monday',
  ],
  ['Called Kenji at 3pm, no answer', 'at 3pm'],
  ['left Kenji a vm about the nda', 'about the nda'],
  ['Kenji: called, no answer (third time)', 'third time'],
  ['met Kenji for lunch', 'for lunch'],
  ['Spoke to Kenji. He promised to sign by Friday, chase then', 'He promised to sign by Friday'],
  ['called kenji no answer his boss decides try again thu', 'his boss decides'],
  ['Kenji: spoke, likes it; wants SSO. Loves our demo!', 'likes it; wants SSO. Loves our demo'],
])('of “%s” the note keeps “%s”', (text, note) => {
  expect(readSentence(text, WORLD).said.note).toBe(note);
});

test.each([
  ['a way that was not logged', 'Called Kenji, no answer, so emailed', 'Called Kenji, no answer'],
  ['why it is the wrong contact', 'kenji bounced', 'bounced'],
  ['a date that is in doubt', 'Kenji: called, no answer, try again 5/12', '5/12'],
  ['a name nobody has', 'Dana Ray: called, no answer', null],
  ['somebody else’s words', '> Kenji said no to it', '> Kenji said no to it'],
])('%s is not lost', (_, text, note) => {
  expect(readSentence(text, WORLD).said.note).toBe(note);
});

test('a name nobody has stays in the note when somebody else was chosen', () => {
  const { said } = readSentence('Dana Ray: called, no answer', { ...WORLD, about: 'dana' });

  expect(said.note).toBe('Dana Ray');
});

test('another prospect who is named stays in the note', () => {
  const { said } = readSentence('Kenji and Mia: called, no answer', { ...WORLD, about: 'kenji' });

  expect(said.note).toContain('Mia');
});
