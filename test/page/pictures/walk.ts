import type { Locator, Page } from 'playwright-core';
import { makeVisit, type Visit } from '../support/make-visit.ts';
import { watchRequests } from '../support/settle.ts';
import { callControl } from './call-control.ts';
import { type Controls, makeControls } from './controls.ts';
import { forgetManagers, importDue } from './open-sandbox.ts';
import { makeWaits, type Waits } from './waits.ts';

/** Somebody who walks through the page. */
export type Walk = Visit &
  Controls &
  Waits & {
    /** Whom the walk is about; others come in where a surface is theirs. */
    rep: string;
    /** Writes and waits for the bot's answer. */
    ask(text: string): Promise<Locator>;
    openMessages(): Promise<void>;
    openChannel(name: string): Promise<void>;
    /** In the bot's messages as somebody, with no window open. */
    be(person: string): Promise<void>;
    shortcut(callbackId: string): Promise<Locator>;
    messageShortcut(callbackId: string, message: Locator): Promise<Locator>;
    /** Moves sandbox time on to this minute in Berlin, such as `2026-11-18 09:30`. */
    moveTo(local: string): Promise<void>;
    /** Gives the rep prospects that are due on a day. */
    importDue(on: string, count: number): Promise<void>;
    /** Nobody manages any more, as before the first manager came. */
    forgetManagers(): Promise<void>;
  };

/** Where the sandbox is, its data, and whom the walk is about. */
export type Start = { url: string; data: string; rep: string };

const BERLIN_OFFSET = '+01:00';

export function makeWalk(page: Page, { url, data, rep }: Start): Walk {
  const visit = makeVisit(page);
  const settle = watchRequests(page);
  const waits = makeWaits(page, url, settle);
  const shown = { ...visit, ...makeControls(page, settle), ...waits, ...makePlaces(page, settle) };
  const run = (callbackId: string) =>
    page.locator(`.list-item[data-value="${callbackId}"]`).click();
  return {
    ...shown,
    rep,
    ask: (text) => waits.answered(() => visit.type(text)),
    async be(person) {
      await shown.closeWindows();
      await shown.openMessages();
      await visit.become(person);
      await settle();
    },
    shortcut: (callbackId) =>
      waits.opened(async () => {
        await page.getByTestId('shortcuts').click();
        await run(callbackId);
      }),
    messageShortcut: (callbackId, message) =>
      waits.opened(async () => {
        await message.hover();
        await message.getByTestId('message-menu').click();
        await run(callbackId);
      }),
    async moveTo(local) {
      const at = new Date(`${local.replace(' ', 'T')}:00${BERLIN_OFFSET}`).toISOString();
      await callControl(url, 'moveClock', { to: { at }, as: '' });
      await settle();
    },
    importDue: (on, count) => importDue(data, { owner: rep, on, count }),
    forgetManagers: () => forgetManagers(data),
  };
}

/** What the sidebar leads to; on a phone it has to be opened first. */
function makePlaces(page: Page, settle: () => Promise<void>) {
  const go = async (place: Locator) => {
    const menu = page.getByRole('button', { name: 'Channels and people' });
    if (await menu.isVisible()) await menu.click();
    await place.click();
    await settle();
  };
  return {
    openHome: () => go(page.getByTestId('app-home')),
    openMessages: () => go(page.getByTestId('bot-dm')),
    openChannel: (name: string) =>
      go(page.locator('[data-testid^=conversation-]').filter({ hasText: name })),
  };
}
