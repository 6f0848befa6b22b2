import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('“Next event” moves to it, and its message arrives', async () => {
  const { become, message, page } = await open();
  const next = page.getByTestId('next-event');
  const messages = page.getByTestId('messages');
  await become('Ben Carter');

  // New York's morning comes after whatever Europe still expects.
  for (let event = 0; event < 4; event++) {
    await next.click();
    await expect.poll(() => next.isEnabled()).toBe(true);
    if ((await messages.innerText()).includes('Tue 17 Nov.')) break;
  }

  await expect.poll(read(message())).toContain('Tue 17 Nov.');
  expect(await message().innerText()).toContain('08:30');
  expect(await page.getByTestId('clock').innerText()).toContain('08:30');
});

test('“Next morning” brings the next digest, and the team post in its channel', async () => {
  const { message, page } = await open();

  await page.getByTestId('next-morning').click();

  await expect.poll(read(page.getByTestId('clock'))).toContain('Wed 18 Nov 2026, 09:30');
  await expect.poll(read(message())).toContain('Wed 18 Nov.');
  await page.getByRole('button', { name: /^sales/ }).click();
  await expect.poll(read(message())).toContain('Wed 18 Nov.');
});

test('“Start over” asks, then puts everything back to the first morning', async () => {
  const { message, page, type } = await open();
  await type('/followup board');
  await page.getByTestId('drawer-toggle').click();
  await page.getByTestId('start-over').click();
  await expect.poll(read(page.getByTestId('confirm'))).toContain('time returns');

  await page.getByTestId('confirm-yes').click();

  // The story is told again, which takes a while on a busy computer.
  const clock = expect.poll(read(page.getByTestId('clock')), { timeout: 60_000 });
  await clock.toContain('Tue 17 Nov 2026, 09:2');
  await expect.poll(read(message())).toContain('Tue 17 Nov. 7 today');
  expect(await page.getByTestId('messages').innerText()).not.toContain('/followup board');
});
