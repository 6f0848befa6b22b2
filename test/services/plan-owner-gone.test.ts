import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { updateRep } from '../../src/db/reps.ts';
import { deliveries } from '../../src/db/schema.ts';
import { listLeftBehind, loadGoneOwners } from '../../src/services/load-gone-owners.ts';
import { loadOwnerGone, planOwnerGone } from '../../src/services/plan-owner-gone.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();
const FRIDAY = new Date('2026-11-13T15:00:00Z');

async function setUp(leftAt: Date = FRIDAY) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { workspace, ana, mara } = team;
  const tom = await createRep(db, workspace, { name: 'Tom Okafor', deactivatedAt: leftAt });
  const plan = (now = leftAt) => planOwnerGone({ db, workspaceId: workspace.id, now }, tom);
  const notices = async () => {
    const own = and(eq(deliveries.workspaceId, workspace.id), eq(deliveries.kind, 'notice'));
    return db.select().from(deliveries).where(own);
  };
  const comeBack = (deactivatedAt: Date | null) =>
    updateRep(db, { workspaceId: workspace.id, repId: tom.id, change: { deactivatedAt } });
  return { db, ...team, tom, plan, notices, comeBack, ana, mara };
}

describe('somebody who left', () => {
  test.each([
    ['on Friday afternoon is told of on Monday', FRIDAY, '2026-11-16T07:00:00Z'],
    ['early on Tuesday the same morning', new Date('2026-11-17T05:00:00Z'), '2026-11-17T07:00:00Z'],
    ['on Tuesday at noon on Wednesday', new Date('2026-11-17T11:00:00Z'), '2026-11-18T07:00:00Z'],
  ])('%s, at 08:00', async (_what, leftAt, dueAt) => {
    const { plan, notices, mara } = await setUp(leftAt);

    await plan();
    await plan();

    expect(await notices()).toMatchObject([
      { subjectKey: `rep:${mara.id}`, dueAt: new Date(dueAt), state: 'pending' },
    ]);
  });

  test('is told of in each manager’s own zone, after their leave', async () => {
    const { db, workspace, plan, notices, mara } = await setUp();
    const kim = await createRep(db, workspace, {
      ...{ name: 'Kim', zone: 'America/New_York', isManager: true },
    });
    await createAbsence(db, mara, { fromOn: '2026-11-16', toOn: '2026-11-17' });

    await plan();

    const planned = new Map((await notices()).map((row) => [row.subjectKey, row.dueAt]));
    expect(planned.get(`rep:${mara.id}`)).toEqual(new Date('2026-11-18T07:00:00Z'));
    expect(planned.get(`rep:${kim.id}`)).toEqual(new Date('2026-11-16T13:00:00Z'));
  });

  test('and came back is told of no more, and again when they leave once more', async () => {
    const { db, tom, plan, notices, comeBack, mara } = await setUp();
    await createProspect(db, tom);
    await plan();
    const [notice] = await notices();
    const read = () => loadOwnerGone(acting(db, mara), notice?.occurrenceKey ?? '');

    expect(await read()).toMatchObject({ name: 'Tom Okafor', leftOn: '2026-11-13' });
    await comeBack(null);
    expect(await read()).toBeNull();
    const again = await comeBack(new Date(TUESDAY));
    if (again) {
      await planOwnerGone({ db, workspaceId: mara.workspaceId, now: new Date(TUESDAY) }, again);
    }
    expect(await read()).toBeNull();
    expect(await notices()).toHaveLength(2);
  });

  test('with nothing left is no news', async () => {
    const { db, plan, notices, mara } = await setUp();
    await plan();
    const [notice] = await notices();

    expect(await loadOwnerGone(acting(db, mara), notice?.occurrenceKey ?? '')).toBeNull();
  });
});

describe('what they left', () => {
  test('is counted for their manager and in the manager’s list, soonest first', async () => {
    const { db, tom, ana, mara } = await setUp();
    await createProspect(db, tom, { name: 'Later', nextOn: '2026-11-24' });
    await createProspect(db, tom, {
      ...{ name: 'Sooner', nextOn: '2026-11-16', promised: true, nextRule: { kind: 'agreed' } },
    });
    await createProspect(db, ana);

    expect(await loadGoneOwners(acting(db, mara))).toEqual([
      {
        ...{ repId: tom.id, name: 'Tom Okafor', leftOn: '2026-11-13' },
        owned: { open: 2, promised: 1, overdue: 1, revisits: 0 },
      },
    ]);
    const { rows, total, nameOf } = await listLeftBehind(acting(db, mara), { limit: 15 });
    expect(rows.map(({ name }) => name)).toEqual(['Sooner', 'Later']);
    expect(total).toBe(2);
    expect(nameOf(tom.id)).toBe('Tom Okafor');
  });

  test('is nobody’s business but a manager’s', async () => {
    const { db, tom, ana } = await setUp();
    await createProspect(db, tom);

    expect(await loadGoneOwners(acting(db, ana))).toEqual([]);
    await expect(listLeftBehind(acting(db, ana), { limit: 15 })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  });
});
