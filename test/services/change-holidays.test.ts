import { expect, test } from 'vitest';
import { listHolidays } from '../../src/db/calendars.ts';
import { updateTeam } from '../../src/db/teams.ts';
import {
  changeHolidays,
  type HolidaysInput,
  loadTeamHolidays,
} from '../../src/services/change-holidays.ts';
import { refreshHolidays } from '../../src/services/refresh-holidays.ts';
import { loadWorkCalendar } from '../../src/services/work-calendar.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createHoliday } from '../support/factories.ts';

const database = useDatabase();
const BAVARIA = { country: 'DE', region: 'BY' };
const EVE = { on: '2026-12-24', name: 'Christmas Eve' };

async function setUp() {
  const { db } = database;
  const { ana, mara, workspace } = await createSalesTeam(db);
  const { workspaceId, teamId } = workspace;
  const ctx = acting(db, mara);
  const change = (input: Partial<HolidaysInput>) =>
    changeHolidays(ctx, { teamId, source: null, own: [], ...input });
  const days = async (from = '2026-01-01') =>
    (await listHolidays(db, { workspaceId, teamIds: [teamId], from })).map(({ on }) => on);
  return { db, ana, workspace, workspaceId, teamId, ctx, change, days };
}

test('a country and region fill this year’s rest and the next two', async () => {
  const { ctx, ana, change, days } = await setUp();

  const { place, days: ahead, own } = await change({ source: BAVARIA });

  expect(place).toBe('Germany, Bayern');
  expect(ahead[0]).toEqual({ on: '2026-12-25', name: 'Christmas Day' });
  expect(own).toEqual([]);
  expect((await days()).at(-1)).toBe('2028-12-26');
  const calendar = await loadWorkCalendar(ctx, { rep: ana, from: '2027-01-01' });
  expect(calendar.daysOff.has('2027-01-06')).toBe(true);
});

test('another country takes the place of the first; own days and the past stay', async () => {
  const { db, workspace, change, days } = await setUp();
  await createHoliday(db, workspace, '2026-11-02');
  await change({ source: BAVARIA, own: [EVE] });

  const { own } = await change({ source: { country: 'GB', region: 'ENG' }, own: [EVE] });

  expect(own).toEqual([EVE]);
  const kept = await days();
  expect(kept).toEqual(expect.arrayContaining(['2026-11-02', '2026-12-24', '2027-05-31']));
  expect(kept).not.toContain('2027-01-06');
});

test('no country leaves the own days alone', async () => {
  const { change, days } = await setUp();
  await change({ source: BAVARIA, own: [EVE] });

  const { place } = await change({ own: [EVE] });

  expect(place).toBeNull();
  expect(await days()).toEqual(['2026-12-24']);
});

test('names are kept in English and said in the reader’s language', async () => {
  const { db, ctx, workspaceId, teamId } = await setUp();
  const german = { ...ctx, rep: { ...ctx.rep, locale: 'de-DE' } };

  const { place, days, own } = await changeHolidays(german, {
    ...{ teamId, source: BAVARIA, own: [EVE] },
  });

  const kept = await listHolidays(db, { workspaceId, teamIds: [teamId], from: '2026-12-25' });
  expect(place).toBe('Deutschland, Bayern');
  expect(days.slice(0, 2)).toEqual([EVE, { on: '2026-12-25', name: '1. Weihnachtstag' }]);
  expect(own).toEqual([EVE]);
  expect(kept[0]).toMatchObject({ on: '2026-12-25', name: 'Christmas Day' });
});

test('an own day gives a public holiday its name', async () => {
  const { change } = await setUp();
  const own = [{ on: '2026-12-25', name: 'Office closed' }];

  const { days, own: kept } = await change({ source: BAVARIA, own });

  expect(days[0]).toEqual(own[0]);
  expect(kept).toEqual(own);
});

test.each([
  { country: 'XX', region: null },
  { country: 'DE', region: 'TX' },
])('a place nobody knows is refused at its field (%j)', async (source) => {
  const { change, days } = await setUp();

  await expect(change({ source })).rejects.toMatchObject({ code: 'invalid', field: 'country' });
  expect(await days()).toEqual([]);
});

test('a new year brings the one after next, and keeps own days', async () => {
  const { db, change, days } = await setUp();
  await change({ source: BAVARIA, own: [{ on: '2028-12-25', name: 'Ours' }] });

  await refreshHolidays({ db, now: new Date('2027-01-02T03:20:00Z') });
  await refreshHolidays({ db, now: new Date('2027-01-03T03:20:00Z') });

  expect((await days('2029-01-01')).length).toBeGreaterThan(8);
  expect(new Set(await days()).size).toBe((await days()).length);
});

test('a team without a country gets no holidays of anybody else', async () => {
  const { db, workspaceId, teamId, days, ctx } = await setUp();
  await updateTeam(db, { workspaceId, teamId, change: { holidaysRegion: 'BY' } });

  await refreshHolidays({ db, now: ctx.now });

  expect(await days()).toEqual([]);
  expect((await loadTeamHolidays(ctx)).place).toBeNull();
});
