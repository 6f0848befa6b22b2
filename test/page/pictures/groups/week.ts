import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group } from '../surface.ts';
import type { Walk } from '../walk.ts';
import { digestOf, rowOf } from './digest.ts';
import { MANAGER } from './manager.ts';

export const REMINDER: Group = {
  name: 'reminder',
  of: 'the story',
  begin: (walk) => walk.be(walk.rep),
  surfaces: [
    {
      name: 'of-a-promise',
      async show(walk) {
        return walk.answered(() => walk.moveTo('2026-11-17 09:46'));
      },
    },
  ],
};

/** A day over pace: on Wednesday the rep gets more than fits. */
export const OVER_PACE: Group = {
  name: 'spread',
  of: 'the story',
  async begin(walk) {
    await walk.be(walk.rep);
    await walk.moveTo('2026-11-18 09:30');
    await walk.pick(ACTIONS.rowMenu, 'tomorrow', rowOf(walk, 'Sofia Marin'));
    await walk.be('Ben Carter');
    await walk.ask('/followup log Lena Vogt: called, no answer');
    await walk.importDue('2026-11-19', 14);
    await walk.be(walk.rep);
    await walk.moveTo('2026-11-19 09:30');
  },
  surfaces: [
    {
      name: 'offer',
      show: async (walk) => digestOf(walk).filter({ has: control(walk, ACTIONS.openSpread) }),
    },
    { name: 'preview', show: (walk) => walk.opened(() => walk.press(ACTIONS.openSpread)) },
    { name: 'done', show: (walk) => walk.opened(() => walk.submit()) },
    {
      name: 'undone',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.undoSpread)),
    },
    {
      name: 'digest-after',
      async show(walk) {
        await walk.closeWindows();
        return digestOf(walk);
      },
    },
  ],
};

export const FRIDAY: Group = {
  name: 'week',
  of: 'the story',
  async begin(walk) {
    await walk.be(walk.rep);
    await walk.ask('/followup log Lena Vogt: spoke, she asked me to call on 21 Nov');
    await walk.closeWindows();
    await walk.moveTo('2026-11-20 09:30');
  },
  surfaces: [
    {
      name: 'before-you-are-back',
      async show(walk) {
        await rowOf(walk, 'Lena Vogt').waitFor();
        return digestOf(walk);
      },
    },
    {
      name: 'what-goes-monday',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.openOwnCracks)),
    },
    { name: 'add-a-line', show: (walk) => walk.opened(() => walk.press(ACTIONS.openCrackNote)) },
    {
      name: 'line-added',
      async show(walk) {
        await walk.modal.locator('input, textarea').first().fill('Waiting for their legal');
        return walk.opened(() => walk.submit());
      },
    },
    {
      name: 'friday-summary',
      async show(walk) {
        await walk.closeWindows();
        await walk.be(MANAGER);
        return walk.answered(() => walk.moveTo('2026-11-20 14:01'));
      },
    },
    { name: 'sweep', show: (walk) => walk.answered(() => walk.moveTo('2026-11-23 08:01')) },
    {
      name: 'sweep-see',
      show: (walk) => walk.answered(() => walk.press(ACTIONS.seeCracks)),
    },
    {
      name: 'nudged',
      show: (walk) => walk.answered(() => walk.press(ACTIONS.nudge)),
    },
    {
      name: 'nudge',
      async show(walk) {
        await walk.moveTo('2026-11-23 08:05');
        await walk.be('Ben Carter');
        return walk.message().filter({ has: control(walk, ACTIONS.openCrackNote) });
      },
    },
    {
      name: 'first-post-of-the-week',
      async show(walk) {
        await walk.moveTo('2026-11-23 09:30');
        await walk.openChannel('sales');
        return walk.message();
      },
    },
  ],
};

function control({ page }: Walk, actionId: string) {
  return page.locator(`[data-action-id="${actionId}"]`);
}
