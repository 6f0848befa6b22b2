import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('the traffic shows what Slack and the bot said to each other', async () => {
  const { page, type } = await open();
  await page.getByTestId('drawer-toggle').click();

  await type('/followup list');

  const entry = page.getByTestId('traffic-entry').filter({ hasText: '/followup list' }).first();
  await entry.locator('summary').click();
  await entry.locator('pre').first().waitFor();
  const shown = await entry.innerText();
  expect(shown).toContain('"command": "/followup"');
  expect(shown).toContain('"user_name": "ana"');
  expect(shown).toContain('"response_type": "ephemeral"');
  const [drawer, box] = [
    await page.locator('#drawer').boundingBox(),
    await entry.locator('pre').first().boundingBox(),
  ];
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((drawer?.x ?? 0) + (drawer?.width ?? 0));
});

test('a digest Slack refused with 429 arrives all the same', async () => {
  const { message, page } = await open();
  await page.getByTestId('drawer-toggle').click();
  await page.getByTestId('drawer-faults').click();
  await page.getByLabel('Times').fill('2');
  await page.getByLabel('Retry-After, seconds').fill('1');
  await page.getByTestId('add-fault').click();
  await expect.poll(read(page.getByTestId('fault'))).toContain('2 left');

  await page.getByTestId('next-morning').click();

  await expect.poll(read(message()), { timeout: 40_000 }).toContain('Wed 18 Nov.');
  await page.getByTestId('drawer-traffic').click();
  const refused = page.getByTestId('traffic-entry').filter({ hasText: '429' });
  await expect.poll(() => refused.count()).toBe(2);
  await page.getByTestId('drawer-faults').click();
  expect(await page.getByTestId('faults').innerText()).toContain('None. Slack behaves.');
});

test('a form Slack is too busy to open is explained, and opens the next time', async () => {
  const { message, modal, page, type } = await open();
  await page.getByTestId('drawer-toggle').click();
  await page.getByTestId('drawer-faults').click();
  await page.getByLabel('Method').fill('views.open');
  await page.getByTestId('add-fault').click();
  await page.getByTestId('fault').waitFor();

  await type('/followup log dana');
  await expect.poll(read(message())).toContain('Slack is busy. Try again in a minute.');
  await type('/followup log dana');

  await expect.poll(read(modal)).toContain('Dana Reyes, Acme');
});
