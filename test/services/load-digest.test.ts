import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliveries, prospects } from '../../src/db/schema.ts';
import { editTouch } from '../../src/services/edit-touch.ts';
import { loadDigest } from '../../src/services/load-digest.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;
const LOST = {
  ...{ status: 'lost' as const, nextOn: null, nextAction: null, nextRule: null },
  revisitOn: '2026-11-17',
};

/** Ana's digest of Tuesday: Dana, then Tom. */
async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana } = team;
  const dana = await createProspect(db, ana, change);
  const tom = await createProspect(db, ana, { name: 'Tom Okafor' });
  const deliveryId = await createSentDigest(db, ana, { on: '2026-11-17', rows: [dana, tom] });
  const draw = async (at?: string) => {
    const digest = await loadDigest(acting(db, ana, at));
    const due = digest?.model.due.map(({ position, prospect }) => [position, prospect.name]);
    return { due, done: digest?.model.done ?? [], sent: digest?.sent };
  };
  const wanted = async () => {
    const where = and(eq(deliveries.workspaceId, ana.workspaceId), eq(deliveries.id, deliveryId));
    const [row] = await db.select().from(deliveries).where(where);
    return row?.redrawsWanted;
  };
  return { db, ...team, dana, tom, deliveryId, draw, wanted };
}

const BOTH = [
  [0, 'Dana Reyes'],
  [1, 'Tom Okafor'],
];

describe('the digest as it stands', () => {
  test('shows a row done with what happened, the others in their places', async () => {
    const { db, ana, dana, draw } = await setUp();
    const { touch } = await logTouch(acting(db, ana), { prospectId: dana.id, ...call });

    const { due, done } = await draw();

    expect(due).toEqual([[1, 'Tom Okafor']]);
    expect(done).toMatchObject([
      { position: 0, deed: { kind: 'logged', ...call, touchId: touch.id, by: null } },
    ]);
  });

  test('says who did it when it was somebody else', async () => {
    const { db, ben, dana, draw } = await setUp();
    await logTouch(acting(db, ben), { prospectId: dana.id, ...call });

    expect((await draw()).done).toMatchObject([{ deed: { kind: 'logged', by: 'Ben Haas' } }]);
  });

  test('brings a row back when its touch is undone', async () => {
    const { db, ana, dana, draw } = await setUp();
    const { touch } = await logTouch(acting(db, ana), { prospectId: dana.id, ...call });
    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect(await draw()).toMatchObject({ due: BOTH, done: [] });
  });

  test('shows what an edited touch says now, as the touch of who logged it', async () => {
    const { db, ana, mara, dana, draw, wanted } = await setUp();
    const { touch } = await logTouch(acting(db, ana), { prospectId: dana.id, ...call });
    const spoke = { channel: 'email', outcome: 'spoke' } as const;
    await editTouch(acting(db, mara), { ...spoke, prospectId: dana.id, touchId: touch.id });

    expect((await draw()).done).toMatchObject([
      { deed: { kind: 'logged', ...spoke, touchId: touch.id, by: null } },
    ]);
    expect(await wanted()).toBe(2);
  });

  test('shows the touch that stands after a later one was undone', async () => {
    const { db, ana, ben, dana, draw } = await setUp();
    const { touch } = await logTouch(acting(db, ana), { prospectId: dana.id, ...call });
    const later = await logTouch(acting(db, ben), { prospectId: dana.id, ...call });
    await undoTouch(acting(db, ben), { touchId: later.touch.id });

    expect((await draw()).done).toMatchObject([
      { deed: { kind: 'logged', ...call, touchId: touch.id, by: null } },
    ]);
  });

  test('shows a snooze, and a revisit that was moved or dropped', async () => {
    const { db, ana, mara, dana, tom, draw } = await setUp(LOST);
    await snoozeProspect(acting(db, mara), { prospectId: tom.id, version: 1, to: 'tomorrow' });
    await revisitProspect(acting(db, ana), { prospectId: dana.id, deed: 'later' });

    expect((await draw()).done.map(({ deed }) => deed)).toEqual([
      { kind: 'revisit_moved', by: null },
      { kind: 'snoozed', by: 'Mara Lind' },
    ]);
  });

  test('shows that a duplicate was stopped by a colleague’s stop', async () => {
    const { db, ben, draw } = await setUp({ email: 'dana@acme.example' });
    const twin = await createProspect(db, ben, { email: 'dana@acme.example' });
    await logTouch(acting(db, ben), { prospectId: twin.id, channel: 'email', outcome: 'stop' });

    expect((await draw()).done).toMatchObject([
      { deed: { kind: 'logged', outcome: 'stop', by: 'Ben Haas' } },
    ]);
  });

  test('folds a row away whose prospect has another owner now', async () => {
    const { db, ben, dana, draw } = await setUp();
    await db.update(prospects).set({ ownerId: ben.id }).where(eq(prospects.id, dana.id));

    const { due, done } = await draw();

    expect(due).toEqual([[1, 'Tom Okafor']]);
    expect(done).toMatchObject([{ position: 0, deed: { kind: 'moved_on' } }]);
  });

  test('is none on another day, or for a rep who got none', async () => {
    const { db, ben, draw } = await setUp();

    expect((await draw('2026-11-18T08:00:00Z')).sent).toBeUndefined();
    expect(await loadDigest(acting(db, ben))).toBeNull();
  });
});

describe('a change anywhere asks for the digest to be redrawn', () => {
  test('once for each, whoever made it', async () => {
    const { db, ben, mara, dana, wanted } = await setUp();
    const { touch } = await logTouch(acting(db, ben), { prospectId: dana.id, ...call });
    await undoTouch(acting(db, mara), { touchId: touch.id });

    expect(await wanted()).toBe(2);
  });

  test('but not one of three days ago', async () => {
    const { db, ana, dana, wanted } = await setUp();
    const at = '2026-11-20T08:00:00Z';
    await logTouch(acting(db, ana, at), { prospectId: dana.id, ...call });

    expect(await wanted()).toBe(0);
  });
});
