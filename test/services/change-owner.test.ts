import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { listHistory } from '../../src/db/history.ts';
import { deliveries } from '../../src/db/schema.ts';
import { changeOwner } from '../../src/services/change-owner.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const give = (toRepId: string, version?: number) =>
    changeOwner(acting(db, team.mara), { prospectId: dana.id, toRepId, version });
  return { db, ...team, dana, give };
}

describe('a prospect given to somebody else', () => {
  test('keeps date, promise, place in line and reason, and history says who gave it', async () => {
    const { db, workspace, ana, ben, mara, dana, give } = await setUp({
      ...{ promised: true, nextStep: 'Send pricing', nextRule: { kind: 'agreed' }, snoozes: 2 },
      ...{ inLine: true, linePosition: 7 },
    });

    const { prospect, owner } = await give(ben.id);

    expect(owner.name).toBe('Ben Haas');
    expect(prospect).toMatchObject({ ownerId: ben.id, version: 2, snoozes: 2, inLine: true });
    expect(prospect.standing.next).toMatchObject({
      ...{ on: '2026-11-17', promised: true, step: 'Send pricing', rule: { kind: 'agreed' } },
    });
    const [entry] = await listHistory(db, {
      ...{ workspaceId: workspace.id, prospectId: dana.id, limit: 1 },
    });
    expect(entry).toMatchObject({
      ...{ verb: 'change_owner', repId: mara.id, version: 2 },
      ...{ before: { ownerId: ana.id }, after: { ownerId: ben.id } },
    });
  });

  test('keeps its instant, on the day that has in the new owner’s zone', async () => {
    const at = new Date('2026-11-17T22:00:00Z');
    const { db, workspace, give } = await setUp({ nextAt: at, promised: true });
    const kim = await createRep(db, workspace, { name: 'Kim Sato', zone: 'Asia/Tokyo' });

    const { prospect } = await give(kim.id);

    expect(prospect.standing.next).toMatchObject({ at, on: '2026-11-18' });
  });

  test('lost ones keep why they were lost', async () => {
    const { db, workspace, ben, dana, give } = await setUp({
      ...{ status: 'lost', closedReason: 'price', revisitOn: '2026-12-01' },
      ...{ nextOn: null, nextAction: null, nextChannel: null, nextRule: null },
    });

    await give(ben.id);

    const row = await db.query.prospects.findFirst({
      where: (p, { eq, and }) => and(eq(p.workspaceId, workspace.id), eq(p.id, dana.id)),
    });
    expect(row).toMatchObject({ ownerId: ben.id, closedReason: 'price', revisitOn: '2026-12-01' });
  });

  test('redraws the digests of both, and tells the new owner once', async () => {
    const { db, workspace, ana, ben, dana, give } = await setUp();
    await createSentDigest(db, ana, { on: '2026-11-17', rows: [dana] });
    await createSentDigest(db, ben, { on: '2026-11-17', rows: [] });

    await give(ben.id);

    const rows = await db.select().from(deliveries).where(eq(deliveries.workspaceId, workspace.id));
    const digests = rows.filter(({ kind }) => kind === 'digest');
    expect(digests.map(({ redrawsWanted }) => redrawsWanted)).toEqual([1, 1]);
    const notices = rows.filter(({ kind }) => kind === 'notice');
    expect(notices.map(({ subjectKey, dueAt }) => [subjectKey, dueAt])).toEqual([
      [`rep:${ben.id}`, new Date(TUESDAY)],
    ]);
  });
});

test('a manager who takes a prospect over is told nothing', async () => {
  const { db, workspace, mara, give } = await setUp();

  await give(mara.id);

  const own = and(eq(deliveries.workspaceId, workspace.id), eq(deliveries.kind, 'notice'));
  expect(await db.select().from(deliveries).where(own)).toEqual([]);
});

describe('a prospect is not given', () => {
  test('to somebody who left', async () => {
    const { db, workspace, give } = await setUp();
    const tom = await createRep(db, workspace, { name: 'Tom', deactivatedAt: new Date(TUESDAY) });

    await expect(give(tom.id)).rejects.toMatchObject({ code: 'invalid', field: 'toRepId' });
  });

  test('to its owner, to nobody, or to a rep of another workspace', async () => {
    const { db, ana, give } = await setUp();
    const other = await createSalesTeam(db);

    await expect(give(ana.id)).rejects.toMatchObject({ code: 'conflict' });
    await expect(give('nobody')).rejects.toMatchObject({ code: 'not_found' });
    await expect(give(other.ana.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('from a version that is no longer there', async () => {
    const { ben, give } = await setUp();

    await expect(give(ben.id, 7)).rejects.toMatchObject({ code: 'conflict' });
  });
});
