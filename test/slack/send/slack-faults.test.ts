import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, reps, schedules, workspaces } from '../../../src/db/schema.ts';
import { findTeam } from '../../../src/db/teams.ts';
import { createSweep } from '../../../src/jobs/sweep.ts';
import { syncTeamSchedule } from '../../../src/services/sync-schedules.ts';
import type { Renderer } from '../../../src/slack/send/render.ts';
import { useDatabase } from '../../support/database.ts';
import { createSenderDeps, plainRenderer, TestClock } from '../../support/delivery-machine.ts';
import { createWorkspace } from '../../support/factories.ts';
import { readLedger } from '../../support/ledger.ts';
import { createPlannedRep } from '../../support/planned-rep.ts';
import { type StubFault, useSlackStub } from '../../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();
const POST = 'chat.postMessage';

async function setUp({ digest }: { digest?: Renderer } = {}) {
  const { db } = database;
  await db.update(workspaces).set({ state: 'uninstalled' });
  await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const { workspace, workspaceId, rep } = await createPlannedRep(db, { slackDmId: 'D1' });
  const renderers = digest ? { digest } : {};
  const deps = createSenderDeps(db, { slack, clock, renderers });
  const { sweep } = createSweep(deps, { name: 'one' });
  const read = async () => (await readLedger(db, workspaceId))[0];
  return { db, clock, slack, deps, workspace, workspaceId, rep, sweep, read };
}

test('case 58: a rate limit makes the whole workspace wait, and no other', async () => {
  const { db, clock, slack, workspace, workspaceId, sweep } = await setUp();
  for (let index = 0; index < 9; index++) {
    await createPlannedRep(db, { workspace, slackDmId: `D1${index}` });
  }
  const other = await createPlannedRep(db, { slackDmId: 'D2' });
  const token = `xoxb-${workspaceId}`;
  slack.fail({ method: POST, kind: 'rate_limited', retryAfter: '30', token, times: 3 });

  await sweep();
  expect(slack.messages.map(({ channel }) => channel)).toEqual(['D2']);
  expect(slack.callsOf(POST)).toHaveLength(4);
  clock.advance(29);
  await sweep();
  expect(slack.callsOf(POST)).toHaveLength(4);
  clock.advance(2);
  await sweep();

  expect(slack.messages).toHaveLength(11);
  const rows = await readLedger(db, workspaceId);
  expect(rows.every((row) => row.state === 'sent' && row.failures === 0)).toBe(true);
  expect((await readLedger(db, other.workspaceId))[0]?.state).toBe('sent');
});

test.each<[string, StubFault]>([
  ['a 503 before accepting', { method: POST, kind: 'status_before' }],
  ['a 503 after accepting', { method: POST, kind: 'status_after' }],
  ['a reset before accepting', { method: POST, kind: 'reset_before' }],
  ['a reset after accepting', { method: POST, kind: 'reset_after' }],
  ['internal_error', { method: POST, kind: 'error', error: 'internal_error' }],
  ['a page of HTML instead of JSON', { method: POST, kind: 'html_before' }],
  ['a page of HTML after accepting', { method: POST, kind: 'html_after' }],
  ['a body cut off after accepting', { method: POST, kind: 'cut_after' }],
])('case 61: %s leaves exactly one message', async (_what, fault) => {
  const { clock, slack, sweep, read } = await setUp();
  slack.fail(fault);

  await sweep();
  expect(await read()).toMatchObject({ state: 'uncertain', reason: 'unclear_answer' });
  for (let minute = 0; minute < 15; minute++) {
    clock.advance(60);
    await sweep();
  }

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', slackTs: slack.messages[0]?.ts });
});

test('connections lost while rendering are not counted against the delivery', async () => {
  const { db, clock, slack, deps, sweep, read } = await setUp();
  deps.renderers.digest = async () => {
    await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    throw new Error('the connection should be gone');
  };
  for (let minute = 0; minute < 4; minute++) {
    await sweep();
    clock.advance(60);
  }
  expect(await read()).toMatchObject({
    state: 'pending',
    failures: 0,
    lastError: 'render: database',
  });

  deps.renderers.digest = plainRenderer(db);
  await sweep();

  expect(slack.messages).toHaveLength(1);
});

test('case 13: a digest that cannot be rendered dies alone, after three attempts', async () => {
  const poison: Renderer = async () => {
    throw new TypeError('bad prospect');
  };
  const { db, clock, slack, deps, workspace, sweep, read } = await setUp({ digest: poison });
  const other = await createPlannedRep(db, { workspace, slackDmId: 'D2' });
  deps.renderers.digest = async (delivery, moment) =>
    delivery.subjectKey.endsWith(other.rep.id)
      ? plainRenderer(db)(delivery, moment)
      : poison(delivery, moment);

  for (let minute = 0; minute < 5; minute++) {
    await sweep();
    clock.advance(60);
  }

  expect(slack.messages.map(({ channel }) => channel)).toEqual(['D2']);
  const expected = { state: 'dead', failures: 3, reason: 'render: TypeError' };
  const rows = await readLedger(db, workspace.id);
  expect(rows.filter(({ state }) => state === 'dead')).toEqual([expect.objectContaining(expected)]);
  expect(await read()).toBeDefined();
  expect(deps.troubles).toContainEqual(expect.objectContaining({ kind: 'delivery_dead' }));
});

test('case 64: a rep whom Slack deactivated is not written to, now or later', async () => {
  const { db, clock, slack, rep, deps, sweep, read } = await setUp();
  slack.deleted.add(rep.slackUserId);

  await sweep();
  clock.advance(24 * 3600);
  await sweep();

  expect(slack.callsOf(POST)).toEqual([]);
  expect(await read()).toMatchObject({ state: 'skipped', reason: 'deactivated' });
  const [kept] = await db.select().from(reps).where(eq(reps.id, rep.id));
  expect(kept?.deactivatedAt).not.toBeNull();
  expect(deps.troubles).toHaveLength(1);
});

test('a direct message that Slack no longer knows is opened once more', async () => {
  const { db, slack, rep, sweep, read } = await setUp();
  slack.lostChannels.add('D1');

  await sweep();

  expect(slack.messages).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'sent', slackChannelId: `D${rep.slackUserId}1` });
  const [kept] = await db.select().from(reps).where(eq(reps.id, rep.id));
  expect(kept?.slackDmId).toBe(`D${rep.slackUserId}1`);
});

test.each([
  ['gone', 'channel_not_found'],
  ['archived', 'is_archived'],
  ['without us', 'not_in_channel'],
])('case 65: a team channel that is %s ends the post and nothing else', async (_how, error) => {
  const { db, slack, clock, deps, sweep } = await setUp();
  const workspace = await createWorkspace(db, { team: { slackChannelId: 'C1' } });
  const { workspaceId, teamId } = workspace;
  const team = await findTeam(db, { workspaceId, teamId });
  if (!team) throw new Error('no team');
  await syncTeamSchedule({ db, workspaceId, now: new Date('2026-11-16T11:00:00Z') }, team);
  const token = `xoxb-${workspaceId}`;
  slack.fail({ method: POST, kind: 'error', error, token, times: 99 });

  clock.advance(3600);
  await sweep();
  clock.advance(24 * 3600);
  await sweep();
  expect(slack.calls.filter((call) => call.method === POST && call.token === token)).toHaveLength(
    1,
  );

  const [row] = await readLedger(db, workspaceId, 'team_post');
  expect(row).toMatchObject({ state: 'skipped', reason: error });
  const [schedule] = await db
    .select()
    .from(schedules)
    .where(eq(schedules.workspaceId, workspaceId));
  expect(schedule?.enabled).toBe(false);
  expect(deps.troubles).toContainEqual(expect.objectContaining({ kind: 'destination_lost' }));
  expect(slack.messages.map(({ channel }) => channel)).toEqual(['D1', 'D1']);
});

test('case 66: a message that is too long goes out once in its compact form', async () => {
  const { slack, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'msg_blocks_too_long' });

  await sweep();

  expect(slack.messages.map(({ text }) => text)).toEqual(['compact digest']);
  expect(await read()).toMatchObject({ state: 'sent' });
});

test('metadata that Slack refuses once is tried once more, in the compact form', async () => {
  const { slack, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'metadata_too_large' });

  await sweep();

  expect(slack.callsOf(POST)).toHaveLength(2);
  expect(await read()).toMatchObject({ state: 'sent' });
  expect(slack.messages.map(({ text }) => text)).toEqual(['compact digest']);
});

test('a rep who may not be written to costs one call, and somebody is told', async () => {
  const { clock, slack, deps, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'messages_tab_disabled' });

  await sweep();
  clock.advance(3600);
  await sweep();

  expect(slack.callsOf(POST)).toHaveLength(1);
  expect(await read()).toMatchObject({ state: 'skipped', reason: 'messages_tab_disabled' });
  expect(deps.troubles).toEqual([
    expect.objectContaining({ kind: 'recipient_gone', error: 'messages_tab_disabled' }),
  ]);
});

test('a message refused in its compact form too is dead', async () => {
  const { slack, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'invalid_blocks', times: 2 });

  await sweep();

  expect(slack.messages).toEqual([]);
  expect(await read()).toMatchObject({ state: 'dead', reason: 'invalid_blocks' });
});

test('case 63: one invalid_auth does not silence a workspace', async () => {
  const { clock, slack, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'invalid_auth' });

  await sweep();
  clock.advance(30);
  await sweep();

  expect(await read()).toMatchObject({ state: 'sent' });
});

test('case 63: a revoked token waits for the next installation inside the window', async () => {
  const { db, clock, slack, deps, workspaceId, sweep, read } = await setUp();
  slack.fail({ method: POST, kind: 'error', error: 'token_revoked' });
  slack.fail({ method: 'auth.test', kind: 'error', error: 'token_revoked' });

  await sweep();
  clock.advance(60);
  await sweep();
  expect(slack.messages).toEqual([]);
  expect(deps.troubles).toEqual([expect.objectContaining({ kind: 'workspace_disconnected' })]);

  await db.update(workspaces).set({ state: 'active' }).where(eq(workspaces.id, workspaceId));
  await sweep();
  expect(await read()).toMatchObject({ state: 'sent' });
});

test('a workspace that stays disconnected says so on record', async () => {
  const { db, clock, workspaceId, sweep, read } = await setUp();
  await db.update(workspaces).set({ state: 'token_invalid' }).where(eq(workspaces.id, workspaceId));

  await sweep();
  clock.advance(4 * 3600);
  await sweep();

  expect(await read()).toMatchObject({ state: 'expired', reason: 'workspace_disconnected' });
});
