import { expect, test } from 'vitest';
import { guessProspect } from '../../src/services/guess-prospect.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const add = (name: string, email: string | null) =>
    createProspect(db, team.ana, { name, company: 'Acme', email });
  return { dana: await add('Dana Reyes', 'Dana@acme.example'), team, add, db };
}

test('an address in the message tells whom it is about, whatever names stand beside it', async () => {
  const { db, team, dana, add } = await setUp();
  await add('Tom Okafor', null);

  const text = 'Tom Okafor writes: “ask dana@ACME.example”';

  expect(await guessProspect(acting(db, team.ben), { text })).toBe(dana.id);
});

test('without an address a whole name tells it', async () => {
  const { db, team, dana } = await setUp();

  const guess = await guessProspect(acting(db, team.ben), { text: 'dana reyes rang back' });

  expect(guess).toBe(dana.id);
});

test('nobody is guessed when two have the address', async () => {
  const { db, team, add } = await setUp();
  await add('D. Reyes', 'dana@acme.example');

  expect(await guessProspect(acting(db, team.ana), { text: 'dana@acme.example' })).toBeNull();
});
