import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { callApi, section, startScene, startSlack } from './support/local-slack.ts';

async function makeStateFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'local-slack-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'state.json');
}

test('a second start finds messages, homes, people and the token', async () => {
  const stateFile = await makeStateFile();
  const first = await startScene({ stateFile });
  const { ana, dm, team, sales } = first;
  await first.api('chat.postMessage', { channel: dm.id, text: 'Your day', blocks: [section('x')] });
  const view = { type: 'home', blocks: [section('Home')] };
  await first.api('views.publish', { user_id: ana.id, view });
  const before = first.slack.directory.messages(dm.id);
  await first.slack.close();

  const { slack, ...second } = await startScene({ stateFile });

  expect(second).toMatchObject({ team, ana, sales });
  expect(slack.directory.messages(dm.id)).toEqual(before);
  expect((await slack.control.snapshot({ as: ana.id })).home).toMatchObject([section('Home')]);
  expect(await second.api('auth.test')).toMatchObject({ ok: true });
});

test('ids and timestamps go on where they stopped', async () => {
  const stateFile = await makeStateFile();
  const first = await startScene({ stateFile });
  const { ts: earlier } = await first.api('chat.postMessage', { channel: first.dm.id, text: 'x' });
  await first.slack.close();

  const slack = await startSlack(first.app, { stateFile });
  // The computer's clock may have been put back in between.
  const back = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
  onTestFinished(() => back.mockRestore());
  const chi = slack.directory.addPerson({ teamId: first.team.id, realName: 'Chi Tran' });
  const { ts: later } = await callApi(slack, {
    method: 'chat.postMessage',
    args: { channel: first.dm.id, text: 'y' },
    token: first.team.botToken,
  });

  expect([first.ana.id, first.ben.id, first.team.botUserId]).not.toContain(chi.id);
  expect(Number(later)).toBeGreaterThan(Number(earlier));
});

test('the file is for its owner and leaves no drafts', async () => {
  const stateFile = await makeStateFile();
  const { slack } = await startScene({ stateFile });
  await slack.close();

  expect((await stat(stateFile)).mode & 0o077).toBe(0);
  expect(await readdir(join(stateFile, '..'))).toEqual(['state.json']);
});

test('a file that is no state is named', async () => {
  const stateFile = await makeStateFile();
  await writeFile(stateFile, 'half a fi');

  await expect(startScene({ stateFile })).rejects.toThrow(
    `${stateFile} is not a state of the local Slack. Move it away and start again.`,
  );
});

test('messages of one microsecond still have timestamps of their own', async () => {
  const { api, slack, dm } = await startScene();
  const posts = Array.from({ length: 20 }, () =>
    api('chat.postMessage', { channel: dm.id, text: 'x' }),
  );
  await Promise.all(posts);

  const stamps = slack.directory.messages(dm.id).map(({ ts }) => ts);
  expect(new Set(stamps).size).toBe(20);
  expect([...stamps].sort()).toEqual(stamps);
});
