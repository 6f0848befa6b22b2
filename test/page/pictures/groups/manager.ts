import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group, Surface } from '../surface.ts';
import { showHome } from './home.ts';
import { told } from './prospects.ts';

export const MANAGER = 'Mara Lindqvist';

export const SETTINGS: Group = {
  name: 'settings',
  of: 'the story',
  begin: (walk) => walk.be(MANAGER),
  surfaces: [
    { name: 'overview', show: (walk) => walk.opened(() => walk.type('/followup settings')) },
    part('team', 0),
    {
      name: 'team-saved',
      async show(walk) {
        await walk.page.locator('input[type=checkbox]').last().check();
        return walk.opened(() => walk.submit());
      },
    },
    {
      name: 'team-saved-again',
      async show(walk) {
        await walk.opened(() =>
          walk.press(ACTIONS.changeSettings, walk.modal.locator('.block-section').nth(1)),
        );
        await walk.page.locator('input[type=checkbox]').last().uncheck();
        return walk.opened(() => walk.submit());
      },
    },
    part('holidays', 1),
    part('cadence', 2),
    {
      name: 'cadence-refused',
      async show(walk) {
        await walk.modal.locator('input').first().fill('1, 3, 4');
        await walk.submit();
        return walk.modal;
      },
    },
    part('people', 3),
    part('managers', 4),
  ],
};

function part(name: string, at: number): Surface {
  return {
    name,
    async show(walk) {
      await walk.closeWindows();
      await walk.opened(() => walk.type('/followup settings'));
      const change = walk.modal.locator(`[data-action-id="${ACTIONS.changeSettings}"]`);
      return walk.opened(() => change.nth(at).click());
    },
  };
}

export const MANAGING: Group = {
  name: 'manager',
  of: 'the story',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    told('status', '/followup status'),
    told('paused', '/followup pause tomorrow'),
    told('resumed', '/followup resume'),
    told('card', '/followup show dana reyes'),
    { name: 'give', show: (walk) => walk.opened(() => walk.press(ACTIONS.openGive)) },
    {
      name: 'lift-stop',
      async show(walk) {
        await walk.closeWindows();
        await walk.ask('/followup show oleg');
        return walk.opened(() => walk.press(ACTIONS.openLift));
      },
    },
    {
      name: 'hand-over-preview',
      async show(walk) {
        await walk.closeWindows();
        return walk.ask('/followup handover @chi to @eli');
      },
    },
    {
      name: 'hand-over-done',
      async show(walk) {
        await walk.press(ACTIONS.confirmHandOver, walk.message());
        return walk.message();
      },
    },
    {
      name: 'brief-of-the-new-owner',
      async show(walk) {
        await walk.moveTo('2026-11-17 09:35');
        await walk.be('Eli Novak');
        await walk.message().locator(`[data-action-id="${ACTIONS.openList}"]`).waitFor();
        return walk.message();
      },
    },
    {
      name: 'hand-over-undone',
      async show(walk) {
        await walk.be(MANAGER);
        await walk.press(ACTIONS.undoHandOver);
        return walk.message();
      },
    },
    { name: 'home', show: showHome },
    {
      name: 'team-post',
      async show(walk) {
        await walk.openChannel('sales');
        return walk.message();
      },
    },
  ],
};

/** Somebody of Ben's has the phone of whom Ana may not call any more. */
export const HELD: Group = {
  name: 'held',
  of: 'the story',
  begin: (walk) => walk.be('Ben Carter'),
  surfaces: [
    {
      name: 'added-with-a-known-phone',
      async show(walk) {
        await walk.opened(() => walk.type('/followup add Asha Rao'));
        await walk.fill('phone', '+49 30 23125 091');
        return walk.opened(() => walk.submit());
      },
    },
    {
      name: 'stopped',
      async show(walk) {
        await walk.modal.locator('input[value=anyway]').check();
        await walk.submit();
        await walk.be(walk.rep);
        await walk.opened(() => walk.type('/followup log hugo'));
        await walk.pick(ACTIONS.chooseOutcome, 'stop');
        return walk.answered(() => walk.submit());
      },
    },
    {
      name: 'list',
      async show(walk) {
        await walk.be(MANAGER);
        return walk.ask('/followup held');
      },
    },
    told('card', '/followup show asha'),
    {
      name: 'decided',
      async show(walk) {
        await walk.press(ACTIONS.heldOther, walk.message());
        return walk.message();
      },
    },
  ],
};
