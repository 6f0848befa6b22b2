import type { WindowName } from '../../domain/words/en/windows.ts';
import { ACTIONS, COMMAND, SENTENCE_OUTCOMES, SHORTCUTS } from '../ids.ts';
import type { SlackRequest } from '../request.ts';
import { VERBS } from './command-verbs.ts';

const OF_CLICKS: Readonly<Record<string, WindowName>> = {
  [SHORTCUTS.logTouch]: 'log',
  [SHORTCUTS.logMessage]: 'log',
  [ACTIONS.snoozeAskedLater]: 'log',
  [ACTIONS.snoozeWaiting]: 'waiting',
  [ACTIONS.snoozeNoTime]: 'spread',
  [ACTIONS.snoozeNo]: 'log',
  [ACTIONS.openSpread]: 'spread',
  [ACTIONS.change]: 'change',
  [ACTIONS.changeChosen]: 'change',
  [ACTIONS.logNext]: 'log',
  [ACTIONS.openLog]: 'log',
  [ACTIONS.sentenceWhom]: 'log',
  [SENTENCE_OUTCOMES.no_answer]: 'log',
  [SENTENCE_OUTCOMES.sent]: 'log',
  [SENTENCE_OUTCOMES.spoke]: 'log',
  [ACTIONS.sentenceAdd]: 'log',
  [ACTIONS.sentenceForm]: 'log',
  [ACTIONS.openAdd]: 'add',
  [ACTIONS.openSettings]: 'settings',
  [ACTIONS.changeSettings]: 'settings',
  [ACTIONS.openOwnSettings]: 'ownSettings',
  [ACTIONS.openList]: 'list',
  [ACTIONS.openLeft]: 'list',
  [ACTIONS.openInsights]: 'insights',
  [ACTIONS.openLift]: 'lift',
  [ACTIONS.openHeld]: 'held',
  [ACTIONS.openGive]: 'give',
  [ACTIONS.openHandOver]: 'handOver',
  [ACTIONS.openOwnCracks]: 'cracks',
  [ACTIONS.openSweep]: 'sweep',
  [ACTIONS.openCrackNote]: 'crackNote',
  [ACTIONS.openImport]: 'importing',
};

/** On a message they answer in words. */
const OF_CLICKS_IN_WINDOWS: Readonly<Record<string, WindowName>> = {
  [ACTIONS.seeCracks]: 'sweep',
  [ACTIONS.nudge]: 'sweep',
};

/** Of a row's menu: what opens a form, and what may ask instead of acting. */
const OF_DEEDS: Readonly<Record<string, WindowName>> = {
  spoke: 'log',
  more: 'log',
  pick: 'snooze',
  tomorrow: 'snooze',
  in_three: 'snooze',
};

/** The window a request opens or may open; null for those that never do. */
export function nameOfWindow({ about, detail, viewType }: SlackRequest): WindowName | null {
  if (about === COMMAND) return nameOfCommand(detail ?? '');
  if (about === ACTIONS.rowMenu || about === ACTIONS.revisitMenu) {
    return nameOfDeed(detail ?? '', viewType);
  }
  const inWindow = viewType === 'modal' ? OF_CLICKS_IN_WINDOWS[about ?? ''] : null;
  return inWindow ?? OF_CLICKS[about ?? ''] ?? null;
}

/** What begins with no verb may be a sentence, and a sentence may open the form. */
function nameOfCommand(text: string): WindowName | null {
  const [first = ''] = text.trim().toLowerCase().split(/\s+/);
  if (first === '') return null;
  const verb = VERBS.find(({ name }) => name === first);
  return verb ? (verb.window ?? null) : 'log';
}

/** On App Home a window gives the answer: there is no row that could show it. */
function nameOfDeed(value: string, viewType: string | null): WindowName | null {
  const [, deed = ''] = value.split('.');
  return OF_DEEDS[deed] ?? (viewType === 'home' ? 'other' : null);
}
