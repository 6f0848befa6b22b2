import type { Locator, Page } from 'playwright-core';

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Somebody in front of the page. */
export type Visit = {
  page: Page;
  /** The bot's newest message, or the newest that says this. */
  message(words?: string | RegExp): Locator;
  modal: Locator;
  /** A section of the digest, Home or a list: the one about this prospect. */
  row(prospect: string): Locator;
  type(text: string): Promise<void>;
  /** Picks from the menu or select behind this control. */
  choose(control: Locator, option: string): Promise<void>;
  become(person: string): Promise<void>;
  openHome(): Promise<void>;
};

export function makeVisit(page: Page): Visit {
  const composer = page.getByTestId('composer');
  return {
    page,
    modal: page.getByTestId('modal'),
    message: (words) =>
      (words === undefined
        ? page.getByTestId('message')
        : page.getByTestId('message').filter({ hasText: words })
      ).last(),
    row: (prospect) => page.locator('.block-section').filter({ hasText: prospect }).last(),
    async type(text) {
      await composer.fill(text);
      await composer.press('Enter');
    },
    async choose(control, option) {
      await control.click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async become(person) {
      const menu = page.getByRole('button', { name: 'Channels and people' });
      if (await menu.isVisible()) await menu.click();
      await page.getByRole('group', { name: 'Switch person' }).getByText(person).click();
      await page.getByText(`You are ${person}`).waitFor({ state: 'attached' });
    },
    openHome: () => page.getByTestId('app-home').click(),
  };
}
