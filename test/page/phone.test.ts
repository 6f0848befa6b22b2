import { expect, test } from 'vitest';
import { PHONE, type Visit } from './support/make-visit.ts';
import { read, useSandbox } from './support/visit.ts';

const open = useSandbox();

test('everything fits a phone: nothing scrolls sideways', async () => {
  const visit = await open(PHONE);
  const { modal, openHome, page, type } = visit;
  await expectNoSidewaysScroll(visit);

  await page.getByRole('button', { name: 'Channels and people' }).click();
  await expectNoSidewaysScroll(visit);
  await openHome();
  await expect.poll(read(page.getByTestId('home'))).toContain('This week, ');
  await expectNoSidewaysScroll(visit);
  await page.getByTestId('tab-messages').click();
  await type('/followup board');
  await expectNoSidewaysScroll(visit);
  await type('/followup log dana');
  await modal.waitFor();
  await expectNoSidewaysScroll(visit);
});

test('the form’s required fields stand on a phone’s first screen', async () => {
  const { modal, type } = await open(PHONE);
  await type('/followup log dana');

  await modal.waitFor();

  for (const label of ['Prospect', 'What happened', 'How', 'Next step', 'Next date']) {
    const box = await modal.getByText(label, { exact: false }).first().boundingBox();
    expect(box?.y, label).toBeLessThan(PHONE.height - 80);
  }
});

test('a long name to add fits, and the question whether they are new comes into sight', async () => {
  const { choose, modal, page, type } = await open(PHONE);
  const add = async (name: string) => {
    await modal.getByRole('button', { name: /^Prospect/ }).click();
    await page.getByTestId('select-search').fill(name);
    await page.getByRole('option', { name: /^Add “/ }).click();
  };
  await type('/followup log');
  await modal.waitFor();
  await add('Dr. Dana María Reyes de la Cruz y Montenegro, Head of Purchasing and Logistics');
  await expect.poll(read(modal)).toContain('Add the rest.');
  expect((await modal.boundingBox())?.width).toBe(PHONE.width);

  await add('Dana Reyes');
  await choose(modal.getByRole('button', { name: /^What happened/ }), 'We spoke or met');
  await expect.poll(read(modal)).toContain('Proposed: carry on the conversation');
  await modal.getByLabel('Company').fill('Acme');
  await modal.getByLabel('Note').fill('Wants a demo.');
  await modal.getByRole('button', { name: 'Log', exact: true }).click();

  const question = modal.getByText('Somebody like that is here already.');
  await expect.poll(async () => (await question.boundingBox())?.y).toBeGreaterThan(0);
  expect(await modal.getByLabel('Note').inputValue()).toBe('Wants a demo.');
});

test('a person is two taps away', async () => {
  const { become, message } = await open(PHONE);

  await become('Chi Nguyen');

  await expect.poll(read(message())).toContain('Akio Mori');
});

test('the traffic fits a phone too', async () => {
  const visit = await open(PHONE);
  const { page } = visit;

  await page.getByTestId('drawer-toggle').click();
  await page.getByTestId('traffic-entry').first().locator('summary').click();

  await expectNoSidewaysScroll(visit);
});

/** Neither the page nor any of its parts, except what is meant to: tables and raw text. */
async function expectNoSidewaysScroll({ page }: Visit): Promise<void> {
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('html, body, #app, main, .messages, .home, .modal-body, #topbar')]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => part.id || part.className || part.tagName),
  );
  expect(wide).toEqual([]);
}
