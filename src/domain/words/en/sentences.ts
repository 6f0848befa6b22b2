import type { Channel, Outcome } from '../../touch.ts';
import { labels } from './labels.ts';

/** A sentence written to the bot: what was understood, and what is asked back. */
export const sentences = {
  whomAbout: 'Tell me whom it is about, or open the form. Nothing is logged yet.',
  tooLong: 'That is too long to read as one touch. Write one line, or open the form.',
  quoted: 'That quotes somebody, so I logged nothing. Tell me in your words, or open the form.',
  notDone: 'I log what happened, and this tells of nothing done yet. Nothing is logged.',
  unknown: <P>(name: P): (string | P)[] => [
    'I know nobody like “',
    name,
    '”. Nothing is logged yet.',
  ],
  fitsTooMany: 'That name fits too many. Add a surname or the company.',
  whichOne: 'Which one? Nothing is logged yet.',
  oneAtATime: 'One prospect at a time: which one is this about? Nothing is logged yet.',
  whatHappened: 'What happened? Choose it in the form. Nothing is logged yet.',
  notYours: 'Only the owner or a manager can log a Yes or a No.',
  whyNo: 'Why did they say No? Choose the reason in the form. Nothing is logged yet.',
  whenBack: 'When shall you come back? Choose the day in the form. Nothing is logged yet.',
  whichDay: 'Which day? I am not sure of the date. Nothing is logged yet.',

  /** "I read: call, no answer. Next: Send pricing, Fri 20 Nov, 10:00." */
  understood: <P>(
    { channel, outcome }: { channel: Channel | null; outcome: Outcome },
    { step, when }: { step: P | null; when: string | null },
  ): (string | P)[] => {
    const what = labels.touch({ channel: channel ?? 'other', outcome });
    return [
      `I read: ${what}.${step === null && when === null ? '' : ' Next: '}`,
      ...(step === null ? [] : [step, when === null ? '.' : ', ']),
      ...(when === null ? [] : [`${when}.`]),
    ];
  },

  thisOne: 'This one',
  sayAbout: (label: string) => `It is about ${label}`,
  openForm: 'Open the form',
  questionTooOld: 'This question is too old. Write the line again.',
};
