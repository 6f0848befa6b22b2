import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { useApp } from '../support/app.ts';
import { createRep, createWorkspace } from '../support/factories.ts';
import { SIGNING_SECRET } from '../support/signed.ts';

const TOKEN = 'metrics-token-0123456789';
const bot = useApp(
  {},
  { SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: SIGNING_SECRET, METRICS_TOKEN: TOKEN },
);

async function read(token: string): Promise<Response> {
  return fetch(bot.address('/metrics'), { headers: { authorization: `Bearer ${token}` } });
}

test('counts the deliveries of the last day by what became of them', async () => {
  const workspace = await createWorkspace(bot.db, { state: 'uninstalled' });
  const rep = await createRep(bot.db, workspace);
  const dueAt = new Date(Date.now() - 3_600_000);
  await bot.db.insert(deliveries).values({
    workspaceId: workspace.id,
    kind: 'digest',
    subjectKey: `rep:${rep.id}`,
    occurrenceKey: '2026-11-17',
    zone: rep.zone,
    dueAt,
    expiresAt: new Date(Date.now() + 3_600_000),
    nextAttemptAt: dueAt,
    createdAt: dueAt,
    state: 'skipped',
    reason: 'empty',
  });

  const text = await (await read(TOKEN)).text();

  expect(text).toContain('followup_deliveries{kind="digest",state="skipped",reason="empty"} 1');
  expect(text).toContain('followup_oldest_due_seconds 0');
});

test('tells how far the clocks of bot and database are apart', async () => {
  await bot.app.sweep();

  const text = await (await read(TOKEN)).text();

  const [, seconds] = /^followup_clock_skew_seconds (\S+)$/m.exec(text) ?? [];
  expect(Math.abs(Number(seconds))).toBeLessThan(30);
});

test('refuses whoever does not send the token', async () => {
  expect((await read('metrics-token-9876543210')).status).toBe(401);
  expect((await fetch(bot.address('/metrics'))).status).toBe(401);
});
