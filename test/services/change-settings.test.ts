import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { lockSchedule } from '../../src/db/schedules.ts';
import { schedules } from '../../src/db/schema.ts';
import { MONDAY_TO_FRIDAY } from '../../src/domain/working-days.ts';
import { changeSettings, loadTeamSettings } from '../../src/services/change-settings.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createRep } from '../support/factories.ts';

const database = useDatabase();
const WANTED = {
  ...{ slackChannelId: 'C1', postTime: '10:30', zone: 'Europe/London' },
  ...{ weekdays: MONDAY_TO_FRIDAY, locale: 'de', totalsOnly: false },
  summaryTime: '15:30',
};

async function setUp() {
  const { db } = database;
  const { ana, mara, workspace } = await createSalesTeam(db);
  const { id: workspaceId, teamId } = workspace;
  const change = (input: Partial<typeof WANTED>) =>
    changeSettings(acting(db, mara), { teamId, ...WANTED, ...input });
  const subjectKey = `team:${teamId}`;
  const schedule = () => lockSchedule(db, { workspaceId, kind: 'team_post', subjectKey });
  return { db, ana, mara, change, schedule };
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

test('each manager’s Friday moves with its time, in the manager’s own zone', async () => {
  const { db, mara, ana, change } = await setUp();
  await createRep(db, mara, { name: 'Mia Lund', isManager: true, zone: 'America/Chicago' });

  await change({});

  const rows = await db.select().from(schedules).where(eq(schedules.workspaceId, mara.workspaceId));
  const fridays = rows.filter(({ kind }) => kind === 'friday_summary');
  expect(fridays.map(({ nextDueAt }) => nextDueAt.toISOString()).sort()).toEqual([
    '2026-11-20T14:30:00.000Z',
    '2026-11-20T21:30:00.000Z',
  ]);
  expect(fridays.map(({ subjectKey }) => subjectKey)).not.toContain(`rep:${ana.id}`);
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
  ['summaryTime', { summaryTime: '9' }],
])('a wrong %s is refused at its field', async (field, input) => {
  const { change, schedule } = await setUp();

  await expect(change(input)).rejects.toMatchObject({ code: 'invalid', field });
  expect(await schedule()).toBeNull();
});
