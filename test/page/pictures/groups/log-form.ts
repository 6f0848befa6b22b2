import { ACTIONS } from '../../../../src/slack/ids.ts';
import type { Group, Surface } from '../surface.ts';
import type { Walk } from '../walk.ts';

export const EMPTY_FORM: Group = {
  name: 'log-form',
  of: 'any rep',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    { name: 'empty', show: (walk) => walk.opened(() => walk.type('/followup log')) },
    {
      name: 'search',
      async show(walk) {
        await walk.open(ACTIONS.chooseProspect);
        return walk.modal;
      },
    },
    {
      name: 'refused',
      async show(walk) {
        await walk.page.keyboard.press('Escape');
        await walk.submit();
        return walk.modal;
      },
    },
  ],
};

export const LOG_FORM: Group = {
  name: 'log-form',
  of: 'the story',
  begin: (walk) => walk.closeWindows(),
  surfaces: [
    { name: 'prospect-chosen', show: (walk) => walk.opened(() => walk.type('/followup log mia')) },
    outcome('no-answer', 'no_answer'),
    outcome('spoke', 'spoke'),
    outcome('not-now', 'not_now'),
    outcome('yes', 'yes'),
    outcome('no', 'no'),
    outcome('stop', 'stop'),
    {
      name: 'past-date',
      async show(walk) {
        await choose(walk, 'no_answer');
        await walk.fill('next_on', '2026-11-02');
        await walk.submit();
        return walk.modal;
      },
    },
    {
      name: 'add-offered',
      async show(walk) {
        await walk.closeWindows();
        await walk.opened(() => walk.type('/followup log'));
        await walk.open(ACTIONS.chooseProspect);
        await walk.page.getByTestId('select-search').fill('Dana Ray');
        await walk.settle();
        return walk.modal;
      },
    },
    {
      name: 'add-inline',
      show: (walk) => walk.opened(() => walk.page.locator('.list-item').last().click()),
    },
    {
      name: 'duplicate-question',
      async show(walk) {
        await walk.fill('company', 'Acme');
        await walk.fill('email', 'dana.reyes@acme.example.com');
        await choose(walk, 'no_answer');
        return walk.opened(() => walk.submit());
      },
    },
  ],
};

function outcome(name: string, value: string): Surface {
  return { name, show: (walk) => walk.opened(() => choose(walk, value)) };
}

function choose(walk: Walk, value: string): Promise<void> {
  return walk.pick(ACTIONS.chooseOutcome, value);
}
