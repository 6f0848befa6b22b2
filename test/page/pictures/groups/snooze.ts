import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group } from '../surface.ts';
import type { Walk } from '../walk.ts';
import { rowOf } from './digest.ts';

export const SNOOZE: Group = {
  name: 'snooze',
  of: 'the story',
  surfaces: [
    {
      name: 'picker',
      show: (walk) =>
        walk.opened(() => walk.pick(ACTIONS.rowMenu, 'pick', rowOf(walk, 'Mia Lund'))),
    },
    {
      name: 'calendar',
      async show(walk) {
        await walk.modal.locator('input[data-action-id]').first().click();
        await walk.settle();
        return walk.modal;
      },
    },
    {
      name: 'promise-question',
      async show(walk) {
        await walk.closeWindows();
        return walk.opened(() => walk.pick(ACTIONS.rowMenu, 'tomorrow', rowOf(walk, 'Dana Reyes')));
      },
    },
  ],
};

/** Sofia was snoozed twice by now. */
export const THIRD_SNOOZE: Group = {
  name: 'snooze',
  of: 'the story',
  surfaces: [
    { name: 'third-question', show: askWhy },
    {
      name: 'third-waiting-for-us',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.snoozeWaiting)),
    },
    {
      name: 'third-answered',
      async show(walk) {
        await walk.closeWindows();
        await askWhy(walk);
        return walk.opened(() => walk.press(ACTIONS.snoozeNurture));
      },
    },
  ],
};

function askWhy(walk: Walk) {
  return walk.opened(() => walk.pick(ACTIONS.rowMenu, 'tomorrow', rowOf(walk, 'Sofia Marin')));
}
