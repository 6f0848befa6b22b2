import { expect, test } from 'vitest';
import { readOwnersAmong } from '../../../src/domain/import/owners.ts';
import type { Rep } from '../../../src/domain/rep.ts';

const reader = readOwnersAmong([
  rep('ana', 'Ana Silva', 'ana@northwind.example'),
  rep('ben', 'Ben Haas', null),
  rep('ben 2', 'Ben Haas', 'ben@northwind.example'),
  { ...rep('gone', 'Tom Okafor', null), deactivatedAt: new Date('2026-01-05T08:00:00Z') },
]);

test.each([
  ['Ana Silva', 'ana'],
  ['  ANA   silva ', 'ana'],
  ['Silva, Ana', 'ana'],
  ['Ana@Northwind.example', 'ana'],
  ['ben@northwind.example', 'ben 2'],
])('%j is %s', (text, id) => {
  expect(reader(text)).toMatchObject({ ok: true, rep: { id } });
});

test.each([
  ['Ana', 'No rep is called “Ana”.'],
  ['Ben Haas', 'More than one rep is called “Ben Haas”.'],
  ['Tom Okafor', 'The owner “Tom Okafor” is deactivated.'],
  [null, 'It has no owner.'],
])('%j is nobody', (text, reason) => {
  expect(reader(text)).toEqual({ ok: false, reason });
});

function rep(id: string, name: string, email: string | null): Rep {
  return {
    id,
    teamId: 'sales',
    slackUserId: id,
    slackDmId: null,
    name,
    email,
    zone: 'Europe/Berlin',
    digestTime: '08:30',
    weekdays: 31,
    pace: 15,
    isManager: false,
    hiddenOnBoard: false,
    zoneChosen: false,
    locale: null,
    remindsPromises: true,
    tellsWhenClear: false,
    deactivatedAt: null,
    createdAt: new Date('2026-01-05T08:00:00Z'),
  };
}
