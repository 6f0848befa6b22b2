import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { RunningApp } from '../../src/app.ts';
import type { Db } from '../../src/db/client.ts';
import type { LocalSlack } from '../../src/sandbox/contract.ts';
import { findFreePort } from '../../src/sandbox/free-port.ts';
import { installWorkspace } from '../../src/services/install-workspace.ts';
import { createTokenBox } from '../../src/services/token-box.ts';
import {
  type Actor,
  type Clock,
  chooseChannel,
  createClock,
  joinTeam,
  openSlack,
  startApp,
} from './journey.ts';
import { SIGNING_SECRET } from './signed.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

type Database = { readonly db: Db; readonly url: string };

/** One bot installed in two Slack workspaces, each with its own sealed token. */
export async function openTwoWorkspaces(database: Database, at: string) {
  const clock = createClock(at);
  const port = await findFreePort();
  const slack = await openSlack(clock, `http://127.0.0.1:${port}/slack/events`);
  onTestFinished(() => slack.close());
  const settings = {
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
  };
  const app = await startApp({ settings, clock });
  const stage = { db: database.db, slack, app, clock };
  const north = await install(stage, 'Northwind');
  const south = await install(stage, 'Southwind');
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

type Stage = { db: Db; slack: LocalSlack; app: RunningApp; clock: Clock };

async function install({ db, slack, app, clock }: Stage, teamName: string) {
  const teamId = `T${randomUUID().slice(0, 8).toUpperCase()}`;
  const { botToken, botUserId } = slack.directory.addTeam({ id: teamId, name: teamName });
  const sales = slack.directory.addChannel({ teamId, name: 'sales' }).id;
  const box = createTokenBox([Buffer.from(KEY, 'base64')]);
  const tokens = { box, tokens: { botToken, botId: `B${teamId}`, botUserId } };
  const workspace = await installWorkspace(
    db,
    { slackTeamId: teamId, slackEnterpriseId: null, slackTeamName: teamName, tokens },
    { now: clock.now(), machineNow: new Date() },
  );
  const ctx = () => ({ db, workspaceId: workspace.id, now: clock.now() });
  await chooseChannel(ctx(), sales);
  const settled = () => app.settled();
  return {
    ctx,
    join: (name: string, more: { isManager?: boolean } = {}): Promise<Actor> =>
      joinTeam(slack, { settled, ctx, teamId, name, ...more }),
  };
}
