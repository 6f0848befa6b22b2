import type { Channel, Outcome } from '../../touch.ts';
import { joinPieces } from '../join-pieces.ts';
import { labels } from './labels.ts';

/** Of a sentence, as far as it says so; days are said already. */
type Understood = {
  channel: Channel | null;
  outcome: Outcome | null;
  on: string | null;
  when: string | null;
  promise: boolean;
};

/** A sentence written to the bot: what was understood, and what is asked back. */
export const sentences = {
  whomAbout: 'Tell me whom it is about, or open the form. Nothing is logged yet.',
  tooLong: 'That is too long to read as one touch. Write one line, or open the form.',
  quoted: 'That quotes somebody, so I logged nothing. Tell me in your words, or open the form.',
  notDone:
    'Nothing done yet, so nothing is logged. Tell me once it is. Who is due: /followup list today.',
  unknown: <P>(name: P): (string | P)[] => [
    'I know nobody like “',
    name,
    '”. Nothing is logged yet.',
  ],
  fitsTooMany: 'That name fits too many. Add a surname or the company.',
  whichOne: 'Which one? Nothing is logged yet.',
  oneAtATime: 'One prospect at a time: which one is this about? Nothing is logged yet.',
  whatHappened: 'What happened? Nothing is logged yet.',
  notYours: 'Only the owner or a manager can log a Yes or a No.',
  whyNo: 'Why did they say No? Choose the reason in the form. Nothing is logged yet.',
  whenBack: 'When shall you come back? Choose the day in the form. Nothing is logged yet.',
  whichDay: 'Which day? I am not sure of the date. Nothing is logged yet.',

  /** In the form, where what is missing has a field of its own. */
  inForm: {
    tooLong: 'That is too long to read as one touch. It is in the note.',
    quoted: 'That quotes somebody, so it is only in the note.',
    notDone: 'Nothing done yet? Log it once it is.',
    unknown: <P>(name: P): (string | P)[] => ['I know nobody like “', name, '”.'],
    oneAtATime: 'One prospect at a time: choose which one.',
    whichDay: 'I am not sure of the date. Choose the day.',
  },

  /** "I read: call, no answer. Dana Reyes, Acme. Next: send pricing, Fri 20 Nov, 10:00, promised." */
  understood: <P>(
    said: Understood,
    { whom, step }: { whom: P | null; step: P | null },
  ): (string | P)[] => {
    const read = joinPieces<string | P>([sayTold(said), whom], '. ');
    const next = joinPieces<string | P>([step, said.when], ', ');
    const promised = said.promise && said.when !== null ? ', promised' : '';
    return joinPieces<string | P>(
      [
        read.length === 0 ? [] : ['I read: ', ...read, '.'],
        next.length === 0 ? [] : ['Next: ', ...next, `${promised}.`],
      ],
      ' ',
    );
  },

  thisOne: 'This one',
  sayAbout: (label: string) => `This one: ${label}`,
  sayOutcome: (outcome: string, label: string) => `${outcome}: ${label}`,
  openForm: 'Open the form',
  somethingElse: 'Something else…',
  questionTooOld: 'This question is too old. Write the line again.',
};

function sayTold({ channel, outcome, on }: Understood): string | null {
  const what =
    outcome === null
      ? channel && labels.channels[channel].toLowerCase()
      : labels.touch({ channel: channel ?? 'other', outcome });
  if (on === null) return what;
  return `${what ?? 'touch'} on ${on}`;
}
