import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Scene, startScene, startSlack } from './support/local-slack.ts';

function control({ slack }: Scene, name: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${slack.url}/control/${name}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end('{"as":"U0000002"}');
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

test('a port in use is a sentence', async () => {
  const { slack, app } = await startScene();
  const port = Number(new URL(slack.url).port);

  await expect(startSlack(app, { port })).rejects.toThrow(
    `Port ${port} is in use by another program. Stop it, or choose another port with --port.`,
  );
});

test('controls are served as they are called', async () => {
  const { slack, ana } = await startScene();
  const response = await fetch(`${slack.url}/control/snapshot`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ as: ana.id }),
  });

  expect(await response.json()).toEqual(await slack.control.snapshot({ as: ana.id }));
});

test('a person who does not exist, and a control that does not, are faults of the caller', async () => {
  const scene = await startScene();
  const { status } = await fetch(`${scene.slack.url}/control/snapshot`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: '{"as":"U9999999"}',
  });

  expect(status).toBe(400);
  expect(await control(scene, 'constructor', JSON_TYPE)).toBe(404);
});

test('pages of other sites reach nothing', async () => {
  const scene = await startScene();
  const call = (headers: Record<string, string>): Promise<number> =>
    control(scene, 'traffic', { ...JSON_TYPE, ...headers });

  expect(await call({})).toBe(200);
  expect(await call({ origin: 'https://evil.example' })).toBe(403);
  expect(await call({ host: 'evil.example' })).toBe(403);
  expect(await call({ 'content-type': 'text/plain' })).toBe(415);
});

test('only files of the page are served', async () => {
  const { slack } = await startScene();

  expect((await fetch(`${slack.url}/..%2fserver.ts`)).status).toBe(404);
  expect((await fetch(`${slack.url}/%2e%2e/limits.ts`)).status).toBe(404);
  expect((await fetch(`${slack.url}/nothing.js`)).status).toBe(404);
});

test('traffic goes both ways and carries no secrets', async () => {
  const { slack, api, ana, dm, team } = await startScene();
  await api('chat.postMessage', { channel: dm.id, text: `token ${team.botToken}` });
  await slack.control.openHome({ as: ana.id });

  const entries = await slack.control.traffic({});

  expect(entries).toMatchObject([
    { direction: 'from app', title: 'chat.postMessage', status: 200 },
    { direction: 'to app', title: 'app_home_opened', transport: 'http' },
  ]);
  expect(JSON.stringify(entries)).not.toContain(team.botToken);
  expect(await slack.control.traffic({ after: entries[0]?.id ?? 0 })).toHaveLength(1);
});

test('open pages hear of changes', async () => {
  const { slack, api, dm } = await startScene();
  const stopped = new AbortController();
  const response = await fetch(`${slack.url}/control/events`, { signal: stopped.signal });
  const decoder = new TextDecoder();
  let heard = '';

  await api('chat.postMessage', { channel: dm.id, text: 'x' });
  for await (const chunk of response.body ?? []) {
    heard += decoder.decode(chunk);
    if (heard.includes('"message"')) break;
  }
  stopped.abort();

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(heard).toContain('data: {"kind":"message"}\n\n');
});
