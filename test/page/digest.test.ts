import { expect, test } from 'vitest';
import type { Visit } from './support/make-visit.ts';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('the page opens on this morning’s digest, delivered to Ana', async () => {
  const { page, message } = await open();

  expect(await page.getByTestId('me').innerText()).toContain('You are Ana Silva');
  expect(await page.getByTestId('clock').innerText()).toContain('Tue 17 Nov 2026, 09:2');
  const digest = await message().innerText();
  expect(digest).toContain('Tue 17 Nov. 7 today, 1 promised, first 10:00.');
  expect(digest).toContain('Dana Reyes, Acme. Promised 10:00');
  expect(digest).toContain('Points: budget in Jan; needs SSO');
});

test('“No answer” in the Log menu changes the row and says what comes next; Undo brings it back', async () => {
  const { choose, message, row } = await open();

  await choose(logMenu(row('Ravi Menon')), 'No answer');

  await expect.poll(read(row('Ravi Menon'))).toContain('Logged: call, no answer');
  expect(await row('Ravi Menon').innerText()).toContain('Next: ');
  expect(await message('Tue 17 Nov').innerText()).toContain('1 of 7 done');
  await row('Ravi Menon').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(read(row('Ravi Menon'))).toContain('Due today');
});

test('“More…” opens the form for that prospect, and Cancel takes it away', async () => {
  const { choose, modal, row } = await open();

  await choose(logMenu(row('Mia Lund')), 'More…');

  await expect.poll(read(modal)).toContain('Mia Lund, Nordic Parts');
  await modal.getByRole('button', { name: 'Cancel' }).click();
  await modal.waitFor({ state: 'detached' });
});

test('snoozing a promise asks whether the new date was agreed', async () => {
  const { choose, modal, row } = await open();

  await choose(logMenu(row('Dana Reyes')), 'Tomorrow');

  await expect.poll(read(modal)).toContain('Was the new one agreed with them?');
  expect(await modal.getByLabel('New date', { exact: true }).inputValue()).toBe('Wed 18 Nov 2026');
  await modal.getByLabel('Yes: it stays a promise, for the new date').check();
  await modal.getByRole('button', { name: 'Snooze' }).click();
  await modal.waitFor({ state: 'detached' });
  await expect.poll(read(row('Dana Reyes'))).toContain('Wed 18 Nov');
});

test('snoozing what nobody promised moves it at once', async () => {
  const { choose, row } = await open();

  await choose(logMenu(row('Sofia Marin')), 'In 3 working days');

  await expect.poll(read(row('Sofia Marin'))).toContain('Fri 20 Nov');
});

function logMenu(row: ReturnType<Visit['row']>) {
  return row.getByRole('button', { name: /^Log/ });
}
