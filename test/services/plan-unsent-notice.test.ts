import { and, eq, like } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { loadUnsent, planUnsentNotices } from '../../src/services/plan-unsent-notice.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createRep } from '../support/factories.ts';

const database = useDatabase();
const FRIDAY = new Date('2026-11-20T11:30:00Z');
const MONDAY = new Date('2026-11-23T07:00:00Z');

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { workspace, ana, ben, mara } = team;
  const workspaceId = workspace.id;
  const end = async (
    rep: typeof ana,
    state: 'expired' | 'dead' | 'skipped',
    change: Partial<typeof deliveries.$inferInsert> = {},
  ) => {
    await db.insert(deliveries).values({
      ...{ workspaceId, kind: 'digest', subjectKey: `rep:${rep.id}`, occurrenceKey: '2026-11-20' },
      ...{ zone: rep.zone, dueAt: FRIDAY, expiresAt: FRIDAY, state, reason: 'outage' },
      ...{ nextAttemptAt: FRIDAY, createdAt: FRIDAY, finishedAt: FRIDAY, ...change },
    });
  };
  const notices = async () => {
    const own = and(
      eq(deliveries.workspaceId, workspaceId),
      like(deliveries.occurrenceKey, 'unsent:%'),
    );
    return db.select().from(deliveries).where(own);
  };
  const plan = (now = new Date(FRIDAY.getTime() + 600_000)) => planUnsentNotices({ db, now });
  const told = (occurrenceKey = 'unsent:2026-11-23') =>
    loadUnsent(acting(db, mara, MONDAY.toISOString()), occurrenceKey);
  return { db, workspace, workspaceId, ana, ben, mara, end, notices, plan, told };
}

test('case 57: what expired on Friday is told to the manager on Monday at 08:00, once', async () => {
  const { ana, ben, mara, end, notices, plan, told } = await setUp();
  await end(ana, 'expired');
  await end(ben, 'expired');

  await plan();
  await plan();

  expect(await notices()).toMatchObject([
    { subjectKey: `rep:${mara.id}`, occurrenceKey: 'unsent:2026-11-23', dueAt: MONDAY },
  ]);
  expect(await told()).toMatchObject({
    since: new Date('2026-11-20T07:00:00Z'),
    kinds: [{ kind: 'digest', others: [{ state: 'expired', reason: 'outage', count: 2 }] }],
  });
});

test('what was skipped on purpose is no loss', async () => {
  const { ana, end, notices, plan, told } = await setUp();
  await end(ana, 'skipped', { reason: 'empty' });

  await plan();

  expect(await notices()).toEqual([]);
  expect(await told()).toBeNull();
});

test('what a lost notice held is told on the next working morning', async () => {
  const { db, workspaceId, ana, end, notices, plan, told } = await setUp();
  await end(ana, 'expired');
  await plan();
  const lostAt = new Date('2026-11-23T07:10:00Z');
  await db
    .update(deliveries)
    .set({ state: 'unconfirmed', reason: 'missing_scope', finishedAt: lostAt })
    .where(and(eq(deliveries.workspaceId, workspaceId), eq(deliveries.kind, 'notice')));

  await plan(new Date('2026-11-23T07:20:00Z'));
  await plan(new Date('2026-11-23T07:30:00Z'));

  expect((await notices()).map((row) => row.occurrenceKey).toSorted()).toEqual([
    'unsent:2026-11-23',
    'unsent:2026-11-24',
  ]);
  expect(await told('unsent:2026-11-24')).toMatchObject({
    since: new Date('2026-11-20T07:00:00Z'),
    kinds: [{ kind: 'digest', others: [{ state: 'expired', count: 1 }] }],
  });
});

test('losses before and after a morning are told on a morning each', async () => {
  const { ana, ben, end, notices, plan } = await setUp();
  await end(ana, 'expired');
  await end(ben, 'expired', { finishedAt: new Date('2026-11-23T07:00:00Z') });

  for (let round = 0; round < 3; round++) await plan(new Date('2026-11-23T07:10:00Z'));

  expect((await notices()).map((row) => row.occurrenceKey).toSorted()).toEqual([
    'unsent:2026-11-23',
    'unsent:2026-11-24',
  ]);
});

test('a workspace with thousands of losses keeps no other from being told', async () => {
  const { db, ana, end, plan } = await setUp();
  await end(ana, 'expired');
  const [row] = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.subjectKey, `rep:${ana.id}`));
  if (!row) throw new Error('no loss');
  const many = Array.from({ length: 1_500 }, (_none, index) => {
    const { id: _id, ...loss } = row;
    const finishedAt = new Date(FRIDAY.getTime() + index);
    return { ...loss, occurrenceKey: `2020-01-01/${index}`, finishedAt };
  });
  await db.insert(deliveries).values(many);
  const other = await setUp();
  await other.end(other.ana, 'expired', { finishedAt: new Date(FRIDAY.getTime() + 5_000) });

  await plan();

  expect(await other.notices()).toHaveLength(1);
});

test('each manager reads it on their own next working morning', async () => {
  const { db, workspace, ana, end, notices, plan } = await setUp();
  const kim = { name: 'Kim', zone: 'America/New_York', isManager: true };
  const { id } = await createRep(db, workspace, kim);
  await end(ana, 'dead', { reason: 'is_archived' });

  await plan();

  const due = new Map((await notices()).map((row) => [row.subjectKey, row.dueAt]));
  expect(due.get(`rep:${id}`)).toEqual(new Date('2026-11-20T13:00:00Z'));
});

test('another workspace’s losses are not told', async () => {
  const { told } = await setUp();
  const other = await setUp();
  await other.end(other.ana, 'expired');

  expect(await told()).toBeNull();
});
