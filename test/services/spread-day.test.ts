import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { history, prospects } from '../../src/db/schema.ts';
import { loadSpreadOffer } from '../../src/services/load-spread.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { spreadDay } from '../../src/services/spread-day.ts';
import { undoSpread } from '../../src/services/undo-spread.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const unanswered = { nextRule: { kind: 'unanswered' as const, inARow: 1, wait: 2 } };

/** Ana's Tuesday with so many due at a pace of 15. */
async function setUp(count: number) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{ workspaceId: team.ana.workspaceId, ownerId: team.ana.id, name: `Person ${n}` },
    ...{ status: 'open' as const, nextOn: '2026-11-16', nextAction: 'try_again' as const },
    ...{ ...unanswered, createdAt: new Date(n), changedAt: new Date(n) },
  }));
  const made = await db.insert(prospects).values(rows).returning();
  const ofAna = and(
    eq(prospects.workspaceId, team.ana.workspaceId),
    eq(prospects.ownerId, team.ana.id),
  );
  const read = () => db.select().from(prospects).where(ofAna);
  const days = async () => {
    const counts: Record<string, number> = {};
    for (const { nextOn } of await read()) counts[nextOn ?? ''] = (counts[nextOn ?? ''] ?? 0) + 1;
    return counts;
  };
  return { db, ...team, made, read, days };
}

describe('a spread', () => {
  test('moves the rest to days with room, each with its line of history', async () => {
    const { db, ana, days } = await setUp(32);

    const spread = await spreadDay(acting(db, ana));

    expect(spread).toMatchObject({ moved: 17, days: ['2026-11-18', '2026-11-19'] });
    expect(await days()).toEqual({ '2026-11-16': 15, '2026-11-18': 15, '2026-11-19': 2 });
    const lines = await db
      .select()
      .from(history)
      .where(and(eq(history.workspaceId, ana.workspaceId), eq(history.verb, 'spread')));
    expect(lines).toHaveLength(17);
    expect(lines[0]).toMatchObject({
      ...{ batchId: spread?.batchId, repId: ana.id, version: 2 },
      before: { next: { on: '2026-11-16' } },
      after: { next: { rule: { kind: 'spread' } } },
    });
  });

  test('leaves promises, picked dates and the prospects of others', async () => {
    const { db, ana, ben, read } = await setUp(16);
    const promised = { name: 'Pia', promised: true, nextRule: { kind: 'agreed' as const } };
    const pia = await createProspect(db, ana, promised);
    await createProspect(db, ana, { name: 'Pit', nextRule: { kind: 'picked' } });
    await createProspect(db, ben, unanswered);

    const spread = await spreadDay(acting(db, ana));

    expect(spread?.moved).toBe(3);
    const kept = (await read()).filter(({ version }) => version === 1).map(({ name }) => name);
    expect(kept).toContain(pia.name);
    expect(kept).toContain('Pit');
  });

  test('asked for twice at once moves once', async () => {
    const { db, ana, days } = await setUp(20);

    const both = await Promise.all([spreadDay(acting(db, ana)), spreadDay(acting(db, ana))]);

    expect(both.filter((one) => one === null)).toHaveLength(1);
    expect(await days()).toEqual({ '2026-11-16': 15, '2026-11-18': 5 });
  });

  test('of 500 rows is one for the database, within the time a person waits', async () => {
    const { db, ana, days } = await setUp(500);
    const begun = performance.now();

    const spread = await spreadDay(acting(db, ana));

    expect(performance.now() - begun).toBeLessThan(2500);
    expect(spread?.moved).toBe(485);
    expect(Math.max(...Object.values(await days()))).toBe(15);
  });
});

describe('the undo', () => {
  test('puts back those that did not change since', async () => {
    const { db, ana, read, days } = await setUp(20);
    const spread = await spreadDay(acting(db, ana));
    const batchId = spread?.batchId ?? '';
    const touched = (await read()).find(({ nextOn }) => nextOn === '2026-11-18');
    const touch = { channel: 'call', outcome: 'no_answer' } as const;
    await logTouch(acting(db, ana), { prospectId: touched?.id ?? '', ...touch });

    const undone = await undoSpread(acting(db, ana), { batchId });

    expect(undone).toEqual({ restored: 4, stayed: 1 });
    expect(await days()).toEqual({ '2026-11-16': 19, '2026-11-19': 1 });
    const back = (await read()).filter(({ version }) => version === 3);
    expect(back.map(({ nextRule }) => nextRule?.kind)).toContain('unanswered');
  });

  test('works once, for 24 hours, for the rep and a manager', async () => {
    const { db, ana, ben, mara } = await setUp(20);
    const spread = await spreadDay(acting(db, ana));
    const batchId = spread?.batchId ?? '';
    const undo = (rep: typeof ana, at?: string) => undoSpread(acting(db, rep, at), { batchId });

    await expect(undo(ben)).rejects.toThrow('Only the one whose day it was');
    await expect(undo(ana, '2026-11-18T08:00:01Z')).rejects.toThrow('24 hours');
    expect((await undo(mara)).restored).toBe(5);
    await expect(undo(ana)).rejects.toThrow('taken back already');
  });

  test('of another workspace, or of nothing, is not here', async () => {
    const { db, ana } = await setUp(20);
    const spread = await spreadDay(acting(db, ana));
    const { mara: stranger } = await createSalesTeam(db);
    const ctx = acting(db, stranger);

    await expect(undoSpread(ctx, { batchId: spread?.batchId ?? '' })).rejects.toThrow('not here');
    await expect(undoSpread(ctx, { batchId: 'nothing' })).rejects.toThrow('not here');
  });
});

test('the offer is made once a week, by what the digests held', async () => {
  const { db, ana, made } = await setUp(32);
  const offer = (at: string, today: string) =>
    loadSpreadOffer(acting(db, ana, at), { today, rows: 32 });

  const first = await offer('2026-11-17T08:00:00Z', '2026-11-17');
  await createSentDigest(db, ana, { on: '2026-11-17', rows: made });

  expect(first).toEqual({ kind: 'offer', due: 32, pace: 15, days: 2 });
  expect(await offer('2026-11-18T08:00:00Z', '2026-11-18')).toBeNull();
  expect(await offer('2026-11-23T08:00:00Z', '2026-11-23')).toMatchObject({ kind: 'offer' });
});
