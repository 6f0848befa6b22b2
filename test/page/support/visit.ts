import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, onTestFinished } from 'vitest';
import { openBrowser } from './browser.ts';
import { DESKTOP, makeVisit, type Visit } from './make-visit.ts';
import { makeFolder, removeFolder, type SandboxProcess, startSandbox } from './sandbox-process.ts';

const STEP_WITHIN_MS = 20_000;
const FIRST_PERSON = 'Ana Silva';

/** One sandbox and one browser for the tests of a file; answers what opens the page for one test. */
export function useSandbox(): (size?: { width: number; height: number }) => Promise<Visit> {
  let folder = '';
  let sandbox: SandboxProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    folder = await makeFolder();
    [sandbox, browser] = await Promise.all([startSandbox(folder), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
    await removeFolder(folder);
  });
  return (size) => openPage({ browser, url: sandbox?.url ?? '', size });
}

/** Opens the page; when the test ends it must have been free of faults and every button must have a name. */
export async function openPage({
  browser,
  url,
  size = DESKTOP,
}: {
  browser: Browser | undefined;
  url: string;
  size?: { width: number; height: number } | undefined;
}): Promise<Visit> {
  if (!browser) throw new Error('There is no browser.');
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  page.setDefaultTimeout(STEP_WITHIN_MS);
  const faults: string[] = [];
  page.on('console', (line) => {
    if (['error', 'warning'].includes(line.type())) faults.push(line.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  onTestFailed(async ({ task }) => {
    const name = task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
    await page.screenshot({ path: `test-results/${name}.png` }).catch(() => undefined);
  });
  onTestFinished(async () => {
    const nameless = await listNamelessControls(page);
    await closeModals(page);
    await context.close();
    expect(faults).toEqual([]);
    expect(nameless).toEqual([]);
  });
  await page.goto(url);
  await page.getByTestId('message').first().waitFor();
  const visit = makeVisit(page);
  if (!(await page.getByText(`You are ${FIRST_PERSON}`).count())) await visit.become(FIRST_PERSON);
  return visit;
}

/** Slack keeps a person's open form; the next test begins without one. */
async function closeModals(page: Page): Promise<void> {
  const modal = page.getByTestId('modal');
  for (let depth = 0; depth < 4 && (await modal.isVisible()); depth++) {
    await page.getByTestId('modal-x').click();
    await page.waitForTimeout(300);
  }
}

/** For `expect.poll`: what stands there for a person to see, nothing while it is not shown. */
export function read(place: Locator): () => Promise<string> {
  return async () => ((await place.isVisible()) ? place.innerText() : '');
}

/** What a screen reader would call nothing, among everything on the page that can be pressed or filled in. */
async function listNamelessControls(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  return tree.split('\n').filter((line) => /- (button|combobox|textbox|link)(:| \[|$)/.test(line));
}
