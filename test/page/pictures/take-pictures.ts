import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { PHONE } from '../support/make-visit.ts';
import { makeFolder, removeFolder } from '../support/sandbox-process.ts';
import { STEP_WITHIN_MS } from '../support/settle.ts';
import { ALBUM } from './album.ts';
import { openSandbox } from './open-sandbox.ts';
import { photograph } from './photograph.ts';
import type { Group, Surface } from './surface.ts';
import { makeWalk, type Walk } from './walk.ts';

export type Wish = {
  folder: string;
  person: string;
  /** The group to save; every group unless told. */
  only: string | null;
  say(line: string): void;
};

const FIRST_PERSON = 'Ana Silva';

/** Walks the album; answers what could not be shown, each with why. */
export async function takePictures(wish: Wish): Promise<string[]> {
  const data = await makeFolder();
  const browser = await openBrowser();
  try {
    const sandbox = await openSandbox(data);
    return await walkAlbum(wish, { browser, url: sandbox.url, data }).finally(sandbox.stop);
  } finally {
    await browser.close();
    await removeFolder(data);
  }
}

async function walkAlbum(
  wish: Wish,
  { browser, url, data }: { browser: Browser; url: string; data: string },
): Promise<string[]> {
  const page = await browser.newPage({ viewport: PHONE });
  page.setDefaultTimeout(STEP_WITHIN_MS);
  const walk = makeWalk(page, { url, data, rep: wish.person });
  await page.goto(url);
  await page.getByTestId('message').first().waitFor();
  await walk.become(wish.person);
  await walk.settle();
  const missed: string[] = [];
  for (const group of ALBUM) {
    if (wish.person !== FIRST_PERSON && group.of === 'the story') continue;
    missed.push(...(await walkGroup(wish, walk, group)));
  }
  wish.say(missed.length === 0 ? 'Every surface was shown.' : `Not shown: ${missed.length}.`);
  return missed;
}

async function walkGroup(wish: Wish, walk: Walk, group: Group): Promise<string[]> {
  const missed: string[] = [];
  const tried = async (name: string, deed: () => Promise<void>) => {
    const problem = await deed().then(
      () => null,
      (error: Error) => error.message.replace(/\s+/g, ' ').slice(0, 160),
    );
    if (problem === null) return;
    wish.say(`${name}: not there. ${problem}`);
    missed.push(name);
    await recover(walk);
  };
  if (group.begin) await tried(`${group.name} (what goes before)`, async () => group.begin?.(walk));
  for (const surface of group.surfaces) {
    const name = `${group.name}-${surface.name}`;
    await tried(name, () => show(wish, walk, { group, surface, name }));
  }
  return missed;
}

async function show(
  { folder, only, say }: Wish,
  walk: Walk,
  { group, surface, name }: { group: Group; surface: Surface; name: string },
): Promise<void> {
  const place = await surface.show(walk);
  await place.waitFor();
  const unsupported = await walk.page.locator('.unsupported:visible').allInnerTexts();
  if (only === null || only === group.name) {
    const files = await photograph(walk.page, place, { folder, name });
    say(`${name}: ${files.join(', ')}`);
  }
  if (unsupported.length > 0) throw new Error(`The page cannot draw it: ${unsupported.join(', ')}`);
}

/** The next surface begins with no window open, as its own rep, in the bot's messages. */
async function recover(walk: Walk): Promise<void> {
  await walk.page.setViewportSize(PHONE);
  await walk.page.reload();
  await walk.settle();
  await walk.closeWindows();
}
