import { expect, test } from 'vitest';
import type { Fault } from '../../src/sandbox/contract.ts';
import { type Scene, startScene } from './support/local-slack.ts';

function post({ slack, team, dm }: Scene, timeoutMs?: number): Promise<Response> {
  return fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${team.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: dm.id, text: 'Hello' }),
    ...(timeoutMs ? { signal: AbortSignal.timeout(timeoutMs) } : {}),
  });
}

async function startFailing(fault: Partial<Fault> & Pick<Fault, 'kind'>): Promise<Scene> {
  const scene = await startScene();
  await scene.slack.control.fail({ method: 'chat.postMessage', times: 1, ...fault });
  return scene;
}

function posted({ slack, dm }: Scene): number {
  return slack.directory.messages(dm.id).length;
}

test('a rate limit carries the header it was given', async () => {
  const scene = await startFailing({ kind: 'rate_limited', retryAfter: '-1' });

  const response = await post(scene);

  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '-1']);
  expect(posted(scene)).toBe(0);
});

test('a rate limit can come without its header', async () => {
  const scene = await startFailing({ kind: 'rate_limited', retryAfter: '' });

  expect((await post(scene)).headers.has('retry-after')).toBe(false);
});

test.each([
  { kind: 'error_before', status: 500, effect: 0 },
  { kind: 'error_after', status: 500, effect: 1 },
  { kind: 'html', status: 200, effect: 0 },
] as const)('$kind answers $status and posts $effect', async ({ kind, status, effect }) => {
  const scene = await startFailing({ kind });

  const response = await post(scene);

  expect([response.status, posted(scene)]).toEqual([status, effect]);
  await expect(response.json()).rejects.toThrow();
});

test('a status of one’s own', async () => {
  const scene = await startFailing({ kind: 'error_before', status: 503 });

  expect((await post(scene)).status).toBe(503);
});

test('a reset comes after the message was posted', async () => {
  const scene = await startFailing({ kind: 'reset_after' });

  await expect(post(scene)).rejects.toThrow();
  expect(posted(scene)).toBe(1);
});

test('a cut body comes after the message was posted', async () => {
  const scene = await startFailing({ kind: 'cut_body' });

  await expect(post(scene).then((response) => response.text())).rejects.toThrow();
  expect(posted(scene)).toBe(1);
});

test('a call can hang after the message was posted', async () => {
  const scene = await startFailing({ kind: 'hang_after' });

  await expect(post(scene, 100)).rejects.toThrow(/timeout/);
  expect(posted(scene)).toBe(1);
});

test('Slack can refuse with any word, for so many calls of any method', async () => {
  const { api, slack } = await startScene();
  await slack.control.fail({
    method: '*',
    kind: 'platform_error',
    error: 'token_revoked',
    times: 2,
  });

  expect(await api('auth.test')).toMatchObject({ error: 'token_revoked' });
  expect(await api('users.list')).toMatchObject({ error: 'token_revoked' });
  expect(await api('auth.test')).toMatchObject({ ok: true });
});

test('faults are shown until they are met or cleared', async () => {
  const scene = await startFailing({ kind: 'html', times: 2 });
  const faults = async (): Promise<unknown> =>
    (await scene.slack.control.snapshot({ as: scene.ana.id })).faults;

  await post(scene);
  expect(await faults()).toMatchObject([{ kind: 'html', times: 1 }]);
  await scene.slack.control.clearFaults({});
  expect(await faults()).toEqual([]);
  expect((await post(scene)).status).toBe(200);
});

test('a fault with a share strikes that part of the calls and counts only those', async () => {
  const scene = await startFailing({ kind: 'error_before', share: 0.5, times: 5 });

  const statuses: number[] = [];
  for (let call = 0; call < 60; call++) statuses.push((await post(scene)).status);

  expect(statuses.filter((status) => status === 500)).toHaveLength(5);
  expect(posted(scene)).toBe(55);
});
