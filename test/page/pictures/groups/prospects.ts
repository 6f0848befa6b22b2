import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group, Surface } from '../surface.ts';

export const EVERYDAY: Group = {
  name: 'command',
  of: 'any rep',
  begin: (walk) => walk.be(walk.rep),
  surfaces: [
    told('help', '/followup help'),
    told('list', '/followup list'),
    told('list-overdue', '/followup list overdue'),
    told('board', '/followup board'),
    told('insights', '/followup insights team 365'),
    told('cracks-me', '/followup cracks me'),
    told('preview-of-the-post', '/followup preview'),
    {
      name: 'preview-of-the-digest',
      show: async (walk) => walk.page.getByTestId('message').nth(-2),
    },
    told('mistyped', '/followup lst'),
    told('refused', '/followup list sideways'),
    told('not-found', '/followup show zebra'),
    told('not-a-manager', '/followup settings'),
    { name: 'add-form', show: (walk) => walk.opened(() => walk.type('/followup add Kim Park')) },
  ],
};

export const PROSPECTS: Group = {
  name: 'prospect',
  of: 'the story',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    told('card', '/followup show dana reyes'),
    {
      name: 'card-menus',
      async show(walk) {
        await walk.open(ACTIONS.notAProspect, walk.message());
        return walk.message();
      },
    },
    {
      name: 'not-a-prospect',
      async show(walk) {
        await walk.closeWindows();
        await walk.ask('/followup show dana marsh');
        await walk.pick(ACTIONS.notAProspect, 'added_by_mistake', walk.message());
        return walk.message();
      },
    },
    told('reopened', '/followup reopen dana marsh'),
    told('search', '/followup show an'),
    told('card-stopped', '/followup show oleg'),
    told('card-won', '/followup show jonas'),
  ],
};

export function told(name: string, text: string): Surface {
  return { name, show: (walk) => walk.ask(text) };
}
