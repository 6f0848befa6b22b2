import { expect, test } from 'vitest';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('one click makes the page somebody else’s, with their messages', async () => {
  const { become, message, page } = await open();

  await become('Chi Nguyen');

  await expect.poll(read(message())).toContain('Akio Mori');
  expect(await page.getByTestId('messages').innerText()).not.toContain('Dana Reyes');
});

test('App Home shows today, what comes up, and logs from there', async () => {
  const { choose, openHome, page, row } = await open();

  await openHome();

  const home = page.getByTestId('home');
  await expect.poll(read(home)).toContain('This week, ');
  expect(await home.innerText()).toContain('Dana Reyes, Acme. Promised 10:00');
  await choose(
    row('Ines Costa, Porto Freight. Due today').getByRole('button', { name: /^Log/ }),
    'No answer',
  );
  await expect.poll(read(home)).toContain('2 follow-ups this week');
});

test('Home follows whoever sits in front of the page', async () => {
  const { become, openHome, page } = await open();
  await openHome();

  await become('Ben Carter');

  await expect.poll(read(page.getByTestId('home'))).toContain('Hal Brooks');
});

test('a guest is told kindly that this is not for guests', async () => {
  const { become, message, openHome, page, type } = await open();
  await become('Gus Weber');

  await type('/followup list');

  const refusal = 'Guests cannot use Followup. Ask a full member of this workspace.';
  await expect.poll(read(message())).toContain(refusal);
  await openHome();
  await expect.poll(read(page.getByTestId('home'))).toContain(refusal);
});

test('a manager reads the team post and changes the settings; a rep may not', async () => {
  const { become, message, modal, page, type } = await open();
  await type('/followup settings');
  await expect.poll(read(message())).toMatch(/manager/i);

  await become('Mara Lindqvist');
  await page.getByRole('button', { name: /^sales/ }).click();
  await expect.poll(read(message())).toContain('Tue 17 Nov.');
  await type('/followup settings');

  await expect.poll(read(modal)).toContain('#sales');
});
