import type { Locator } from 'playwright-core';
import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group } from '../surface.ts';
import type { Walk } from '../walk.ts';

/** The morning's message: the newest with a row's menu on it. */
export function digestOf({ page }: Walk): Locator {
  const menu = page.locator(`[data-action-id="${ACTIONS.rowMenu}"]`);
  return page.getByTestId('message').filter({ has: menu }).last();
}

export function rowOf(walk: Walk, prospect: string): Locator {
  return digestOf(walk).locator('.block-section').filter({ hasText: prospect });
}

export const MORNING: Group = {
  name: 'digest',
  of: 'any rep',
  surfaces: [
    { name: 'morning', show: async (walk) => digestOf(walk) },
    {
      name: 'log-menu',
      async show(walk) {
        await walk.open(ACTIONS.rowMenu, digestOf(walk));
        return digestOf(walk);
      },
    },
  ],
};

export const DIGEST: Group = {
  name: 'digest',
  of: 'the story',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    {
      name: 'revisit-menu',
      async show(walk) {
        await walk.open(ACTIONS.revisitMenu, rowOf(walk, 'Jonas Krall'));
        return digestOf(walk);
      },
    },
    {
      name: 'one-logged',
      async show(walk) {
        await walk.closeWindows();
        await walk.pick(ACTIONS.rowMenu, 'no_answer', rowOf(walk, 'Ravi Menon'));
        return digestOf(walk);
      },
    },
    {
      name: 'snoozed',
      async show(walk) {
        await walk.pick(ACTIONS.rowMenu, 'tomorrow', rowOf(walk, 'Sofia Marin'));
        return digestOf(walk);
      },
    },
    {
      name: 'not-a-prospect',
      async show(walk) {
        await walk.pick(ACTIONS.rowMenu, 'duplicate', rowOf(walk, 'Mia Lund'));
        return digestOf(walk);
      },
    },
    {
      name: 'undone',
      async show(walk) {
        await walk.press(ACTIONS.undoChange, rowOf(walk, 'Mia Lund'));
        return digestOf(walk);
      },
    },
    {
      name: 'logged-by-somebody-else',
      async show(walk) {
        await walk.be('Ben Carter');
        await walk.ask('/followup log Ines Costa: emailed her the two answers');
        await walk.be(walk.rep);
        return digestOf(walk);
      },
    },
  ],
};
