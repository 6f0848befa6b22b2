import { expect, test } from 'vitest';
import { findRepBySlackUser } from '../../src/db/reps.ts';
import { lockSchedule } from '../../src/db/schedules.ts';
import { findUnknownPeople, type PeopleInput } from '../../src/services/admit-people.ts';
import { changeManagers, loadManagers } from '../../src/services/change-managers.ts';
import type { SlackPerson } from '../../src/services/recognise-rep.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

const person = (change: Partial<SlackPerson> = {}): SlackPerson => ({
  ...{ slackUserId: 'UNIA', slackTeamIds: ['T1'], name: 'Nia Okoro', email: null },
  ...{
    zone: 'Europe/Berlin',
    locale: null,
    isAdmin: false,
    isBot: false,
    isGuest: false,
    isDeleted: false,
  },
  ...change,
});

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const ctx = acting(db, team.mara);
  const name = (slackUserIds: string[], input: Partial<PeopleInput> = {}) =>
    changeManagers(ctx, {
      ...{ slackTeamId: 'T1', slackUserIds, people: [], onRepChanged: syncRepSchedule },
      ...input,
    });
  const managers = async () => (await loadManagers(ctx)).map((rep) => rep.name);
  return { db, ctx, name, managers, ...team };
}

test('managers name others, who get the Friday summary; who is left out loses it', async () => {
  const { db, ctx, name, managers, ana, mara } = await setUp();
  const fridayOf = (rep: { id: string }) =>
    lockSchedule(db, { ...ctx, kind: 'friday_summary', subjectKey: `rep:${rep.id}` });

  const both = await name([mara.slackUserId, ana.slackUserId]);
  const anasFriday = await fridayOf(ana);
  const handedOver = await name([ana.slackUserId]);

  expect(both.added.map((rep) => rep.name)).toEqual(['Ana Silva']);
  expect(anasFriday?.enabled).toBe(true);
  expect(handedOver.removed.map((rep) => rep.name)).toEqual(['Mara Lind']);
  expect(await managers()).toEqual(['Ana Silva']);
});

test('one manager must stay', async () => {
  const { name, managers } = await setUp();

  await expect(name([])).rejects.toMatchObject({ code: 'invalid', field: 'managers' });
  expect(await managers()).toEqual(['Mara Lind']);
});

test('somebody who never used the bot becomes a rep as well', async () => {
  const { db, ctx, name, managers, mara } = await setUp();

  const unknown = await findUnknownPeople(ctx, [mara.slackUserId, 'UNIA']);
  await name([mara.slackUserId, 'UNIA'], { people: [person()] });

  expect(unknown).toEqual(['UNIA']);
  expect(await managers()).toEqual(['Mara Lind', 'Nia Okoro']);
  expect(await findRepBySlackUser(db, { ...ctx, slackUserId: 'UNIA' })).toMatchObject({
    isManager: true,
  });
});

test.each([
  ['a guest', { isGuest: true }, 'Nia Okoro is a guest here and cannot be a manager.'],
  ['a bot', { isBot: true }, 'Nia Okoro is a bot and cannot be a manager.'],
  ['one who left', { isDeleted: true }, /has no active Slack account/],
  ['a stranger', { slackTeamIds: ['T9'] }, /is no member of this Slack workspace/],
])('%s is refused by name, and nothing changes', async (_who, change, sentence) => {
  const { name, managers, mara, ana } = await setUp();
  const people = [person(change)];

  const refused = name([mara.slackUserId, ana.slackUserId, 'UNIA'], { people });

  await expect(refused).rejects.toThrow(sentence);
  expect(await managers()).toEqual(['Mara Lind']);
});

test('somebody Slack does not show is refused', async () => {
  const { name, mara } = await setUp();

  await expect(name([mara.slackUserId, 'UGONE'])).rejects.toMatchObject({ field: 'managers' });
});

test('who was removed meanwhile names nobody', async () => {
  const { name, managers, mara, ana } = await setUp();
  await name([ana.slackUserId]);

  await expect(name([mara.slackUserId])).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await managers()).toEqual(['Ana Silva']);
});
