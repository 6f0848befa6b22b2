import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildManifest } from '../../src/slack/manifest.ts';

test('manifest.json is what `npm run manifest` writes', async () => {
  const committed = JSON.parse(await readFile('manifest.json', 'utf8'));

  expect(committed).toEqual(buildManifest({ publicUrl: null }));
});

test('case 69: asks for tokens that do not rotate, so no two replicas refresh one', () => {
  const { settings } = buildManifest({ publicUrl: 'https://followup.example.com/' });

  expect(settings.token_rotation_enabled).toBe(false);
});

test('keeps to what Slack takes', () => {
  const { display_information: shown, features } = buildManifest({ publicUrl: null });

  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description.length).toBeLessThanOrEqual(140);
  for (const shortcut of features.shortcuts) {
    expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(shortcut.description.length).toBeLessThanOrEqual(150);
  }
});

test('over HTTP every request goes to one address, searches included', () => {
  const { features, oauth_config, settings } = buildManifest({
    publicUrl: 'https://followup.example.com/',
  });
  const url = 'https://followup.example.com/slack/events';

  expect(features.slash_commands[0]).toMatchObject({ url });
  expect(settings.event_subscriptions).toMatchObject({ request_url: url });
  expect(settings.interactivity).toMatchObject({ request_url: url, message_menu_options_url: url });
  expect(settings.socket_mode_enabled).toBe(false);
  expect(oauth_config.redirect_urls).toEqual(['https://followup.example.com/slack/oauth_redirect']);
});
