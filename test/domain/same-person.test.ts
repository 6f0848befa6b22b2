import { expect, test } from 'vitest';
import { comparePeople, findDoubtful, type PersonForms } from '../../src/domain/same-person.ts';

const none: PersonForms = { nameKey: null, emailKey: null, phoneKey: null };
const dana = { nameKey: 'dana reyes' };
const eli = { nameKey: 'eli reyes' };
const phone = { phoneKey: '+15125550142' };
const email = { emailKey: 'dana@acme.example' };

test.each([
  ['one e-mail', { ...dana, ...email }, { ...eli, ...email }, 'same'],
  ['one phone and name', { ...dana, ...phone }, { ...dana, ...phone }, 'same'],
  ['one phone, two names', { ...dana, ...phone }, { ...eli, ...phone }, 'perhaps'],
  ['one phone, one name missing', { ...dana, ...phone }, phone, 'perhaps'],
  ['one phone, no names', phone, phone, 'perhaps'],
  ['one name', dana, dana, 'different'],
  ['one name, two phones', { ...dana, ...phone }, { ...dana, phoneKey: '+1' }, 'different'],
  [
    'two e-mails, one phone',
    { ...eli, ...phone, emailKey: 'e@b.example' },
    { ...dana, ...phone, ...email },
    'perhaps',
  ],
  ['nothing known', none, none, 'different'],
] as [string, Partial<PersonForms>, Partial<PersonForms>, string][])(
  'with %s',
  (_what, one, other, verdict) => {
    expect(comparePeople({ ...none, ...one }, { ...none, ...other })).toBe(verdict);
    expect(comparePeople({ ...none, ...other }, { ...none, ...one })).toBe(verdict);
  },
);

const entry = (id: string, status: 'open' | 'stopped' | 'lost', forms: Partial<PersonForms>) => ({
  ...{ ...none, ...forms, id, status },
});

test.each([
  ['a new stop holds who shares the phone', ['dana'], ['eli', 'tom']],
  ['a new entry is held alone', ['tom'], ['tom']],
  ['nothing else is looked at', [], []],
])('%s', (_what, inQuestion, held) => {
  const entries = [
    entry('dana', 'stopped', { ...dana, ...phone }),
    entry('twin', 'open', { ...dana, ...phone }),
    entry('eli', 'open', { ...eli, ...phone }),
    entry('tom', 'lost', phone),
  ];

  const pairs = findDoubtful(entries, inQuestion);

  expect(pairs).toEqual(held.map((prospectId) => ({ prospectId, stoppedProspectId: 'dana' })));
});

test('who stands here twice is asked about once, by the entry in question', () => {
  const sister = { ...eli, emailKey: 'eli@birch.example' };
  const entries = [
    entry('first', 'stopped', { ...dana, ...phone }),
    entry('second', 'stopped', { ...dana, ...phone, ...email }),
    entry('third', 'stopped', { ...sister, ...phone }),
    entry('tom', 'open', phone),
  ];

  const asked = findDoubtful(entries, ['second']);
  const added = findDoubtful(entries, ['tom']);

  expect(asked).toEqual([{ prospectId: 'tom', stoppedProspectId: 'second' }]);
  expect(added.map((pair) => pair.stoppedProspectId)).toEqual(['first', 'third']);
});
