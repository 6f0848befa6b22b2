import type { Control, Fault } from '../contract.ts';
import { sendHomeOpened } from '../deliver/events.ts';
import { changePerson } from '../directory.ts';
import type { World } from '../world.ts';
import { act } from './act.ts';
import { asPerson, DONE, problem } from './actor.ts';
import { moveClock } from './move-clock.ts';
import { runMessageShortcut, runShortcut } from './shortcuts.ts';
import { markRead, takeSnapshot } from './snapshot.ts';
import { startOver } from './start-over.ts';
import { closeModal, submit } from './submit.ts';
import { suggest } from './suggest.ts';
import { typeText } from './type-text.ts';

const FAULT_KINDS: readonly Fault['kind'][] = [
  'rate_limited',
  'error_before',
  'error_after',
  'reset_after',
  'hang_after',
  'cut_body',
  'html',
  'platform_error',
];

/** Of Slack's languages, those the page offers. */
const LOCALES: readonly string[] = ['en-US', 'de-DE'];

/** A person's hands. The page reaches these over HTTP, tests call them. */
export function createControl(world: World): Control {
  return {
    snapshot: (input) => takeSnapshot(world, input),
    type: (input) => asPerson(world, input.as, (person) => typeText(world, person, input)),
    act: (input) => asPerson(world, input.as, (person) => act(world, person, input)),
    suggest: (input) => asPerson(world, input.as, (person) => suggest(world, person, input)),
    submit: (input) => asPerson(world, input.as, (person) => submit(world, person, input)),
    closeModal: (input) => asPerson(world, input.as, (person) => closeModal(world, person, input)),
    openHome: (input) =>
      asPerson(world, input.as, async (person) => {
        await sendHomeOpened(world, person);
        return DONE;
      }),
    shortcut: (input) => asPerson(world, input.as, (person) => runShortcut(world, person, input)),
    messageShortcut: (input) =>
      asPerson(world, input.as, (person) => runMessageShortcut(world, person, input)),
    markRead: (input) =>
      asPerson(world, input.as, (person) => {
        markRead(world, person, input.channelId);
        return DONE;
      }),
    chooseLanguage: (input) =>
      asPerson(world, input.as, async ({ id }) => {
        if (!LOCALES.includes(input.locale)) return problem('Slack does not speak that here.');
        await changePerson(world, id, { locale: input.locale });
        return DONE;
      }),
    fail: async (input) => {
      if (!FAULT_KINDS.includes(input.kind)) return problem('Slack does not fail like that.');
      if (!(input.times >= 1)) return problem('Say how many calls shall fail.');
      world.faults.add(input);
      world.changed('fault');
      return DONE;
    },
    clearFaults: async () => {
      world.faults.clear();
      world.changed('fault');
      return DONE;
    },
    traffic: async ({ after = 0 }) => world.traffic.after(after),
    moveClock: (input) => moveClock(world, input),
    startOver: () => startOver(world),
  };
}
