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

test('a notice that is lost itself is not told of', async () => {
  const { mara, end, notices, plan } = await setUp();
  await end(mara, 'expired', { kind: 'notice', occurrenceKey: 'unsent:2026-11-19' });

  await plan();

  expect(await notices()).toHaveLength(1);
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
