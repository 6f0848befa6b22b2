import { eq } from 'drizzle-orm';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { reps, touches } from '../../../src/db/schema.ts';
import { createLogger } from '../../../src/logger.ts';
import { addUser, BOT_TOKEN, commandBy, TEAM, useApp } from '../../support/app.ts';
import { createProspect } from '../../support/factories.ts';
import { SIGNING_SECRET, sendEvent, sendSigned } from '../../support/signed.ts';

const bot = useApp();
let said = 0;

afterEach(() => {
  bot.slack.calls.length = 0;
});

/** Ana with one prospect, and a line she wrote to the bot about her. */
async function setUp() {
  addUser(bot.slack, 'UANA');
  await sendSigned(bot.events, commandBy('UANA'));
  const [ana] = await bot.db.select().from(reps).where(eq(reps.slackUserId, 'UANA'));
  if (!ana) throw new Error('no rep');
  const name = `Dana Reyes${'abc'[said] ?? ''}`;
  const dana = await createProspect(bot.db, ana, { name });
  const ts = `${++said}00.1`;
  const event = {
    ...{ type: 'message', channel_type: 'im', channel: 'DUANA', user: 'UANA' },
    ...{ text: `${name} at Acme: called, no answer`, ts, event_ts: ts },
  };
  const touched = () => bot.db.select().from(touches).where(eq(touches.prospectId, dana.id));
  const answers = () => bot.slack.calls.filter(({ method }) => method === 'chat.postMessage');
  const body = (id: string) => ({ team_id: TEAM, api_app_id: 'A1', event_id: id, event });
  return { body, touched, answers };
}

test('case 73: one event that comes many times under other ids is logged and answered once', async () => {
  const { body, touched, answers } = await setUp();

  await Promise.all([1, 2, 3, 4, 5, 6].map((id) => sendEvent(bot.events, body(`Ev${id}`))));
  await bot.settled();

  expect(await touched()).toHaveLength(1);
  expect(answers()).toHaveLength(1);
});

test('case 74: an event whose first delivery our restart lost is done when it comes again, once', async () => {
  const { body, touched, answers } = await setUp();
  const app = createApp({ config: settings(), log: createLogger({ level: 'silent' }) });
  const { port } = await app.start();
  const events = `http://127.0.0.1:${port}/slack/events`;
  await app.stop();
  await expect(sendEvent(events, body('Ev9'))).rejects.toThrow();
  const restarted = createApp({ config: settings(), log: createLogger({ level: 'silent' }) });
  onTestFinished(() => restarted.stop());
  const again = await restarted.start();

  for (const retry of ['1', '2', '3']) {
    const url = `http://127.0.0.1:${again.port}/slack/events`;
    const headers = { 'x-slack-retry-num': retry, 'x-slack-retry-reason': 'http_timeout' };
    expect((await sendEvent(url, body('Ev9'), headers)).status).toBe(200);
    await restarted.settled();
  }

  expect(await touched()).toHaveLength(1);
  expect(answers()).toHaveLength(1);
});

function settings() {
  return readConfig({
    ...{ DATABASE_URL: bot.url, SLACK_API_URL: bot.slack.apiUrl, SLACK_BOT_TOKEN: BOT_TOKEN },
    ...{ SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: '0', HOST: '127.0.0.1' },
  });
}
