import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('the form finds a prospect by part of the company, and the answer says what comes next', async () => {
  const { choose, message, modal, page, type } = await open();

  await type('/followup log');
  await modal.waitFor();
  await modal.getByRole('button', { name: /^Prospect/ }).click();
  await page.getByTestId('select-search').fill('maschi');
  await page.getByRole('option', { name: /Lena Vogt/ }).click();
  await choose(modal.getByRole('button', { name: /^What happened/ }), 'We spoke or met');
  await expect.poll(read(modal)).toContain('The promise for Thu 19 Nov stays');
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  await modal.waitFor({ state: 'detached' });
  await expect.poll(read(message())).toContain('Logged: call, we spoke. Lena Vogt');
  expect(await message().innerText()).toContain('Only visible to you');
});

test('/followup log dana opens the form for Dana', async () => {
  const { modal, type } = await open();

  await type('/followup log dana');

  await expect
    .poll(read(modal.getByRole('button', { name: /^Prospect/ })))
    .toBe('Dana Reyes, Acme');
});

test('a date in the past is refused at its field, and the rest of the form stays', async () => {
  const { choose, modal, page, type } = await open();
  await type('/followup log dana');
  await choose(modal.getByRole('button', { name: /^What happened/ }), 'No answer');
  const date = modal.getByLabel('Next date');

  await date.fill('2026-11-02');
  await date.press('Enter');
  await modal.getByLabel('Note').fill('Asked for the blue one');
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  const field = page.locator('.has-error');
  await expect.poll(read(field)).toContain('Next date');
  expect(await field.innerText()).toMatch(/past|today or later|Choose/i);
  expect(await modal.getByLabel('Note').inputValue()).toBe('Asked for the blue one');
});

test('a form without an outcome says so at the field', async () => {
  const { modal, page, type } = await open();
  await type('/followup log dana');
  await modal.waitFor();

  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  await expect.poll(read(page.locator('.has-error').first())).toContain('What happened');
});

test('the shortcut opens the form, and the answer takes its place', async () => {
  const { choose, modal, page } = await open();
  await page.getByTestId('shortcuts').click();
  await page.getByRole('menuitem', { name: /Log a touch/ }).click();
  await modal.getByRole('button', { name: /^Prospect/ }).click();
  await page.getByTestId('select-search').fill('ravi');
  await page.getByRole('option', { name: /Ravi Menon/ }).click();
  await choose(modal.getByRole('button', { name: /^What happened/ }), 'Left or sent a message');

  // At once, while the bot still draws the proposal: the late drawing must not take the answer's place.
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  await expect.poll(read(modal)).toContain('Logged: call, left a message. Ravi Menon');
});
