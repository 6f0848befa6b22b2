import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KnownProspect } from '../../../src/domain/import/identity.ts';
import { readOwnersAmong } from '../../../src/domain/import/owners.ts';
import { type IdentifiedRow, planImport } from '../../../src/domain/import/plan-import.ts';
import type { Rep } from '../../../src/domain/rep.ts';

const ANA: Rep = {
  id: 'ana',
  teamId: 'sales',
  slackUserId: 'U1',
  slackDmId: null,
  name: 'Ana Silva',
  email: 'ana@northwind.example',
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

test('a weaker key finds a known prospect unless a stronger one says otherwise', () => {
  const known = [prospect({ id: 'p', name: 'Dana', company: 'Acme', email: null })];

  const [same] = plan(
    [row(2, { name: 'Dana', company: 'Acme', email: 'd@acme.example' })],
    known,
  ).results;
  const taken = [prospect({ id: 'p', name: 'Dana', company: 'Acme', email: 'x@acme.example' })];
  const [other] = plan(
    [row(2, { name: 'Dana', company: 'Acme', email: 'd@acme.example' })],
    taken,
  ).results;

  expect(same).toMatchObject({ result: 'updated', reason: 'Already here; adds email.' });
  expect(other).toMatchObject({ result: 'new' });
});

test('a row with an id takes over a prospect without one by e-mail, unless another row could', () => {
  const known = [prospect({ id: 'p', name: 'Dana', email: 'd@acme.example' })];
  const [a, b] = ['A', 'B'].map((externalId, i) => {
    return row(i + 2, { name: 'Dana', email: 'd@acme.example', externalId });
  });
  if (!a || !b) throw new Error('no rows');

  expect(plan([a], known).fill.get('p')).toEqual({ externalId: 'A' });
  expect(plan([a, b], known).results.map(({ result }) => result)).toEqual(['new', 'new']);
});

test('a row without an owner is a duplicate of a later one that has one', () => {
  const rows = [row(2, { name: 'Dana', owner: null }), row(3, { name: 'Dana' })];

  expect(plan(rows, []).results).toEqual([
    { line: 3, result: 'new', reason: null },
    { line: 2, result: 'duplicate', reason: 'The same as line 3.' },
  ]);
});

const text = (...values: string[]) => fc.constantFrom(null, ...values);
const anyPerson = fc.record({
  name: text('Dana', 'Tom'),
  company: text('Acme', 'Birch'),
  email: text('a@acme.example', 'b@acme.example'),
  phone: text('+1', '+2'),
  externalId: text('A', 'B'),
  owner: text('Ana Silva', 'Nobody'),
});

test('the same file again creates and fills nothing, whatever it holds', () => {
  fc.assert(
    fc.property(
      fc.array(anyPerson, { maxLength: 8 }),
      fc.array(anyPerson, { maxLength: 3 }),
      (file, here) => {
        const rows = file
          .filter((each) => each.name ?? each.company ?? each.externalId)
          .map((each, i) => row(i + 2, each));
        const ids = new Set<string>();
        const known = here
          .filter(({ externalId: id }) => id === null || (!ids.has(id) && ids.add(id)))
          .map((each, i) => prospect({ ...each, id: `known ${i}` }));
        const first = plan(rows, known);
        const after = [
          ...known.map((each) => ({ ...each, ...first.fill.get(each.id) })),
          ...first.create.map((each) => prospect({ ...each.row, id: `line ${each.row.line}` })),
        ];

        const again = plan(rows, after);

        expect(again.create).toEqual([]);
        expect(again.fill.size).toBe(0);
        expect(again.results).toHaveLength(rows.length);
      },
    ),
    { numRuns: 2_000 },
  );
});

function plan(rows: IdentifiedRow[], known: KnownProspect[]) {
  const readOwner = readOwnersAmong([ANA]);
  return planImport({ rows, known, readOwner, fallbackOwner: null, importedBy: null });
}

type Person = Partial<Pick<IdentifiedRow, 'name' | 'company' | 'email' | 'phone' | 'externalId'>>;

function keyed(person: Person) {
  const { name = null, company = null, email = null, phone = null, externalId = null } = person;
  const values = { name, company, email, phone, externalId };
  const key = (value: string | null) => value?.toLowerCase() ?? null;
  return {
    ...values,
    nameKey: key(name),
    companyKey: key(company),
    emailKey: email,
    phoneKey: phone,
  };
}

function row(line: number, person: Person & { owner?: string | null }): IdentifiedRow {
  return {
    line,
    ...keyed(person),
    owner: person.owner === undefined ? 'Ana Silva' : person.owner,
    country: null,
    nextOn: null,
    nextStep: null,
    lastContactOn: null,
    contacts: 0,
    interest: null,
    note: null,
    unknownStatus: null,
    stop: null,
  };
}

function prospect(person: Person & { id: string }): KnownProspect {
  return { id: person.id, ...keyed(person), interest: null, status: 'open' };
}
