import { ACTIONS } from '../../../../src/slack/ids.ts';
import { NEWCOMER, NEWCOMING_ADMIN } from '../open-sandbox.ts';
import type { Group } from '../surface.ts';
import { showHome } from './home.ts';
import { told } from './prospects.ts';

export const NEWCOMERS: Group = {
  name: 'first',
  of: 'the story',
  begin: (walk) => walk.be(NEWCOMER),
  surfaces: [
    told('list', '/followup list'),
    {
      name: 'import-help',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.openImport, walk.message())),
    },
    {
      name: 'welcome',
      async show(walk) {
        await walk.closeWindows();
        return walk.answered(() => walk.moveTo('2026-11-17 09:38'));
      },
    },
    { name: 'home', show: showHome },
    {
      name: 'stranger',
      async show(walk) {
        await walk.be('Gus Weber');
        return walk.ask('/followup list');
      },
    },
    { name: 'stranger-home', show: showHome },
  ],
};

/** Last of all: nobody manages any more. */
export const FIRST_RUN: Group = {
  name: 'first',
  of: 'the story',
  surfaces: [
    {
      name: 'run-of-the-first-manager',
      async show(walk) {
        await walk.be(NEWCOMING_ADMIN);
        await walk.forgetManagers();
        await walk.ask('/followup help');
        return walk.answered(() => walk.moveTo('2026-11-23 09:45'));
      },
    },
    {
      name: 'run-set-up-team',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.openSettings)),
    },
  ],
};
