import { expect, test } from 'vitest';
import { listOpenProspects } from '../../src/db/prospect-lists.ts';
import { findWarnings } from '../../src/services/find-warnings.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const WEDNESDAY = '2026-11-18T09:00:00Z';

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, { name: 'Dana Reyes' });
  await createProspect(db, team.ana, { name: 'Tom Okafor' });
  const call = (rep: typeof team.ana) =>
    logTouch(acting(db, rep), { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
  const warned = async (rep: typeof team.ana, at = WEDNESDAY) => {
    const ctx = acting(db, rep, at);
    const everybody = await listOpenProspects(db, { ...ctx, ownerIds: [team.ana.id], limit: 9 });
    return findWarnings(ctx, everybody);
  };
  return { ...team, dana, call, warned };
}

test('whoever was called yesterday is named with who called and from when it is better', async () => {
  const { ana, ben, dana, call, warned } = await setUp();
  await call(ben);

  const warnings = await warned(ana);

  expect([...warnings.keys()]).toEqual([dana.id]);
  expect(warnings.get(dana.id)).toMatchObject({
    ...{ name: 'Ben Haas', channel: 'call', touchedOn: '2026-11-17', betterFrom: '2026-11-19' },
  });
});

test('one’s own call warns too, and says so', async () => {
  const { ana, dana, call, warned } = await setUp();
  await call(ana);

  expect((await warned(ana)).get(dana.id)?.name).toBe('You');
});

test('two working days later nobody is warned of', async () => {
  const { ana, ben, call, warned } = await setUp();
  await call(ben);

  expect([...(await warned(ana, '2026-11-19T09:00:00Z')).keys()]).toEqual([]);
});
