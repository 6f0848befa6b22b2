import type { Locator, Page } from 'playwright-core';

/**
 * What can be pressed and filled in. Controls are found by their ids and options by their values, never by their
 * words, so that a walk is the same in every language.
 */
export type Controls = {
  press(actionId: string, within?: Locator): Promise<void>;
  /** Opens the menu or select that has this id. */
  open(actionId: string, within?: Locator): Promise<void>;
  /** Picks the option whose value is this, or has it between dots. */
  pick(actionId: string, value: string, within?: Locator): Promise<void>;
  /** Types into the search of a select and picks the first that is found. */
  search(actionId: string, query: string): Promise<void>;
  fill(fieldId: string, text: string): Promise<void>;
  submit(): Promise<void>;
  closeWindows(): Promise<void>;
};

const STAGES =
  '[data-testid=modal], [data-testid=home]:visible, [data-testid=messages]:visible' as const;
const DEEPEST = 6;

export function makeControls(page: Page, settle: () => Promise<void>): Controls {
  const modal = page.getByTestId('modal');
  const find = (actionId: string, within: Locator = page.locator(STAGES).last()) =>
    within.locator(`[data-action-id="${actionId}"]`).last();
  const option = (value: string) =>
    page.locator(`.list-item[data-value="${value}"], .list-item[data-value*=".${value}."]`).first();
  const click = async (...places: Locator[]) => {
    for (const place of places) await place.click();
    await settle();
  };
  return {
    press: (actionId, within) => click(find(actionId, within)),
    pick: (actionId, value, within) => click(find(actionId, within), option(value)),
    submit: () => click(page.getByTestId('modal-submit')),
    async open(actionId, within) {
      await click(find(actionId, within));
      await page.locator('.popover').waitFor();
    },
    async search(actionId, query) {
      await click(find(actionId));
      await page.getByTestId('select-search').fill(query);
      await settle();
      await click(page.locator('.list-item').first());
    },
    async fill(fieldId, text) {
      const field = modal.locator(`[data-action-id="${fieldId}"]`);
      await field.fill(text);
      await field.press('Tab');
    },
    async closeWindows() {
      const open = page.locator('[data-testid=modal], .popover').first();
      for (let depth = 0; depth < DEEPEST && (await open.isVisible()); depth++) {
        await page.keyboard.press('Escape');
        await settle();
      }
    },
  };
}
