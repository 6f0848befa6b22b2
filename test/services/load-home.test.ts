import { describe, expect, test } from 'vitest';
import type { HomePlace } from '../../src/domain/home-place.ts';
import { loadHome } from '../../src/services/load-home.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { standOnHome } from '../../src/services/stand-on-home.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();
const quiet = {
  nextAction: 'send_useful' as const,
  nextRule: { kind: 'nurture' as const, days: 21 },
};
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };
const call = { channel: 'call', outcome: 'no_answer' } as const;

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana } = team;
  const at = async (place: HomePlace, now?: string) => {
    const ctx = acting(db, ana, now);
    await standOnHome(ctx, place);
    return (await loadHome(ctx)).page;
  };
  const named = async (place: HomePlace) => {
    const page = await at(place);
    return 'rows' in page ? page.rows.map(({ name }) => name) : [];
  };
  return { db, ...team, at, named };
}

test('the first page has today, and how the other parts begin', async () => {
  const { db, ana, ben } = await setUp();
  const dana = await createProspect(db, ana);
  for (let n = 0; n < 11; n++) await createProspect(db, ana, { nextOn: '2026-11-18' });
  await createProspect(db, ana, { nextOn: '2026-11-30', ...quiet });
  await createProspect(db, ben, { nextOn: '2026-11-18' });
  await logTouch(acting(db, ana, '2026-11-12T09:00:00Z'), { prospectId: dana.id, ...call });
  await logTouch(acting(db, ana, '2026-11-16T09:00:00Z'), { prospectId: dana.id, ...call });

  const { page, counts, day, ownsNone } = await loadHome(acting(db, ana));

  expect(day.due).toHaveLength(0);
  expect({ ...counts, onDay: null }).toMatchObject({ open: 13, nurture: 1, week: 12 });
  expect(counts.onDay.get('2026-11-18')).toBe(11);
  expect(page).toMatchObject({ tab: 'today', from: 0, total: 0 });
  if (page.tab !== 'today' || page.start === null) throw new Error('not the first page');
  expect(page.start.week).toHaveLength(5);
  expect(page.start.nurture).toHaveLength(1);
  expect(page.start).toMatchObject({ recentTotal: 2, team: null });
  expect(page.start.numbers).toMatchObject({
    ...{ followUps: 1, followUpsLastWeek: 1, prospectsChased: 1, yes: 0, no: 0 },
  });
  expect(ownsNone).toBe(false);
});

test('one’s own numbers count nobody else’s touches, and a promise once it is due', async () => {
  const { db, ana, ben, at } = await setUp();
  const dana = await createProspect(db, ana);
  const eve = await createProspect(db, ana, { name: 'Eve', nextOn: '2026-11-16', ...promised });
  await createProspect(db, ana, { name: 'Late', nextOn: '2026-11-16', ...promised });
  await createProspect(db, ana, { name: 'Today', ...promised });
  const monday = '2026-11-16T09:00:00Z';
  const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
  await logTouch(acting(db, ana, monday), { prospectId: eve.id, ...no });
  await logTouch(acting(db, ben, monday), { prospectId: dana.id, ...call });

  const page = await at({ tab: 'today', from: 0 });

  expect(page.tab === 'today' && page.start?.numbers).toEqual({
    ...{ followUps: 1, followUpsLastWeek: 0, prospectsChased: 1, yes: 0, no: 1 },
    promises: { kept: 1, due: 2 },
  });
});

test('a manager sees what was announced of the team, another rep does not', async () => {
  const { db, ana, mara } = await setUp();

  const { page } = await loadHome(acting(db, mara));
  const own = (await loadHome(acting(db, ana))).page;

  expect(page.tab === 'today' && page.start?.team).toMatchObject({
    ...{ heldCount: 0, sweep: { total: 0 } },
  });
  expect(own.tab === 'today' && own.start?.team).toBeNull();
});

describe('the week', () => {
  test('runs from tomorrow to Sunday, soonest first', async () => {
    const { db, ana, named } = await setUp();
    for (const nextOn of ['2026-11-22', '2026-11-18', '2026-11-17', '2026-11-23', '2026-11-16']) {
      await createProspect(db, ana, { name: nextOn, nextOn });
    }

    expect(await named({ tab: 'week', from: 0 })).toEqual(['2026-11-18', '2026-11-22']);
  });

  test('leaves out promises of days off ahead, which stand under today', async () => {
    const { db, ana, named } = await setUp();
    await createAbsence(db, ana, { fromOn: '2026-11-18', toOn: '2026-11-19' });
    await createProspect(db, ana, { name: 'promised', nextOn: '2026-11-18', ...promised });
    await createProspect(db, ana, { name: 'on leave', nextOn: '2026-11-18' });
    await createProspect(db, ana, { name: 'back', nextOn: '2026-11-20', ...promised });

    expect(await named({ tab: 'week', from: 0 })).toEqual(['on leave', 'back']);
  });
});

test('nurture holds the quiet ones whatever moved their day, and no promise', async () => {
  const { db, ana, ben, named } = await setUp();
  await createProspect(db, ana, { name: 'far', nextOn: '2027-02-01', ...quiet });
  const moved = { ...quiet, nextRule: { kind: 'snoozed' as const } };
  await createProspect(db, ana, { name: 'moved', nextOn: '2026-12-01', ...moved });
  await createProspect(db, ana, { name: 'promised', ...quiet, ...promised });
  await createProspect(db, ana, { name: 'chased' });
  await createProspect(db, ben, { name: 'of Ben', ...quiet });

  expect(await named({ tab: 'nurture', from: 0 })).toEqual(['moved', 'far']);
});

describe('a page', () => {
  test('past the end is the last', async () => {
    const { db, ana, at, named } = await setUp();
    for (let n = 0; n < 17; n++) {
      const name = `N${String(n).padStart(2, '0')}`;
      await createProspect(db, ana, { name, nextOn: `2026-12-${String(n + 1).padStart(2, '0')}` });
    }

    expect(await named({ tab: 'all', from: 15 })).toEqual(['N15', 'N16']);
    expect(await at({ tab: 'all', from: 900_000 })).toMatchObject({ from: 15, total: 17 });
  });

  test('of today goes on after the digest’s ten', async () => {
    const { db, ana, at } = await setUp();
    for (let n = 0; n < 12; n++) await createProspect(db, ana);

    expect(await at({ tab: 'today', from: 10 })).toEqual({
      ...{ tab: 'today', from: 10, total: 12, start: null },
    });
  });

  test('of recent touches holds the next fifteen', async () => {
    const { db, ana, at } = await setUp();
    for (let n = 0; n < 17; n++) {
      const { id } = await createProspect(db, ana);
      await logTouch(acting(db, ana), { prospectId: id, ...call });
    }

    const page = await at({ tab: 'recent', from: 15 });

    expect(page.tab === 'recent' && page.touches).toHaveLength(2);
    expect(page).toMatchObject({ from: 15, total: 17 });
  });

  test('stays for the rep’s day and is today’s the next morning', async () => {
    const { db, ana, workspace } = await setUp();
    await createProspect(db, ana, { nextOn: '2026-12-01' });
    const kai = await createRep(db, workspace, { zone: 'Pacific/Auckland' });
    await createProspect(db, kai, { nextOn: '2026-12-01' });
    for (const rep of [ana, kai]) {
      await standOnHome(acting(db, rep, '2026-11-17T10:30:00Z'), { tab: 'all', from: 0 });
    }
    const tabs = async (now: string) => {
      const homes = [await loadHome(acting(db, ana, now)), await loadHome(acting(db, kai, now))];
      return homes.map(({ page }) => page.tab);
    };

    expect(await tabs('2026-11-17T10:59:00Z')).toEqual(['all', 'all']);
    expect(await tabs('2026-11-17T11:00:00Z')).toEqual(['all', 'today']);
    expect(await tabs('2026-11-17T23:00:00Z')).toEqual(['today', 'today']);
  });
});

test('who never had anybody stands at the beginning', async () => {
  const { at } = await setUp();

  expect(await at({ tab: 'nurture', from: 0 })).toMatchObject({ tab: 'today', from: 0 });
});

test('what comes next is shown although more are in line today than the pace has room for', async () => {
  const { db } = database;
  const { workspace } = await createSalesTeam(db);
  const fay = await createRep(db, workspace, { pace: 5 });
  for (let n = 0; n < 20; n++) await createProspect(db, fay, { inLine: true });
  await createProspect(db, fay, { name: 'Tom', nextOn: '2026-11-18' });

  const { page } = await loadHome(acting(db, fay));

  expect(page.tab === 'today' && page.start?.week.map(({ name }) => name)).toEqual(['Tom']);
});
