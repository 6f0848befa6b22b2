import { expect, test, vi } from 'vitest';
import type { Message } from '../../src/sandbox/contract.ts';
import { plain, type Scene, section, startScene } from './support/local-slack.ts';

const button = { type: 'button', action_id: 'go', text: plain('Go'), value: '7' };
const blocks = [{ type: 'actions', block_id: 'row', elements: [button] }];

async function runCommand(scene: Scene): Promise<string> {
  const { slack, app, ana, sales } = scene;
  await slack.control.type({ as: ana.id, channelId: sales.id, text: '/followup' });
  return String(app.last().payload.response_url);
}

async function clickGo(scene: Scene, ts: string): Promise<string> {
  const { slack, app, ana, sales } = scene;
  await slack.control.act({
    as: ana.id,
    on: { kind: 'message', channelId: sales.id, ts },
    blockId: 'row',
    actionId: 'go',
    element: { type: 'button' },
  });
  return String(app.last().payload.response_url);
}

function respond(url: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function seen(scene: Scene, as = scene.ana.id): Promise<Message[]> {
  const { messages } = await scene.slack.control.snapshot({ as, channelId: scene.sales.id });
  return messages;
}

test('an answer to a command is for the person who typed it', async () => {
  const scene = await startScene();
  const url = await runCommand(scene);

  await respond(url, { text: 'Done' });

  expect(await seen(scene)).toMatchObject([
    { typedCommand: true, text: '/followup' },
    { text: 'Done', ephemeralFor: scene.ana.id },
  ]);
  expect(await seen(scene, scene.ben.id)).toEqual([]);
});

test('an answer can be for everybody', async () => {
  const scene = await startScene();
  const url = await runCommand(scene);

  await respond(url, { text: 'Board', response_type: 'in_channel' });

  expect(await seen(scene, scene.ben.id)).toMatchObject([{ text: 'Board' }]);
});

test('five answers in half an hour', async () => {
  const scene = await startScene();
  const url = await runCommand(scene);
  for (const text of ['1', '2', '3', '4', '5']) await respond(url, { text });

  const sixth = await respond(url, { text: '6' });
  const fresh = await runCommand(scene);
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 60_000);
  const late = await respond(fresh, { text: 'late' });
  later.mockRestore();

  expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
  expect([late.status, await late.json()]).toEqual([404, { ok: false, error: 'expired_url' }]);
});

test('a click can replace and delete the message it was made on', async () => {
  const scene = await startScene();
  const { ts } = await scene.api('chat.postMessage', {
    channel: scene.sales.id,
    text: 'x',
    blocks,
  });
  const url = await clickGo(scene, String(ts));

  await respond(url, { replace_original: true, text: 'Done', blocks: [section('Done')] });
  expect(await seen(scene)).toMatchObject([{ ts, text: 'Done', edited: true }]);

  await respond(url, { delete_original: true });
  expect(await seen(scene)).toEqual([]);
});

test('an ephemeral message is replaced through its own click', async () => {
  const scene = await startScene();
  await respond(await runCommand(scene), { text: 'Choose', blocks });
  const ts = (await seen(scene)).at(-1)?.ts ?? '';

  await respond(await clickGo(scene, ts), { replace_original: true, text: 'Chosen' });

  expect((await seen(scene)).map(({ text }) => text)).toEqual(['/followup', 'Chosen']);
});

test('what the person typed is never replaced', async () => {
  const scene = await startScene();
  const url = await runCommand(scene);

  await respond(url, { delete_original: true });
  await respond(url, { replace_original: true, text: 'Instead' });

  expect((await seen(scene)).map(({ text }) => text)).toEqual(['/followup', 'Instead']);
});

test('blocks that Slack cannot show are refused here too', async () => {
  const scene = await startScene();
  const response = await respond(await runCommand(scene), { blocks: [{ type: 'fancy' }] });

  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ ok: false, error: 'invalid_blocks' });
});
