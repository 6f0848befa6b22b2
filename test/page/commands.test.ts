import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('a mistyped verb is answered with the one that was meant', async () => {
  const { message, type } = await open();

  await type('/followup lst');

  await expect.poll(read(message())).toContain('Did you mean /followup list?');
});

test('/followup board shows the team and one’s own place', async () => {
  const { message, type } = await open();

  await type('/followup board');

  await expect.poll(read(message())).toContain('Ben Carter, 1');
  expect(await message().innerText()).toContain('You: 1 follow-up, place 1 of 3.');
});

test('the composer completes the command and the “Try” list fills it in', async () => {
  const { message, page } = await open();
  const composer = page.getByTestId('composer');
  await composer.fill('/fol');
  await composer.press('Tab');
  expect(await composer.inputValue()).toBe('/followup ');

  await page.getByTestId('try').filter({ hasText: 'See a timeline' }).click();
  await page.getByTestId('send').click();

  await expect.poll(read(message())).toContain('Thu 12 Nov: call, we spoke.');
});

test('a command of some other app is refused as Slack refuses it', async () => {
  const { page, type } = await open();

  await type('/nothing here');

  await expect.poll(read(page.getByTestId('toast'))).toContain('/nothing');
});

test('a prospect is added with a form and listed after that', async () => {
  const { message, modal, type } = await open();
  await type('/followup add Kim Park');
  await modal.waitFor();
  expect(await modal.getByLabel('Name').inputValue()).toBe('Kim Park');
  await modal.getByLabel('Company').fill('Park Cycles');

  await modal.locator('[data-testid=modal-submit]').click();
  await modal.waitFor({ state: 'detached' });
  await type('/followup show park cycles');

  await expect.poll(read(message())).toContain('Kim Park, Park Cycles');
});
