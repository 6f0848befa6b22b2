import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group } from '../surface.ts';
import type { Walk } from '../walk.ts';

export const HOME: Group = {
  name: 'home',
  of: 'any rep',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    { name: 'rep', show: showHome },
    {
      name: 'log-menu',
      async show(walk) {
        await walk.open(ACTIONS.rowMenu);
        return walk.page.getByTestId('home');
      },
    },
    {
      name: 'answer',
      async show(walk) {
        await walk.page.keyboard.press('Escape');
        return walk.opened(() => walk.pick(ACTIONS.rowMenu, 'no_answer'));
      },
    },
    {
      name: 'insights',
      async show(walk) {
        await walk.closeWindows();
        return walk.opened(() => walk.press(ACTIONS.openInsights));
      },
    },
    {
      name: 'my-settings',
      async show(walk) {
        await walk.closeWindows();
        return walk.opened(() => walk.press(ACTIONS.openOwnSettings));
      },
    },
    {
      name: 'my-settings-saved',
      async show(walk) {
        await walk.fill('own_pace', '5');
        return walk.opened(() => walk.submit());
      },
    },
  ],
};

export async function showHome(walk: Walk) {
  await walk.openHome();
  return walk.page.getByTestId('home');
}
