import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Db } from '../../src/db/client.ts';
import { listTeams, updateTeam } from '../../src/db/teams.ts';
import { createLogger } from '../../src/logger.ts';
import { databaseClocks } from '../../src/services/clocks.ts';
import { installWorkspace } from '../../src/services/install-workspace.ts';
import { syncTeamSchedule } from '../../src/services/sync-schedules.ts';
import { createTokenBox } from '../../src/services/token-box.ts';
import { type Actor, createClock, findFreePort, joinTeam, openSlack } from './journey.ts';
import { SIGNING_SECRET } from './signed.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

type Database = { readonly db: Db; readonly url: string };

/** One bot installed in two Slack workspaces, each with its own sealed token. */
export async function openTwoWorkspaces(database: Database, at: string) {
  const clock = createClock(at);
  const port = await findFreePort();
  const slack = await openSlack(clock, `http://127.0.0.1:${port}/slack/events`);
  onTestFinished(() => slack.close());
  const config = readConfig({
    DATABASE_URL: database.url,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_STATE_SECRET: 'a-state-secret-of-length',
    ENCRYPTION_KEY: KEY,
    PUBLIC_URL: 'https://followup.example.com',
    SLACK_API_URL: slack.apiUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  const log = createLogger({ level: 'warn' }, { write: () => {} });
  const app = createApp({ config, log, clocks: (db) => databaseClocks(db, clock.offsetMs) });
  await app.start();
  onTestFinished(() => app.stop());
  const install = async (name: string) => {
    const teamId = `T${randomUUID().slice(0, 8).toUpperCase()}`;
    const team = slack.directory.addTeam({ id: teamId, name });
    const sales = slack.directory.addChannel({ teamId, name: 'sales' }).id;
    const { db } = database;
    const tokens = { botToken: team.botToken, botId: `B${teamId}`, botUserId: team.botUserId };
    const workspace = await installWorkspace(
      db,
      {
        slackTeamId: teamId,
        slackEnterpriseId: null,
        slackTeamName: name,
        tokens: { box: createTokenBox([Buffer.from(KEY, 'base64')]), tokens },
      },
      { now: clock.now(), machineNow: new Date() },
    );
    const ctx = () => ({ db, workspaceId: workspace.id, now: clock.now() });
    const [first] = await listTeams(db, workspace.id);
    const change = { slackChannelId: sales, zone: 'Europe/Berlin' };
    const key = { workspaceId: workspace.id, teamId: first?.id ?? '' };
    const changed = await updateTeam(db, { ...key, change });
    if (changed) await syncTeamSchedule(ctx(), changed);
    const settled = () => app.settled();
    const join = (name: string, more: { isManager?: boolean } = {}): Promise<Actor> =>
      joinTeam(slack, { settled, ctx, teamId, name, ...more });
    return { ctx, sales, join };
  };
  const north = await install('Northwind');
  const south = await install('Southwind');
  return {
    slack,
    app,
    north,
    south,
    events: `http://127.0.0.1:${port}/slack/events`,
    moveTo: async (local: string) => {
      clock.set(local);
      await app.sweep();
    },
  };
}
