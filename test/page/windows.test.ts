import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('a window that opens takes an open menu away', async () => {
  const { modal, page, row, type } = await open();
  await row('Ravi Menon').getByRole('button', { name: /^Log/ }).click();
  const choice = page.getByRole('option', { name: 'No answer', exact: true });
  await choice.waitFor();

  await type('/followup log');

  await modal.waitFor();
  expect(await choice.count()).toBe(0);
});

test('a window without fields gives the keyboard to its first button, not to a channel it names', async () => {
  const { become, modal, page, type } = await open();
  await become('Mara Lindqvist');

  await type('/followup settings');

  await expect.poll(read(modal)).toContain('#sales');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Change');
});
