import type { KnownBlock } from '@slack/types';
import type { Words } from '../../domain/words/words.ts';
import type { LocalTime } from '../../domain/zone.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

const NAME_LENGTH = 60;

export type WelcomeModel = {
  name: string;
  /** Who made them a rep, when it was somebody else. */
  addedBy: string | null;
  digestTime: LocalTime;
};

/** The one welcome of a rep: how to log, what comes, and who sees what. */
export function buildWelcome(model: WelcomeModel, { start, labels }: Words): Message {
  const { name, addedBy, digestTime } = model;
  const head: Line = start.hello(typed(firstName(name), NAME_LENGTH));
  const added: Line[] = addedBy === null ? [] : [start.addedYou(typed(addedBy, NAME_LENGTH))];
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], ...added),
      section(...start.howToLog(digestTime).map((line) => [line])),
      whoSeesWhat(start),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.openLog, labels.logATouch, { style: 'primary' }),
          button(ACTIONS.openAdd, start.addAProspect),
        ],
      },
    ],
  };
}

/** What the first manager gets instead: three steps, each with its button. */
export function buildFirstRun(
  { name, digestTime }: Omit<WelcomeModel, 'addedBy'>,
  { start }: Words,
): Message {
  const head: Line = start.helloManager(typed(firstName(name), NAME_LENGTH));
  return {
    text: composeFallback(head),
    blocks: [
      section([bold(...head)], [start.threeSteps]),
      step(ACTIONS.openSettings, start.setUp),
      step(ACTIONS.openImport, start.import),
      step(ACTIONS.openPreview, start.preview),
      section([bold(start.yourReps)], [start.whoIsARep], [start.eachGets(digestTime)]),
      whoSeesWhat(start),
    ],
  };
}

function step(actionId: string, says: Words['start']['setUp']): KnownBlock {
  return sectionWith(button(actionId, says.button), [bold(says.title)], [says.says]);
}

function whoSeesWhat({ whoSeesWhat: title, whoSees }: Words['start']): KnownBlock {
  return section([bold(title)], ...whoSees.map((line) => [line]));
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
