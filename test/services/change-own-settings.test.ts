import { expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { findRep } from '../../src/db/reps.ts';
import { lockSchedule } from '../../src/db/schedules.ts';
import { DELIVERY_TIMINGS } from '../../src/domain/delivery.ts';
import {
  changeOwnSettings,
  type OwnSettingsInput,
} from '../../src/services/change-own-settings.ts';
import { materialiseDue } from '../../src/services/materialise-due.ts';
import { refreshPerson } from '../../src/services/refresh-person.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';

const database = useDatabase();
const AS_IT_COMES: OwnSettingsInput = {
  ...{ digestTime: '08:30', weekdays: 31, pace: 15, ownZone: null, slackZone: 'Europe/Berlin' },
  ...{ remindsPromises: true, tellsWhenClear: false, hiddenOnBoard: false },
};

async function setUp() {
  const { db } = database;
  const { ana, workspace } = await createSalesTeam(db);
  const { workspaceId } = workspace;
  const change = (input: Partial<OwnSettingsInput>, at?: string) =>
    changeOwnSettings(acting(db, ana, at), { ...AS_IT_COMES, ...input });
  const key = { workspaceId, kind: 'digest' as const, subjectKey: `rep:${ana.id}` };
  const schedule = () => lockSchedule(db, key);
  const stored = () => findRep(db, { workspaceId, repId: ana.id });
  return { db, ana, workspaceId, change, schedule, stored };
}

test('everything a rep may set is kept, and the digest moves with it', async () => {
  const { change, schedule, stored } = await setUp();
  const wanted = {
    ...{ digestTime: '07:45', weekdays: 0b0001111, pace: 20 },
    ...{ remindsPromises: false, tellsWhenClear: true, hiddenOnBoard: true },
  };

  const { before, after } = await change({ ...wanted, ownZone: 'Europe/Lisbon' });

  const zone = { zone: 'Europe/Lisbon', zoneChosen: true };
  expect(before).toMatchObject({ digestTime: '08:30', pace: 15, zoneChosen: false });
  expect(after).toMatchObject({ ...wanted, ...zone });
  expect(await stored()).toEqual(after);
  expect(await schedule()).toMatchObject({
    ...{ zone: 'Europe/Lisbon', localTime: '07:45', weekdays: 0b0001111 },
  });
});

test.each([
  ['digestTime', { digestTime: '24:00' }],
  ['weekdays', { weekdays: 0 }],
  ['weekdays', { weekdays: 128 }],
  ['pace', { pace: 4 }],
  ['pace', { pace: 61 }],
  ['pace', { pace: 15.5 }],
  ['zone', { ownZone: 'Mars/Base' }],
])('a wrong %s is refused at its field (%j)', async (field, input) => {
  const { change, stored, ana } = await setUp();

  await expect(change(input)).rejects.toMatchObject({ code: 'invalid', field });
  expect(await stored()).toMatchObject({ pace: ana.pace, zone: ana.zone });
});

test('a digest that came this morning does not come again at its new time', async () => {
  const { db, ana, workspaceId, change } = await setUp();
  const morning = new Date('2026-11-17T07:30:00Z');
  const entries = { db, timings: DELIVERY_TIMINGS, machineNow: morning };
  await syncRepSchedule({ db, workspaceId, now: new Date('2026-11-16T12:00:00Z') }, ana);
  await materialiseDue({ ...entries, now: morning });

  await change({ digestTime: '10:00' });
  await materialiseDue({ ...entries, now: new Date('2026-11-17T09:00:00Z') });

  const rows = await readLedger(db, workspaceId);
  expect(rows.map(({ occurrenceKey }) => occurrenceKey)).toEqual(['2026-11-17']);
});

test('another zone gives a step with a time the day it has there', async () => {
  const { db, ana, workspaceId, change } = await setUp();
  const nextAt = new Date('2026-11-20T21:00:00Z');
  const late = await createProspect(db, ana, { promised: true, nextOn: '2026-11-20', nextAt });

  await change({ ownZone: 'Asia/Tokyo' });

  const found = await findProspect(db, { workspaceId, prospectId: late.id });
  expect(found?.standing.next).toMatchObject({ on: '2026-11-21', at: nextAt });
});

test('a chosen zone stays when Slack says another, until it is given back', async () => {
  const { db, ana, change, stored } = await setUp();
  const person = {
    ...{ slackUserId: ana.slackUserId, slackTeamIds: ['T1'], name: 'Ana Maria', email: null },
    ...{
      zone: 'America/Chicago',
      locale: null,
      isAdmin: false,
      isBot: false,
      isGuest: false,
      isDeleted: false,
    },
  };
  const hearFromSlack = () =>
    refreshPerson(acting(db, ana), { slackTeamId: 'T1', person, onRepChanged: async () => {} });
  await change({ ownZone: 'Europe/Lisbon' });

  await hearFromSlack();
  const kept = await stored();
  await change({ ownZone: null, slackZone: 'America/Chicago' });

  expect(kept).toMatchObject({ name: 'Ana Maria', zone: 'Europe/Lisbon', zoneChosen: true });
  expect(await stored()).toMatchObject({ zone: 'America/Chicago', zoneChosen: false });
});

test.each([null, 'Mars/Base'])(
  'when Slack says %s the zone stays what it was',
  async (slackZone) => {
    const { change, stored } = await setUp();

    await change({ slackZone });

    expect(await stored()).toMatchObject({ zone: 'Europe/Berlin', zoneChosen: false });
  },
);
