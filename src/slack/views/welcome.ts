import type { LocalTime } from '../../domain/zone.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

const NAME_LENGTH = 60;
const EXAMPLE = '“Dana Reyes at Acme: called, no answer”';

export type WelcomeModel = {
  name: string;
  /** Who made them a rep, when it was somebody else. */
  addedBy: string | null;
  digestTime: LocalTime;
};

/** The one welcome of a rep: how to log, what comes, and who sees what. */
export function buildWelcome({ name, addedBy, digestTime }: WelcomeModel): Message {
  const head: Line = ['Hello ', typed(firstName(name), NAME_LENGTH), '. I keep your follow-ups.'];
  const added: Line[] = addedBy === null ? [] : [[typed(addedBy, NAME_LENGTH), ' added you.']];
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], ...added),
      section(...howToLog(digestTime)),
      section(...whoSeesWhat()),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.openLog, 'Log a touch', { style: 'primary' }),
          button(ACTIONS.openAdd, 'Add a prospect'),
        ],
      },
    ],
  };
}

/** What the first manager gets instead: three steps, each with its button. */
export function buildFirstRun({ name, digestTime }: Omit<WelcomeModel, 'addedBy'>): Message {
  const head: Line = ['Hello ', typed(firstName(name), NAME_LENGTH), '. You manage Followup here.'];
  const step = (title: string, says: string, [actionId, label]: [string, string]) =>
    sectionWith(button(actionId, label), [bold(title)], [says]);
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], ['Three steps, in any order.']),
      step('Set up the team', 'The channel of the daily team post, its time and the time zone.', [
        ACTIONS.openSettings,
        'Set up team',
      ]),
      step('Bring your prospects in', 'From a CSV file, as your CRM exports it.', [
        ACTIONS.openImport,
        'Import',
      ]),
      step('See a morning first', 'The next digest and team post, shown only to you.', [
        ACTIONS.openPreview,
        'Preview',
      ]),
      section(
        [bold('Your reps')],
        [`Whoever writes me a line like ${EXAMPLE} is a rep from then on.`],
        [`Each gets a digest on working days at ${digestTime} of their own morning.`],
      ),
      section(...whoSeesWhat()),
    ],
  };
}

function howToLog(digestTime: LocalTime): Line[] {
  return [
    [`After a touch, write me one line: ${EXAMPLE}.`],
    ['I propose the next step and remind you that day.'],
    [`What is due comes on working days at ${digestTime}, with buttons to log it.`],
  ];
}

function whoSeesWhat(): Line[] {
  return [
    [bold('Who sees what')],
    ['Your digest is only yours. The team post has counts, never prospect names.'],
    ['Anybody here can look a prospect up.'],
    ['Managers also see missed promises, and whom you snoozed three times.'],
  ];
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
