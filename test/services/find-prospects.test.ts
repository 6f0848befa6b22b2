import { describe, expect, test } from 'vitest';
import { findProspects } from '../../src/services/find-prospects.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
type Change = NonNullable<Parameters<typeof createProspect>[2]>;

/** What Ana finds among prospects of hers; names in the order they come. */
async function setUp(people: Change[]) {
  const { db } = database;
  const team = await createSalesTeam(db);
  for (const person of people) await createProspect(db, team.ana, person);
  const find = async (query: string, limit = 20) => {
    const found = await findProspects(acting(db, team.ana), { query, limit });
    return found.map(({ name, company }) => name ?? company);
  };
  return { db, ...team, find };
}

describe('a search', () => {
  test.each([
    ['a part of the name', 'eye'],
    ['words in any order', 'reyes dana'],
    ['a part of the company', 'cme'],
    ['name and company', 'dana acme'],
    ['a part of the e-mail', 'dana.r@'],
    ['a part of the phone', '555 0142'],
    ['the phone written otherwise', '(512) 555-0142'],
    ['the phone without anything', '5125550142'],
    ['the id it had elsewhere', 'crm-77'],
    ['other case', 'DANA'],
    ['accents nobody typed', 'José'],
  ])('finds by %s', async (_what, query) => {
    const { find } = await setUp([
      {
        ...{ name: 'Dana Jose Reyes', company: 'Acme', email: 'Dana.R@acme.example' },
        ...{ phone: '+1 512 555 0142', externalId: 'CRM-77' },
      },
      { name: 'Tom Okafor', company: 'Birch', phone: '+1 512 555 0199' },
    ]);

    expect(await find(query)).toEqual(['Dana Jose Reyes']);
  });

  test.each(['jose', 'JOSE\u0301', 'josé', 'ＪＯＳＥ'])('“%s” finds José', async (query) => {
    const { find } = await setUp([{ name: 'José Peña' }, { name: 'Tom Okafor' }]);

    expect(await find(query)).toEqual(['José Peña']);
  });

  test.each([
    ['50%', ['50% off']],
    ['%', ['50% off']],
    ['_', ['a_b']],
    ['\\', ['c\\d']],
    ["'; drop table prospects; --", []],
  ])('takes %s as it is (102)', async (query, found) => {
    const names = ['50% off', '500', 'a_b', 'axb', 'c\\d'];
    const { find } = await setUp(names.map((name) => ({ name, company: null })));

    expect(await find(query)).toEqual(found);
  });

  test.each(['\u200b', '\0', ' \u202e '])('with nothing to see gives no error', async (query) => {
    const { find } = await setUp([{ name: 'Tom Okafor', nextOn: '2026-12-01' }]);

    expect(Array.isArray(await find(query))).toBe(true);
  });

  test('of 1,000 characters is refused (102)', async () => {
    const { find } = await setUp([]);

    await expect(find('x'.repeat(1000))).rejects.toMatchObject({ code: 'invalid', field: 'query' });
  });

  test('puts names that begin with it first, then open ones, then one’s own', async () => {
    const { db, ben, find } = await setUp([
      { name: 'Al Dana', company: null },
      {
        ...{ name: 'Dana Closed', company: null, status: 'stopped', nextOn: null },
        ...{ nextAction: null, nextRule: null },
      },
      { name: 'Dana Own', company: null },
    ]);
    await createProspect(db, ben, { name: 'Dana Bens', company: null });

    expect(await find('dana')).toEqual(['Dana Own', 'Dana Bens', 'Dana Closed', 'Al Dana']);
    expect(await find('dana', 1)).toEqual(['Dana Own']);
  });
});

describe('without words', () => {
  test('what is due today comes first, then the latest, each once', async () => {
    const now = new Date('2026-11-17T07:00:00Z');
    const { db, ben, find } = await setUp([
      { name: 'later', nextOn: '2026-12-01' },
      { name: 'latest', nextOn: '2026-12-01', changedAt: now },
      { name: 'due' },
      { name: 'late', nextOn: '2026-11-10', changedAt: now },
    ]);
    await createProspect(db, ben, { name: 'not mine' });

    expect(await find('')).toEqual(['late', 'due', 'latest', 'later']);
    expect(await find('  ', 2)).toEqual(['late', 'due']);
  });
});
