import { expect, test } from 'vitest';
import { loadHome } from '../../src/services/load-home.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();

test('today, the next ten, all that is open, and the rep’s own week', async () => {
  const { db } = database;
  const { ana, ben, mara } = await createSalesTeam(db);
  const dana = await createProspect(db, ana);
  for (let n = 0; n < 11; n++) await createProspect(db, ana, { nextOn: '2026-11-18' });
  await createProspect(db, ben);
  const call = { channel: 'call', outcome: 'no_answer' } as const;
  await logTouch(acting(db, ana, '2026-11-16T09:00:00Z'), { prospectId: dana.id, ...call });

  const home = await loadHome(acting(db, ana));

  expect(home.day.due).toHaveLength(0);
  expect(home.upcoming).toHaveLength(10);
  expect(home).toMatchObject({ openTotal: 12, followUpsThisWeek: 1, isManager: false });
  expect((await loadHome(acting(db, mara))).isManager).toBe(true);
});

test('what comes next is shown although more are in line today than the pace has room for', async () => {
  const { db } = database;
  const { workspace } = await createSalesTeam(db);
  const fay = await createRep(db, workspace, { pace: 5 });
  for (let n = 0; n < 20; n++) await createProspect(db, fay, { inLine: true });
  await createProspect(db, fay, { name: 'Tom', nextOn: '2026-11-18' });

  const { upcoming } = await loadHome(acting(db, fay));

  expect(upcoming.map(({ name }) => name)).toEqual(['Tom']);
});
