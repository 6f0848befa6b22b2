import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { schedules } from '../../src/db/schema.ts';
import { DELIVERY_TIMINGS } from '../../src/domain/delivery.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Team } from '../../src/domain/team.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { refreshSchedules } from '../../src/services/refresh-schedules.ts';
import { syncRepSchedule, syncTeamSchedule } from '../../src/services/sync-schedules.ts';
import { useDatabase } from '../support/database.ts';
import { createRep, createWorkspace } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';

const database = useDatabase();

async function sync(rep: Rep & { workspaceId: number }, now: string) {
  const { workspaceId } = rep;
  await syncRepSchedule({ db: database.db, workspaceId, now: new Date(now) }, rep);
}

function materialise(now: string) {
  const machineNow = new Date('2026-11-01T00:00:00Z');
  return materialiseDue({
    ...{ db: database.db, timings: DELIVERY_TIMINGS, machineNow },
    now: new Date(now),
  });
}

async function scheduleOf(workspaceId: number) {
  const [row] = await database.db
    .select()
    .from(schedules)
    .where(and(eq(schedules.workspaceId, workspaceId)));
  return row;
}

test('case 54: a digest moved from 10:00 to 09:00 at 09:30 is due now, and once', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db), {
    digestTime: '10:00',
  });
  await sync(rep, '2026-11-16T11:00:00Z');

  await sync({ ...rep, digestTime: '09:00' }, '2026-11-17T08:30:00Z');
  await materialise('2026-11-17T08:30:00Z');
  await materialise('2026-11-17T09:30:00Z');

  const rows = await readLedger(database.db, rep.workspaceId);
  expect(rows.map((row) => [row.occurrenceKey, row.state])).toEqual([['2026-11-17', 'pending']]);
  expect((await scheduleOf(rep.workspaceId))?.nextDueAt).toEqual(new Date('2026-11-18T08:00:00Z'));
});

test('case 54: a digest moved from 09:00 to 10:00 after it came is next due tomorrow', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db), {
    digestTime: '09:00',
  });
  await sync(rep, '2026-11-16T11:00:00Z');
  await materialise('2026-11-17T08:00:00Z');

  await sync({ ...rep, digestTime: '10:00' }, '2026-11-17T08:30:00Z');

  expect(await scheduleOf(rep.workspaceId)).toMatchObject({
    nextLocalDate: '2026-11-18',
    nextDueAt: new Date('2026-11-18T09:00:00Z'),
  });
});

test('case 53: a rep who flies from Tokyo to Los Angeles gets no second digest', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db), {
    zone: 'Asia/Tokyo',
  });
  await sync(rep, '2026-11-16T03:00:00Z');
  await materialise('2026-11-16T23:30:00Z'); // 08:30 on the 17th in Tokyo

  await sync({ ...rep, zone: 'America/Los_Angeles' }, '2026-11-17T01:00:00Z');
  await materialise('2026-11-17T16:30:00Z'); // 08:30 on the 17th in Los Angeles

  const rows = await readLedger(database.db, rep.workspaceId);
  expect(rows.map(({ occurrenceKey }) => occurrenceKey)).toEqual(['2026-11-17']);
});

test('case 53: a rep who flies from Los Angeles to Auckland has the lost day on record', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db), {
    zone: 'America/Los_Angeles',
  });
  await sync(rep, '2026-11-13T20:00:00Z');
  await materialise('2026-11-16T16:30:00Z');

  await sync({ ...rep, zone: 'Pacific/Auckland' }, '2026-11-17T01:00:00Z');
  await materialise('2026-11-17T19:30:00Z');

  const rows = await readLedger(database.db, rep.workspaceId);
  expect(rows.map((row) => [row.occurrenceKey, row.state, row.reason])).toEqual([
    ['2026-11-16', 'pending', null],
    ['2026-11-17', 'skipped', 'changed'],
    ['2026-11-18', 'pending', null],
  ]);
});

test('a change while a digest is overdue enters it first', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db));
  await sync(rep, '2026-11-16T11:00:00Z');

  await sync({ ...rep, digestTime: '10:00' }, '2026-11-17T08:00:00Z');

  const rows = await readLedger(database.db, rep.workspaceId);
  expect(rows.map((row) => [row.occurrenceKey, row.state])).toEqual([['2026-11-17', 'pending']]);
});

test('the same settings again change nothing', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db));
  await sync(rep, '2026-11-16T11:00:00Z');
  const before = await scheduleOf(rep.workspaceId);

  await sync(rep, '2026-11-17T07:45:00Z');

  expect(await scheduleOf(rep.workspaceId)).toEqual(before);
});

test('a deactivated rep has no digest; one who comes back begins after now', async () => {
  const rep = await createRep(database.db, await createWorkspace(database.db));
  await sync(rep, '2026-11-16T11:00:00Z');

  await sync({ ...rep, deactivatedAt: new Date('2026-11-16T12:00:00Z') }, '2026-11-16T12:00:00Z');
  await materialise('2026-11-18T07:30:00Z');
  expect(await readLedger(database.db, rep.workspaceId)).toEqual([]);

  await sync(rep, '2026-11-18T09:00:00Z');
  expect((await scheduleOf(rep.workspaceId))?.nextLocalDate).toBe('2026-11-19');
});

test('a team has a post only with a channel', async () => {
  const { db } = database;
  const { workspaceId, teamId } = await createWorkspace(db);
  const now = new Date('2026-11-16T11:00:00Z');
  const team: Team = {
    ...{ id: teamId, name: 'Sales', zone: 'Europe/Berlin', postTime: '09:15', weekdays: 31 },
    summaryTime: '14:00',
    ...{ slackChannelId: null, createdAt: now, totalsOnly: false, locale: null },
    ...{ holidaysCountry: null, holidaysRegion: null },
  };

  await syncTeamSchedule({ db, workspaceId, now }, team);
  expect(await scheduleOf(workspaceId)).toBeUndefined();

  await syncTeamSchedule({ db, workspaceId, now }, { ...team, slackChannelId: 'C1' });
  expect(await scheduleOf(workspaceId)).toMatchObject({ enabled: true, kind: 'team_post' });

  await syncTeamSchedule({ db, workspaceId, now }, team);
  expect(await scheduleOf(workspaceId)).toMatchObject({ enabled: false });
});

test('case 48: another release of the zone data recomputes the instant and keeps the day', async () => {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));
  await sync(rep, '2026-11-16T11:00:00Z');
  const wrong = { tzdb: '1999a', nextDueAt: new Date('2026-11-17T06:30:00Z') };
  await db.update(schedules).set(wrong).where(eq(schedules.workspaceId, rep.workspaceId));

  const now = new Date('2026-11-16T12:00:00Z');
  await refreshSchedules({ db, timings: DELIVERY_TIMINGS, now, machineNow: now });

  expect(await scheduleOf(rep.workspaceId)).toMatchObject({
    nextLocalDate: '2026-11-17',
    nextDueAt: new Date('2026-11-17T07:30:00Z'),
  });
});
