import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliveries, history, prospects } from '../../src/db/schema.ts';
import { type HandOverInput, handOver, previewHandOver } from '../../src/services/hand-over.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { loadBrief } from '../../src/services/plan-brief.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoHandOver } from '../../src/services/undo-hand-over.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();
const NEXT_MORNING = '2026-11-18T08:00:00Z';
const TOO_LATE = '2026-11-18T08:00:01Z';
const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

/** Ana with one promise, one late, one for later, one in line, one won to look at again, one lost. */
async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, ben, mara, workspace } = team;
  const at = new Date('2026-11-20T22:30:00Z');
  const own = {
    promise: await createProspect(db, ana, { nextOn: '2026-11-20', nextAt: at, ...promised }),
    late: await createProspect(db, ana, { nextOn: '2026-11-12' }),
    later: await createProspect(db, ana, { nextOn: '2026-11-25' }),
    inLine: await createProspect(db, ana, { nextOn: '2026-11-16', inLine: true }),
    won: await createProspect(db, ana, { ...closed, status: 'won', revisitOn: '2026-11-30' }),
    lost: await createProspect(db, ana, { ...closed, status: 'lost', closedReason: 'price' }),
  };
  const manager = acting(db, mara);
  const hand = (change: Partial<HandOverInput> = {}, by = manager) =>
    handOver(by, { fromRepId: ana.id, toRepId: ben.id, scope: 'all', ...change });
  const preview = (change: Partial<HandOverInput> = {}) =>
    previewHandOver(manager, { fromRepId: ana.id, toRepId: ben.id, scope: 'all', ...change });
  const rowsOf = async (repId: string) => {
    const mine = and(eq(prospects.workspaceId, workspace.id), eq(prospects.ownerId, repId));
    return db.select().from(prospects).where(mine);
  };
  return { db, ...team, own, manager, hand, preview, rowsOf };
}

describe('the preview', () => {
  test.each([
    ['all', { open: 4, promised: 1, overdue: 1, revisits: 1 }],
    ['due', { open: 2, promised: 0, overdue: 1, revisits: 0 }],
  ] as const)('counts %s', async (scope, owned) => {
    const { preview, rowsOf, ana } = await setUp();

    expect(await preview({ scope })).toMatchObject({ owned, scope });
    expect(await rowsOf(ana.id)).toHaveLength(6);
  });
});

describe('a hand-over', () => {
  test('gives what has a day, with dates and promises, and leaves the rest on record', async () => {
    const { hand, rowsOf, ana, ben, own } = await setUp();

    expect(await hand()).toMatchObject({ count: 5, from: { id: ana.id }, to: { id: ben.id } });

    const bens = await rowsOf(ben.id);
    expect(bens.map(({ id }) => id).sort()).toEqual(
      [own.promise, own.late, own.later, own.inLine, own.won].map(({ id }) => id).sort(),
    );
    const dana = bens.find(({ id }) => id === own.promise.id);
    expect(dana).toMatchObject({ nextOn: '2026-11-20', nextAt: own.promise.nextAt, version: 2 });
    expect(dana).toMatchObject({ promised: true, changedAt: new Date(TUESDAY) });
    expect((await rowsOf(ana.id)).map(({ id }) => id)).toEqual([own.lost.id]);
  });

  test('gives only what is due when asked to', async () => {
    const { hand, rowsOf, ben } = await setUp();

    expect((await hand({ scope: 'due' })).count).toBe(2);
    expect(await rowsOf(ben.id)).toHaveLength(2);
  });

  test('works for one who has left, and puts times on the new owner’s days', async () => {
    const { db, workspace, hand, rowsOf, own, ana } = await setUp();
    const kim = await createRep(db, workspace, { name: 'Kim Sato', zone: 'Asia/Tokyo' });
    await db.execute(`update reps set deactivated_at = now() where id = '${ana.id}'`);

    await hand({ toRepId: kim.id });

    const dana = (await rowsOf(kim.id)).find(({ id }) => id === own.promise.id);
    expect(dana).toMatchObject({ nextOn: '2026-11-21', nextAt: own.promise.nextAt });
  });

  test('of two at the same moment gives once', async () => {
    const { hand, rowsOf, ben } = await setUp();

    const both = await Promise.allSettled([hand(), hand()]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf(ben.id)).toHaveLength(5);
  });

  test('of thousands is one transaction with a line of history each', async () => {
    const { db, workspace, hand, own } = await setUp();
    const { id: _, searchText: __, ...like } = own.later;
    const thousand = Array.from({ length: 1000 }, () => like);
    for (let n = 0; n < 3; n++) await db.insert(prospects).values(thousand);

    const { count, batchId } = await hand();

    expect(count).toBe(3005);
    const batch = and(eq(history.workspaceId, workspace.id), eq(history.batchId, batchId));
    expect(await db.$count(history, batch)).toBe(3005);
  });

  test.each([
    ['to the same person', (_ben: string, ana: string) => ana, 'invalid'],
    ['to nobody', () => 'nobody', 'not_found'],
  ] as const)('%s is refused', async (_what, to, code) => {
    const { hand, ana, ben } = await setUp();

    await expect(hand({ toRepId: to(ben.id, ana.id) })).rejects.toMatchObject({ code });
  });

  test('of nothing is refused', async () => {
    const { hand, ben, ana } = await setUp();

    await expect(hand({ fromRepId: ben.id, toRepId: ana.id })).rejects.toMatchObject({
      ...{ code: 'conflict', message: 'Ben Haas has nothing open: there is nothing to hand over.' },
    });
  });
});

describe('the brief', () => {
  test('is one message to the new owner: promises first', async () => {
    const { db, workspace, hand, ben, own } = await setUp();

    await hand();

    const notices = await db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.workspaceId, workspace.id), eq(deliveries.kind, 'notice')));
    expect(notices.map(({ subjectKey }) => subjectKey)).toEqual([`rep:${ben.id}`]);
    const brief = await loadBrief(acting(db, ben), notices[0]?.occurrenceKey ?? '');
    expect(brief).toMatchObject({
      ...{ by: 'Mara Lind', from: 'Ana Silva' },
      owned: { open: 4, promised: 1, overdue: 1, revisits: 1 },
    });
    expect(brief?.rows[0]?.id).toBe(own.promise.id);
  });

  test('has nothing to say once all was taken back', async () => {
    const { db, hand, ben, manager } = await setUp();
    const { batchId } = await hand();

    await undoHandOver(manager, { batchId });

    expect(await loadBrief(acting(db, ben), `brief:${batchId}`)).toBeNull();
  });
});

describe('undoing a hand-over', () => {
  test('puts everything back as it was, within 24 hours', async () => {
    const { db, hand, rowsOf, ana, mara } = await setUp();
    const before = await rowsOf(ana.id);
    const { batchId } = await hand();

    const undone = await undoHandOver(acting(db, mara, NEXT_MORNING), { batchId });

    expect(undone).toEqual({ from: 'Ana Silva', to: 'Ben Haas', restored: 5, stayed: [] });
    const strip = (rows: typeof before) =>
      rows
        .map(({ version: _, changedAt: __, ...row }) => row)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(strip(await rowsOf(ana.id))).toEqual(strip(before));
  });

  test('leaves those that changed since, and says who changed them', async () => {
    const { db, hand, rowsOf, ana, ben, manager, own } = await setUp();
    const { batchId } = await hand();
    await logTouch(acting(db, ben), {
      ...{ prospectId: own.late.id, channel: 'call', outcome: 'no_answer' },
    });
    await snoozeProspect(acting(db, ben), {
      ...{ prospectId: own.later.id, version: 2, to: { on: '2026-11-26' } },
    });

    const undone = await undoHandOver(manager, { batchId });

    expect(undone).toMatchObject({ restored: 3, stayed: [{ name: 'Ben Haas', count: 2 }] });
    expect(await rowsOf(ana.id)).toHaveLength(4);
    expect(await rowsOf(ben.id)).toHaveLength(2);
  });

  test('is refused after 24 hours, a second time, and for what is no hand-over', async () => {
    const { db, hand, mara, manager } = await setUp();
    const { batchId } = await hand();

    const late = undoHandOver(acting(db, mara, TOO_LATE), { batchId });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    await undoHandOver(manager, { batchId });
    await expect(undoHandOver(manager, { batchId })).rejects.toMatchObject({ code: 'conflict' });
    for (const unknown of ['', '00000000-0000-4000-8000-000000000000']) {
      await expect(undoHandOver(manager, { batchId: unknown })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  test('of another workspace is not found', async () => {
    const { db, hand } = await setUp();
    const { batchId } = await hand();
    const { mara } = await createSalesTeam(db);

    await expect(undoHandOver(acting(db, mara), { batchId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
