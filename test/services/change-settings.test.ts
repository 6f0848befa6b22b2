import { expect, test } from 'vitest';
import { lockSchedule } from '../../src/db/schedules.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';
import { changeSettings, loadTeamSettings } from '../../src/services/change-settings.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const WANTED = {
  ...{ slackChannelId: 'C1', postTime: '10:30', zone: 'Europe/London' },
  ...{ weekdays: MONDAY_TO_FRIDAY, locale: 'de', totalsOnly: false },
};

async function setUp() {
  const { db } = database;
  const { mara, workspace } = await createSalesTeam(db);
  const { id: workspaceId, teamId } = workspace;
  const change = (input: Partial<typeof WANTED>) =>
    changeSettings(acting(db, mara), { teamId, ...WANTED, ...input });
  const subjectKey = `team:${teamId}`;
  const schedule = () => lockSchedule(db, { workspaceId, kind: 'team_post', subjectKey });
  return { db, mara, change, schedule };
}

test('the team post moves with its time and zone', async () => {
  const { db, mara, change, schedule } = await setUp();

  await change({});

  expect(await loadTeamSettings(acting(db, mara))).toMatchObject(WANTED);
  expect(await schedule()).toMatchObject({
    ...{ enabled: true, zone: 'Europe/London', localTime: '10:30' },
    nextDueAt: new Date('2026-11-17T10:30:00Z'),
  });
});

test('the team post goes out on the days that were chosen', async () => {
  const { change, schedule } = await setUp();
  const mondayAndThursday = 0b0001001;

  await change({ weekdays: mondayAndThursday });

  expect(await schedule()).toMatchObject({
    ...{ weekdays: mondayAndThursday, nextLocalDate: '2026-11-19' },
  });
});

test.each([
  ['zone', { zone: 'Mars/Base' }],
  ['postTime', { postTime: '24:00' }],
  ['weekdays', { weekdays: 0 }],
  ['locale', { locale: 'xx' }],
])('a wrong %s is refused at its field', async (field, input) => {
  const { change, schedule } = await setUp();

  await expect(change(input)).rejects.toMatchObject({ code: 'invalid', field });
  expect(await schedule()).toBeNull();
});
