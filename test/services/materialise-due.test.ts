import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { holidays, schedules, workspaces } from '../../src/db/schema.ts';
import { findTeam } from '../../src/db/teams.ts';
import { DELIVERY_TIMINGS } from '../../src/domain/delivery.ts';
import { subjectKey } from '../../src/domain/subject.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { syncRepSchedule, syncTeamSchedule } from '../../src/services/sync-schedules.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createRep, createWorkspace } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';

const database = useDatabase();
const machineNow = new Date('2026-11-01T00:00:00Z');

function at(now: string) {
  return { db: database.db, timings: DELIVERY_TIMINGS, now: new Date(now), machineNow };
}

/** A rep in Berlin whose digest comes at 08:30 (07:30Z), planned since Monday 16 November at noon. */
async function planRep(change: Parameters<typeof createRep>[2] = {}) {
  const workspace = await createWorkspace(database.db);
  const rep = await createRep(database.db, workspace, change);
  const { workspaceId } = workspace;
  const now = new Date('2026-11-16T11:00:00Z');
  await syncRepSchedule({ db: database.db, workspaceId, now }, rep);
  return { workspace, workspaceId, rep };
}

async function outcomes(workspaceId: number) {
  const rows = await readLedger(database.db, workspaceId);
  return rows.map(
    ({ occurrenceKey, state, reason }) => `${occurrenceKey} ${state} ${reason ?? ''}`,
  );
}

test('case 38: eight at once give each rep one delivery for a local date', async () => {
  const { db } = database;
  const { workspace, workspaceId } = await planRep();
  for (let index = 0; index < 39; index++) {
    const rep = await createRep(db, workspace);
    await syncRepSchedule({ db, workspaceId, now: new Date('2026-11-16T11:00:00Z') }, rep);
  }

  const eight = Array.from({ length: 8 }, () => materialiseDue(at('2026-11-17T07:30:00Z')));
  await Promise.all(eight);
  await materialiseDue(at('2026-11-17T07:31:00Z'));

  const rows = await readLedger(db, workspaceId);
  expect(rows).toHaveLength(40);
  expect(new Set(rows.map(({ subjectKey }) => subjectKey)).size).toBe(40);
});

test('nothing is entered before its time', async () => {
  const { workspaceId } = await planRep();

  await materialiseDue(at('2026-11-17T07:29:59Z'));

  expect(await outcomes(workspaceId)).toEqual([]);
});

test('after several days down only the newest is to be sent, and every day is on record', async () => {
  const { workspaceId } = await planRep();

  await materialiseDue(at('2026-11-20T09:00:00Z'));

  expect(await outcomes(workspaceId)).toEqual([
    '2026-11-17 expired superseded',
    '2026-11-18 expired superseded',
    '2026-11-19 expired superseded',
    '2026-11-20 pending ',
  ]);
});

test('case 57: down from Friday 08:00 to Monday 08:30, Friday expires and Monday is normal', async () => {
  const { workspaceId } = await planRep();
  await materialiseDue(at('2026-11-19T07:30:00Z'));

  await materialiseDue(at('2026-11-23T07:30:00Z'));

  expect((await outcomes(workspaceId)).slice(-2)).toEqual([
    '2026-11-20 expired superseded',
    '2026-11-23 pending ',
  ]);
});

test('a digest more than four hours late is recorded as missed', async () => {
  const { workspaceId } = await planRep();

  await materialiseDue(at('2026-11-17T12:30:00Z'));

  expect(await outcomes(workspaceId)).toEqual(['2026-11-17 expired outage']);
});

test('case 56: leave and holidays are recorded, ordinary weekends are not', async () => {
  const { db } = database;
  const { workspaceId, workspace, rep } = await planRep();
  await createAbsence(db, rep, { fromOn: '2026-11-17', toOn: '2026-11-18' });
  const { teamId } = workspace;
  await db.insert(holidays).values({ workspaceId, teamId, on: '2026-11-20', name: 'Founding day' });

  await materialiseDue(at('2026-11-23T07:30:00Z'));

  expect(await outcomes(workspaceId)).toEqual([
    '2026-11-17 skipped away',
    '2026-11-18 skipped away',
    '2026-11-19 expired superseded',
    '2026-11-20 skipped holiday',
    '2026-11-23 pending ',
  ]);
});

test('a team post on a holiday is skipped', async () => {
  const { db } = database;
  const workspace = await createWorkspace(db, { team: { slackChannelId: 'C1' } });
  const { workspaceId, teamId } = workspace;
  const team = await findTeam(db, { workspaceId, teamId });
  if (!team) throw new Error('no team');
  await syncTeamSchedule({ db, workspaceId, now: new Date('2026-11-16T11:00:00Z') }, team);
  await db.insert(holidays).values({ workspaceId, teamId, on: '2026-11-17', name: 'Founding day' });

  await materialiseDue(at('2026-11-17T08:15:00Z'));

  const [row] = await readLedger(db, workspaceId, 'team_post');
  expect(row).toMatchObject({ state: 'skipped', reason: 'holiday', occurrenceKey: '2026-11-17' });
});

test('a paused workspace skips, and one that came back owes nothing from before', async () => {
  const { db } = database;
  const { workspaceId } = await planRep();
  const change = {
    activeFrom: new Date('2026-11-18T00:00:00Z'),
    pausedUntil: new Date('2026-11-19T00:00:00Z'),
  };
  await db.update(workspaces).set(change).where(eq(workspaces.id, workspaceId));

  await materialiseDue(at('2026-11-19T07:30:00Z'));

  expect(await outcomes(workspaceId)).toEqual(['2026-11-18 skipped paused', '2026-11-19 pending ']);
});

test('a schedule in an unknown zone holds nobody up', async () => {
  const { db } = database;
  const { workspaceId } = await planRep();
  const other = await createWorkspace(db);
  const dueAt = new Date('2026-11-17T07:00:00Z');
  await db.insert(schedules).values({
    workspaceId: other.id,
    kind: 'digest',
    subjectKey: subjectKey({ kind: 'rep', id: 'nobody' }),
    ...{ zone: 'Mars/Base', localTime: '08:00', weekdays: 31, tzdb: '' },
    ...{ nextLocalDate: '2026-11-17', nextDueAt: dueAt },
  });

  const { faulty } = await materialiseDue(at('2026-11-17T07:30:00Z'));

  expect(faulty).toHaveLength(1);
  expect(await outcomes(workspaceId)).toEqual(['2026-11-17 pending ']);
});
