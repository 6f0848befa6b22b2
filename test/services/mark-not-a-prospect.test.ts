import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { countNotProspects } from '../../src/db/not-prospects.ts';
import { prospects } from '../../src/db/schema.ts';
import { loadBoard } from '../../src/services/load-board.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { loadInsights } from '../../src/services/load-insights.ts';
import { loadWeekSummary } from '../../src/services/load-week-summary.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { markNotAProspect } from '../../src/services/mark-not-a-prospect.ts';
import { undoChange } from '../../src/services/undo-change.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const WEDNESDAY = '2026-11-18T09:00:00Z';
const WEEK = {
  from: new Date('2026-11-15T23:00:00Z'),
  to: new Date('2026-11-22T23:00:00Z'),
};

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const mark = (rep = team.ana, version?: number) =>
    markNotAProspect(acting(db, rep), { prospectId: dana.id, version, reason: 'duplicate' });
  const stored = async () =>
    (await db.select().from(prospects).where(eq(prospects.id, dana.id)))[0];
  return { db, ...team, dana, mark, stored };
}

test('it leaves the day, with its reason', async () => {
  const { db, ana, mark } = await setUp({ promised: true });

  const marked = await mark();

  expect(marked).toMatchObject({
    standing: { status: 'not_a_prospect', next: null },
    closedReason: 'duplicate',
  });
  expect((await loadDay(acting(db, ana))).due).toEqual([]);
});

test('a manager may mark it, another rep may not', async () => {
  const { ben, mara, mark } = await setUp();

  await expect(mark(ben)).rejects.toThrow(
    'Dana Reyes belongs to somebody else: only the owner or a manager can say that it is not a prospect.',
  );
  expect((await mark(mara)).standing.status).toBe('not_a_prospect');
});

test('the second of two clicks is refused', async () => {
  const { ana, mark } = await setUp();
  await mark(ana, 1);

  await expect(mark(ana, 1)).rejects.toMatchObject({ code: 'conflict' });
  await expect(mark()).rejects.toThrow('Dana Reyes is marked as not a prospect already.');
});

test('who asked us to stop stays stopped', async () => {
  const { db, ana, dana, mark } = await setUp();
  await logTouch(acting(db, ana), { prospectId: dana.id, channel: 'call', outcome: 'stop' });

  await expect(mark()).rejects.toThrow('They asked us to stop on 17 Nov (you). It stays that way.');
});

describe('its touches', () => {
  async function touchThenMark() {
    const set = await setUp({ promised: true });
    const { db, ana, dana } = set;
    await logTouch(acting(db, ana), { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
    const read = async () => {
      const board = await loadBoard(acting(db, ana), { from: '2026-11-16', to: '2026-11-22' });
      const { thisWeek } = await loadWeekSummary(acting(db, ana, WEDNESDAY));
      const insights = await loadInsights(acting(db, ana, WEDNESDAY), { scope: 'me', days: 30 });
      const { followUps, prospectsChased, promises } = thisWeek;
      const seen = { board: board.followUps, insights: insights.insights.prospects };
      return { ...seen, followUps, prospectsChased, promises: promises.due };
    };
    return { ...set, read };
  }

  test('count on no board, in no week and in no insight', async () => {
    const { mark, read } = await touchThenMark();
    const before = await read();

    await mark();

    const one = { board: 1, insights: 1, followUps: 1, prospectsChased: 1, promises: 1 };
    expect(before).toEqual(one);
    expect(await read()).toEqual(Object.fromEntries(Object.keys(one).map((key) => [key, 0])));
  });

  test('count again once it was undone', async () => {
    const { db, ana, dana, mark, read } = await touchThenMark();
    const before = await read();
    const { version } = await mark();

    await undoChange(acting(db, ana), { prospectId: dana.id, version });

    expect(await read()).toEqual(before);
  });
});

describe('the count by rep', () => {
  test('is of who marked it, within the instants', async () => {
    const { db, workspace, ana, mara, mark } = await setUp();
    const { workspaceId } = workspace;
    const tom = await createProspect(db, ana, { name: 'Tom Okafor' });
    await mark(mara);
    const sunday = acting(db, ana, '2026-11-22T23:00:00Z');
    await markNotAProspect(sunday, { prospectId: tom.id, reason: 'company_gone' });

    const counts = await countNotProspects(db, { workspaceId, ...WEEK });

    expect([...counts]).toEqual([[mara.id, 1]]);
  });

  test('leaves out what was undone, not what was re-marked', async () => {
    const { db, workspace, ana, dana, mark } = await setUp();
    const { workspaceId } = workspace;
    const { version } = await mark();
    await undoChange(acting(db, ana), { prospectId: dana.id, version });
    const undone = await countNotProspects(db, { workspaceId, ...WEEK });

    await mark();

    expect(undone.size).toBe(0);
    expect((await countNotProspects(db, { workspaceId, ...WEEK })).get(ana.id)).toBe(1);
  });

  test('stands in the manager’s Friday', async () => {
    const { db, mara, mark } = await setUp();
    await mark();

    const { thisWeek, lastWeek } = await loadWeekSummary(acting(db, mara, WEDNESDAY));

    expect([thisWeek.notProspects, lastWeek.notProspects]).toEqual([1, 0]);
  });
});
