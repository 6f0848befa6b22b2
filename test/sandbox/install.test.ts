import { expect, test } from 'vitest';
import { type Scene, startScene } from './support/local-slack.ts';

const CLIENT = { clientId: '1.2', clientSecret: 'secret' };
const REDIRECT = 'http://127.0.0.1:3000/slack/oauth_redirect';

async function allow({ slack, ana }: Scene): Promise<URL> {
  const query = new URLSearchParams({ client_id: '1.2', state: 's1', redirect_uri: REDIRECT });
  const response = await fetch(`${slack.url}/oauth/v2/authorize?${query}`, {
    method: 'POST',
    body: new URLSearchParams({ as: ana.id }),
    redirect: 'manual',
  });
  return new URL(response.headers.get('location') ?? '');
}

function exchange({ slack }: Scene, change: Record<string, string>): Promise<unknown> {
  const body = { client_id: '1.2', client_secret: 'secret', redirect_uri: REDIRECT, ...change };
  const form = { method: 'POST', body: new URLSearchParams(body) };
  return fetch(`${slack.apiUrl}oauth.v2.access`, form).then((response) => response.json());
}

test('an admin allows the app, which exchanges the code once', async () => {
  const scene = await startScene(CLIENT);
  const target = await allow(scene);
  const code = target.searchParams.get('code') ?? '';

  expect(target.href).toMatch(new RegExp(`^${REDIRECT}`));
  expect(target.searchParams.get('state')).toBe('s1');
  expect(await exchange(scene, { code, client_secret: 'guess' })).toMatchObject({
    error: 'bad_client_secret',
  });
  expect(await exchange(scene, { code })).toMatchObject({
    ok: true,
    access_token: scene.team.botToken,
    team: { id: scene.team.id },
    authed_user: { id: scene.ana.id },
    is_enterprise_install: false,
  });
  expect(await exchange(scene, { code })).toMatchObject({ error: 'invalid_code' });
});

test('an installation after a removal has a new token', async () => {
  const scene = await startScene(CLIENT);
  await scene.slack.directory.uninstall(scene.team.id);
  const code = (await allow(scene)).searchParams.get('code') ?? '';

  const { access_token } = (await exchange(scene, { code })) as { access_token: string };

  expect(access_token).not.toBe(scene.team.botToken);
  expect(await scene.api('auth.test')).toMatchObject({ error: 'invalid_auth' });
  expect(await scene.api('auth.test', {}, access_token)).toMatchObject({ ok: true });
});

test('the page lists who may install, and refuses another app', async () => {
  const { slack } = await startScene(CLIENT);
  const page = await fetch(`${slack.url}/oauth/v2/authorize?client_id=1.2`);
  const other = await fetch(`${slack.url}/oauth/v2/authorize?client_id=9`);

  const text = await page.text();
  expect(text).toContain('Allow as Ana Bell (Northwind)');
  expect(text).not.toContain('Ben Okoro');
  expect(other.status).toBe(400);
});
