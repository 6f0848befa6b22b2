import type { Locator, Page } from 'playwright-core';
import type { Snapshot } from '../../../src/sandbox/contract.ts';
import { until } from '../support/settle.ts';
import { callControl } from './call-control.ts';

export type Waits = {
  /** Does something that the bot answers with a message. */
  answered(deed: () => Promise<unknown>): Promise<Locator>;
  /** Does something that opens a window, or that changes the one that is open. */
  opened(deed: () => Promise<unknown>): Promise<Locator>;
  /** Waits until the page and the bot have nothing in hand. */
  settle(): Promise<void>;
};

export function makeWaits(page: Page, url: string, settle: () => Promise<void>): Waits {
  const modal = page.getByTestId('modal');
  const drawn = async () => ((await modal.isVisible()) ? modal.innerHTML() : '');
  const lastOfBot = async () => newestOfBot(await takeSnapshot(page, url));
  return {
    settle,
    async answered(deed) {
      const before = await lastOfBot();
      await deed();
      const ts = await until(async () => {
        const last = await lastOfBot();
        return last > before ? last : null;
      });
      await settle();
      return page.locator(`[data-testid=message][data-ts="${ts}"]`);
    },
    async opened(deed) {
      const before = await drawn();
      await deed();
      await until(async () => {
        const now = await drawn();
        return (now !== '' && now !== before) || null;
      });
      await settle();
      return modal;
    },
  };
}

/** What the page shows: its address says as whom, and which conversation. */
function takeSnapshot(page: Page, url: string): Promise<Snapshot> {
  const hash = new URLSearchParams(new URL(page.url()).hash.slice(1));
  const place = { as: hash.get('as') ?? '', channelId: hash.get('in') ?? '' };
  return callControl(url, 'snapshot', place);
}

function newestOfBot({ messages, botUserId }: Snapshot): string {
  return messages.findLast(({ from }) => from === botUserId)?.ts ?? '';
}
