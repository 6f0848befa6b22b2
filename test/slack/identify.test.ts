import { expect, test } from 'vitest';
import { findRepBySlackUser } from '../../src/db/reps.ts';
import { listTeams } from '../../src/db/teams.ts';
import { listWorkspaces } from '../../src/db/workspaces.ts';
import type { Rep } from '../../src/domain/rep.ts';
import { addUser, commandBy, TEAM, useApp } from '../support/app.ts';
import { sendEvent, sendSigned } from '../support/signed.ts';

const told: [string, string | null][] = [];
const bot = useApp({
  onRepChanged: async (_ctx, rep, { before }) => {
    told.push([rep.slackUserId, before?.slackUserId ?? null]);
  },
});

test('a full member becomes a rep, the first admin the manager, and a later one does not', async () => {
  addUser(bot.slack, 'UANA');
  addUser(bot.slack, 'UBEN', { is_admin: true, tz: 'Asia/Tokyo' });
  addUser(bot.slack, 'UCHI', { is_owner: true });

  for (const id of ['UANA', 'UBEN', 'UCHI']) await sendSigned(bot.events, commandBy(id));

  expect(await repOf('UANA')).toMatchObject({ name: 'Person UANA', isManager: false });
  expect(await repOf('UBEN')).toMatchObject({ zone: 'Asia/Tokyo', isManager: true });
  expect(await repOf('UCHI')).toMatchObject({ zone: 'Europe/Berlin', isManager: false });
  const [team] = await listTeams(bot.db, await workspaceId());
  expect(team?.zone).toBe('Asia/Tokyo');
  expect(told).toEqual([
    ['UANA', null],
    ['UBEN', null],
    ['UCHI', null],
  ]);
});

test('somebody whose zone Slack does not know gets the zone of the team', async () => {
  addUser(bot.slack, 'UDEE', { tz: 'Mars/Base' });

  await sendSigned(bot.events, commandBy('UDEE'));

  expect((await repOf('UDEE'))?.zone).toBe('Asia/Tokyo');
});

test('a rep is asked for once, not at every request', async () => {
  addUser(bot.slack, 'UELI');
  await sendSigned(bot.events, commandBy('UELI'));
  bot.slack.calls.length = 0;

  await sendSigned(bot.events, commandBy('UELI', { trigger_id: 'again' }));

  expect(bot.slack.calls).toEqual([]);
});

test('ten first requests at once make one rep', async () => {
  addUser(bot.slack, 'UFAY');

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => sendSigned(bot.events, commandBy('UFAY'))),
  );

  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(told.filter(([id]) => id === 'UFAY')).toHaveLength(1);
});

test('a change in Slack is taken over, and leaving and coming back are', async () => {
  addUser(bot.slack, 'UGUS');
  await sendSigned(bot.events, commandBy('UGUS'));

  await changeUser('UGUS', { tz: 'America/New_York', profile: { real_name: 'Gus Orr' } });
  expect(await repOf('UGUS')).toMatchObject({
    name: 'Gus Orr',
    zone: 'America/New_York',
    email: 'ugus@northwind.example',
  });

  await changeUser('UGUS', { deleted: true });
  expect((await repOf('UGUS'))?.deactivatedAt).not.toBeNull();

  await changeUser('UGUS', { deleted: false });
  expect((await repOf('UGUS'))?.deactivatedAt).toBeNull();
});

test('a change of somebody who never used the bot makes no rep', async () => {
  addUser(bot.slack, 'UHAL');

  await changeUser('UHAL', { tz: 'Asia/Tokyo' });

  expect(await repOf('UHAL')).toBeNull();
});

test('a message of another bot gets no answer', async () => {
  addUser(bot.slack, 'UOTHER', { is_bot: true });
  bot.slack.calls.length = 0;
  const event = { type: 'message', channel_type: 'im', channel: 'D1', ts: '1.1', user: 'UOTHER' };

  await sendEvent(bot.events, { team_id: TEAM, event: { ...event, bot_id: 'B9', text: 'Hello' } });
  await sendEvent(bot.events, { team_id: TEAM, event });
  await bot.settled();

  expect(bot.slack.calls.map(({ method }) => method)).toEqual(['users.info']);
});

async function changeUser(id: string, change: Record<string, unknown>): Promise<void> {
  addUser(bot.slack, id, change);
  const event = { type: 'user_change', user: bot.slack.users.get(id) };
  await sendEvent(bot.events, { team_id: TEAM, event });
  await bot.settled();
}

async function repOf(slackUserId: string): Promise<Rep | null> {
  return findRepBySlackUser(bot.db, { workspaceId: await workspaceId(), slackUserId });
}

async function workspaceId(): Promise<number> {
  const [workspace] = await listWorkspaces(bot.db);
  return workspace?.id ?? 0;
}
