import { expect, test } from 'vitest';
import { PHONE, type Visit } from './support/make-visit.ts';
import { watchRequests } from './support/settle.ts';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

/**
 * How many taps log that nobody answered. Every press counts: opening a menu, choosing in it, sending a line.
 * Typing counts as none.
 */
test('one tap at the foot of the digest: the button of the first one to call', async () => {
  const { visit, taps } = await pickUpThePhone();
  const { message, row } = visit;
  const foot = message().getByRole('button', { name: /^Log call, no answer: / });
  const label = (await foot.innerText()).trim();
  const name = label.replace('No answer: ', '');

  await foot.click();

  await expect.poll(read(row(name))).toContain('Logged: call, no answer.');
  expect(await taps()).toBe(1);
  await expect.poll(read(foot)).not.toBe(label);
  // The tests below log with everybody once.
  await row(name).getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(read(foot)).toBe(label);
});

test('two taps in the digest: the row’s menu, and “No answer” in it', async () => {
  const { visit, taps } = await pickUpThePhone();
  const { choose, row } = visit;

  await choose(row('Ravi Menon').getByRole('button', { name: /^Log/ }), 'No answer');

  await expect.poll(read(row('Ravi Menon'))).toContain('Logged: call, no answer.');
  expect(await taps()).toBe(2);
  await expectOnTimeline(visit, 'Ravi Menon', 'Tue 17 Nov: call, no answer. You');
});

test('one tap for a sentence to the bot: send', async () => {
  const { visit, taps } = await pickUpThePhone();

  await say(visit, 'Ines at Porto: called, no answer');

  await expect.poll(read(visit.message())).toContain('Logged: call, no answer. Ines Costa');
  expect(await taps()).toBe(1);
  await expectOnTimeline(visit, 'Ines Costa', 'Tue 17 Nov: call, no answer. You');
});

test('one tap for a sentence after the command: send', async () => {
  const { visit, taps } = await pickUpThePhone();

  await say(visit, '/followup log Hugo Brandt: called, no answer');

  await expect.poll(read(visit.message())).toContain('Logged: call, no answer. Hugo Brandt');
  expect(await taps()).toBe(1);
  await expectOnTimeline(visit, 'Hugo Brandt', 'Tue 17 Nov: call, no answer. You');
});

test('four taps for a name after the command: send, two for the outcome, log', async () => {
  const { visit, taps } = await pickUpThePhone();

  await say(visit, '/followup log lena');
  await visit.modal.waitFor();
  await choosesNoAnswer(visit);
  await visit.modal.getByRole('button', { name: 'Log', exact: true }).click();

  await expect.poll(read(visit.message())).toContain('no answer. Lena Vogt');
  expect(await taps()).toBe(4);
  await expectOnTimeline(visit, 'Lena Vogt', 'Tue 17 Nov: call, no answer. You');
});

test('three taps on App Home: its tab, the row’s menu, and “No answer” in it', async () => {
  const { visit, taps } = await pickUpThePhone();
  const { choose, modal, page, row } = visit;

  const settle = watchRequests(page);
  await page.getByTestId('tab-home').click();
  // It is drawn anew whenever it is opened, under whatever menu is open by then.
  await settle();
  await choose(row('Sofia Marin').getByRole('button', { name: /^Log/ }), 'No answer');

  await expect.poll(read(modal)).toContain('Logged: call, no answer. Sofia Marin');
  expect(await taps()).toBe(3);
  await modal.getByRole('button', { name: 'Done' }).click();
  await page.getByTestId('tab-messages').click();
  await expectOnTimeline(visit, 'Sofia Marin', 'Tue 17 Nov: call, no answer. You');
});

test('five taps on a message that names them: its menu, the shortcut, two for the outcome, log', async () => {
  const { visit, taps } = await pickUpThePhone();
  const { message, page, modal, type } = visit;
  await type('mia.lund@nordic.example.com is not to be reached today');
  await page.getByText('is not to be reached today').first().waitFor();
  const before = await taps();

  const menu = message('is not to be reached today').getByTestId('message-menu');
  await menu.click();
  await page.getByRole('menuitem', { name: 'Log as a touch' }).click();
  await expect.poll(read(modal)).toContain('Mia Lund, Nordic Parts');
  await choosesNoAnswer(visit);
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  await expect.poll(read(message())).toContain('no reply. Mia Lund');
  expect((await taps()) - before).toBe(5);
  await expectOnTimeline(visit, 'Mia Lund', 'Tue 17 Nov: email, no reply. You');
});

test('seven taps from anywhere: the shortcuts, “Log a touch”, two for whom, two for the outcome, log', async () => {
  const { visit, taps } = await pickUpThePhone();
  const { page, modal } = visit;

  await page.getByTestId('shortcuts').click();
  await page.getByRole('menuitem', { name: 'Log a touch' }).click();
  await modal.getByRole('button', { name: /^Prospect/ }).click();
  await page.getByTestId('select-search').fill('tom');
  await page.getByRole('option', { name: /Tom Okafor/ }).click();
  await choosesNoAnswer(visit);
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  await expect.poll(read(modal)).toContain('no answer. Tom Okafor');
  expect(await taps()).toBe(7);
  await modal.getByRole('button', { name: 'Done' }).click();
  await expectOnTimeline(visit, 'Tom Okafor', 'Tue 17 Nov: call, no answer, promise missed. You');
});

/** The page on a phone, and how often it was tapped since. */
async function pickUpThePhone(): Promise<{ visit: Visit; taps(): Promise<number> }> {
  const visit = await open(PHONE);
  const { page } = visit;
  await page.evaluate(() => {
    document.body.dataset.taps = '0';
    const count = () => {
      document.body.dataset.taps = String(Number(document.body.dataset.taps) + 1);
    };
    document.addEventListener('pointerdown', count, true);
  });
  return { visit, taps: () => page.evaluate(() => Number(document.body.dataset.taps)) };
}

async function say({ page }: Visit, text: string): Promise<void> {
  await page.getByTestId('composer').fill(text);
  await page.getByTestId('send').click();
}

async function choosesNoAnswer({ choose, modal }: Visit): Promise<void> {
  await choose(modal.getByRole('button', { name: /^What happened/ }), 'No answer');
}

/** On somebody's card, which is asked for. */
async function expectOnTimeline({ message, type }: Visit, name: string, line: string) {
  await type(`/followup show ${name}`);
  await expect.poll(read(message())).toMatch(new RegExp(`^[^]*${name}[^]*Timeline[^]*${line}`));
}
