import { describe, expect, test } from 'vitest';
import { addProspect } from '../../src/services/add-prospect.ts';
import { findLikelySamePeople, type PersonInput } from '../../src/services/find-likely-same.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createHoliday, createProspect } from '../support/factories.ts';

const database = useDatabase();
const NOBODY: PersonInput = { name: null, company: null, email: null, phone: null };

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const add = (person: Partial<PersonInput>, at = TUESDAY) =>
    addProspect(acting(db, team.ana, at), { ...NOBODY, ...person });
  const likely = async (person: Partial<PersonInput>) =>
    findLikelySamePeople(acting(db, team.ana), { ...NOBODY, ...person });
  return { db, ...team, add, likely };
}

describe('a new prospect', () => {
  test('is its finder’s, open and due today', async () => {
    const { ana, add } = await setUp();

    const added = await add({ name: ' Dana\n Reyes ', company: 'Acme', phone: '+1 512 555 0142' });

    expect(added).toMatchObject({ ownerId: ana.id, name: 'Dana Reyes', company: 'Acme' });
    expect(added.standing.next).toMatchObject({
      ...{ on: '2026-11-17', action: 'first_contact', channel: 'call', rule: { kind: 'new' } },
    });
  });

  test('is due on the next working day, over a weekend and a holiday', async () => {
    const { db, workspace, add } = await setUp();
    await createHoliday(db, workspace, '2026-11-23');

    const added = await add({ company: 'Acme' }, '2026-11-21T09:00:00Z');

    expect(added.standing.next?.on).toBe('2026-11-24');
  });

  test.each([
    ['without name and company', { email: 'dana@acme.example' }, 'name'],
    ['with a name of 301 characters', { name: 'x'.repeat(301) }, 'name'],
    ['with an e-mail that is none', { name: 'Dana', email: 'dana at acme' }, 'email'],
    ['with a phone that is none', { name: 'Dana', phone: 'ask Tom' }, 'phone'],
    ['with a NUL character (104)', { name: 'Dana', company: 'A\0cme' }, 'company'],
    ['with a name nobody can see', { name: '\u200b\u202e' }, 'name'],
  ])('%s is refused at its field', async (_what, person, field) => {
    const { add } = await setUp();

    await expect(add(person)).rejects.toMatchObject({ code: 'invalid', field });
  });
});

describe('likely the same', () => {
  const DANA = { name: 'Dana Reyes', company: 'Acme', email: 'dana@acme.example' };
  const PHONE = { phone: '+1 512 555 0142', phoneKey: '+15125550142' };

  test.each([
    ['the same e-mail', { name: 'D.', email: 'DANA@acme.example' }],
    ['the same phone written otherwise', { name: 'Eli', phone: '001-512-555-0142' }],
    ['the same name and company', { name: 'dana  REYES', company: 'ACME' }],
    ['the same name while the company is not known', { name: 'Dana Reyes' }],
  ])('is who has %s', async (_what, person) => {
    const { db, ben, likely } = await setUp();
    await createProspect(db, ben, { ...DANA, ...PHONE });

    expect(await likely(person)).toMatchObject([
      { prospect: { name: 'Dana Reyes' }, ownerName: 'Ben Haas', lastTouch: null },
    ]);
  });

  test('is a company without a person, for another such', async () => {
    const { db, ana, likely } = await setUp();
    await createProspect(db, ana, { name: null, company: 'Acme' });
    await createProspect(db, ana, { name: 'Tom', company: 'Acme' });

    expect((await likely({ company: 'ACME' })).map((same) => same.prospect.name)).toEqual([null]);
  });

  test('is not a namesake elsewhere', async () => {
    const { db, ben, likely } = await setUp();
    await createProspect(db, ben, DANA);

    expect(await likely({ name: 'Dana Reyes', company: 'Birch' })).toEqual([]);
  });

  test('comes with the e-mail first, however many namesakes, and what happened last', async () => {
    const { db, ana, likely } = await setUp();
    for (let n = 0; n < 6; n++) await createProspect(db, ana, { ...DANA, email: null });
    const dana = await createProspect(db, ana, { ...DANA, createdAt: new Date(TUESDAY) });
    const call = { channel: 'call', outcome: 'no_answer' } as const;
    await logTouch(acting(db, ana), { prospectId: dana.id, ...call });

    const found = await likely(DANA);

    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({ prospect: { id: dana.id }, lastTouch: call });
  });
});
