import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { makeFolder, removeFolder, startSandbox } from './support/sandbox-process.ts';
import { openPage, read } from './support/visit.ts';

// It starts the sandbox twice.
vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a second start finds messages and time again; a closed account can only read', async () => {
  const folder = await makeFolder();
  onTestFinished(() => removeFolder(folder));
  const first = await startSandbox(folder);
  onTestFinished(async () => void (await first.stop()));
  const { page, message, type } = await openPage({ browser, url: first.url });
  await page.getByTestId('next-morning').click();
  await expect.poll(read(message())).toContain('Wed 18 Nov.');
  await expect.poll(read(page.getByTestId('clock'))).toContain('Wed 18 Nov 2026, 09:30');
  await type('What a quiet morning');
  await page.getByText('What a quiet morning').waitFor();
  await page.goto('about:blank');
  expect(await first.stop()).toBe(0);
  await closeAccount(join(folder, 'slack.json'), 'Eli Novak');

  const second = await startSandbox(folder);
  onTestFinished(async () => void (await second.stop()));

  expect(second.output()).toContain('Your team as you left it');
  const visit = await openPage({ browser, url: second.url });
  expect(await visit.page.getByTestId('clock').innerText()).toContain('Wed 18 Nov 2026, 09:3');
  await visit.page.getByText('What a quiet morning').waitFor();
  await visit.become('Eli Novak');
  const composer = visit.page.getByTestId('composer');
  expect(await composer.isDisabled()).toBe(true);
  expect(await composer.getAttribute('placeholder')).toBe('This account is deactivated');
});

/** What an administrator does in Slack; the page has no button for it. */
async function closeAccount(stateFile: string, realName: string): Promise<void> {
  const state = JSON.parse(await readFile(stateFile, 'utf8'));
  const [, person] = state.people.find(
    ([, one]: [string, { realName: string }]) => one.realName === realName,
  );
  person.deleted = true;
  await writeFile(stateFile, JSON.stringify(state));
}
