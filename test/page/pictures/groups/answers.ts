import { ACTIONS, SHORTCUTS } from '../../../../src/slack/ids.ts';
import type { Group } from '../surface.ts';

export const ANSWERS: Group = {
  name: 'answer',
  of: 'the story',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    {
      name: 'to-the-command',
      show: (walk) => walk.ask('/followup log Mia Lund: called, no answer'),
    },
    {
      name: 'edit-form',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.change, walk.message())),
    },
    {
      name: 'changed',
      // The changed answer takes the place of the one it changes.
      async show(walk) {
        await walk.pick(ACTIONS.chooseOutcome, 'sent');
        await walk.submit();
        await walk.settle();
        return walk.message();
      },
    },
    {
      name: 'undone',
      async show(walk) {
        await walk.press(ACTIONS.undo, walk.message());
        return walk.message();
      },
    },
    {
      name: 'in-the-window',
      async show(walk) {
        await walk.shortcut(SHORTCUTS.logTouch);
        await walk.search(ACTIONS.chooseProspect, 'hugo');
        await walk.pick(ACTIONS.chooseOutcome, 'no_answer');
        return walk.opened(() => walk.submit());
      },
    },
    {
      name: 'undone-in-the-window',
      show: (walk) => walk.opened(() => walk.press(ACTIONS.undo)),
    },
    {
      name: 'stopped',
      async show(walk) {
        await walk.closeWindows();
        return walk.ask('/followup log Oleg Petrov: called, no answer');
      },
    },
    {
      name: 'inside-the-guard',
      async show(walk) {
        await walk.be('Ben Carter');
        await walk.ask('/followup log Mia Lund: called, no answer');
        await walk.be(walk.rep);
        return walk.ask('/followup log Mia Lund: emailed her');
      },
    },
    {
      name: 'message-menu',
      async show(walk) {
        const text = 'dana.reyes@acme.example.com asks for the price of 40 seats, by Friday.';
        await walk.openChannel('general');
        await walk.type(text);
        await walk.settle();
        await walk.message(text).hover();
        await walk.message(text).getByTestId('message-menu').click();
        return walk.message(text);
      },
    },
    {
      name: 'message-form',
      async show(walk) {
        await walk.page.keyboard.press('Escape');
        return walk.messageShortcut(SHORTCUTS.logMessage, walk.message());
      },
    },
  ],
};
