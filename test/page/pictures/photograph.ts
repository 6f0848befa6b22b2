import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { DESKTOP, PHONE } from '../support/make-visit.ts';

const SIZES = { phone: PHONE, desktop: DESKTOP };
/** Chromium draws no taller page. */
const TALLEST = 8000;

/** Saves what stands at a place in each width, and the whole of it where one screen does not hold it. */
export async function photograph(
  page: Page,
  place: Locator,
  { folder, name }: { folder: string; name: string },
): Promise<string[]> {
  const files: string[] = [];
  const save = async (file: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await page.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' });
    files.push(file);
  };
  for (const [width, size] of Object.entries(SIZES)) {
    await page.setViewportSize(size);
    await bringIntoView(place);
    await save(join(width, `${name}.png`));
    const missing = await measureHidden(place);
    if (missing === 0) continue;
    await page.setViewportSize({ ...size, height: Math.min(size.height + missing, TALLEST) });
    await bringIntoView(place);
    await save(join(width, `${name}-whole.png`));
  }
  await page.setViewportSize(PHONE);
  const words = join(folder, 'words', `${name}.txt`);
  await mkdir(dirname(words), { recursive: true });
  await writeFile(words, await readWords(page, place));
  return files;
}

/** The words on it, what its fields hold, and the list that is open beside it. */
async function readWords(page: Page, place: Locator): Promise<string> {
  const fields = await place.evaluate((node) =>
    [...node.querySelectorAll<HTMLInputElement>('input, textarea')]
      .filter((field) => field.type !== 'checkbox' && field.type !== 'radio' && field.value)
      .map((field) => `${field.labels?.[0]?.textContent ?? ''}: ${field.value}`),
  );
  const list = page.locator('.popover');
  const listed = (await list.count()) > 0 ? [`--- list\n${await list.innerText()}`] : [];
  return [await place.innerText(), ...fields, ...listed, ''].join('\n');
}

async function bringIntoView(place: Locator): Promise<void> {
  await place.evaluate((node) => {
    const scroller = node.querySelector('.modal-body') ?? node.closest('.messages, .home') ?? node;
    const top = node.closest('.messages')
      ? node.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop
      : 0;
    const open = document.querySelector('.popover');
    if (!open) scroller.scrollTop = top;
  });
  await place.page().waitForTimeout(150);
}

/** How many pixels of it lie below the screen. */
function measureHidden(place: Locator): Promise<number> {
  return place.evaluate((node) => {
    const body = node.querySelector('.modal-body');
    if (body) return body.scrollHeight - body.clientHeight;
    const scroller = node.closest('.messages, .home') ?? node;
    if (scroller === node) return node.scrollHeight - node.clientHeight;
    const { bottom } = node.getBoundingClientRect();
    return Math.max(0, Math.ceil(bottom - scroller.getBoundingClientRect().bottom));
  });
}
