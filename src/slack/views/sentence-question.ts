import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import type { Said, Why } from '../../domain/sentence/reading.ts';
import { cutText } from '../../domain/typed-text.ts';
import { ACTIONS } from '../ids.ts';
import { button, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { labelPieces, labelText } from './prospect-line.ts';
import { CHANNEL_LABELS, OUTCOME_LABELS } from './words.ts';

/** Asked about a sentence: why, whom it may be about, and what was understood. */
export type QuestionModel = {
  why: Why;
  said: Said;
  prospects: Prospect[];
  /** The words that seem to name somebody who is not here. */
  stranger: string | null;
  today: LocalDate;
};

/** What a button remembers; it travels through the client, so nothing in it is trusted. */
const valueSchema = z.object({
  text: z.string(),
  /** When it was written, in milliseconds. */
  at: z.number(),
  key: z.string(),
  prospectId: z.string().optional(),
  name: z.string().optional(),
});
export type SentenceValue = z.infer<typeof valueSchema>;

// Slack's limit on a button's value.
const VALUE_LENGTH = 2000;
const STRANGER_LENGTH = 60;
/** For whom it is about or who is to be added, beside the line itself. */
const ROOM_LENGTH = 200;

/** The question in the bot's direct message: nothing is logged, one tap away from it. */
export function buildSentenceQuestion(model: QuestionModel, value: SentenceValue): Message {
  const lines = [sayWhy(model), ...understoodLines(model)];
  // A line too long for a button's memory is written again rather than half remembered.
  const fits = JSON.stringify(value).length <= VALUE_LENGTH - ROOM_LENGTH;
  return {
    text: composeFallback(lines[0] ?? []),
    blocks: [
      section(...lines),
      ...(fits ? [...whomRows(model, value), formButtons(model, value)] : []),
    ],
  };
}

/** What the button remembers; null when it is not this button's. */
export function readSentenceValue(value: string | undefined): SentenceValue | null {
  try {
    return valueSchema.safeParse(JSON.parse(value ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** Why a sentence is asked about, as a sentence. */
export function sayWhy({ why, said, stranger, prospects }: QuestionModel): Line {
  switch (why) {
    case 'empty':
    case 'nobody':
      return ['Tell me whom it is about, or open the form. Nothing is logged yet.'];
    case 'too_long':
      return ['That is too long to read as one touch. Write one line, or open the form.'];
    case 'quoted':
      return [
        'That quotes somebody, so I logged nothing. Tell me in your words, or open the form.',
      ];
    case 'not_done':
      return ['I log what happened, and this tells of nothing done yet. Nothing is logged.'];
    case 'unknown':
      return ['I know nobody like “', typed(stranger ?? '', 60), '”. Nothing is logged yet.'];
    case 'whom':
      return prospects.length === 0
        ? ['That name fits too many. Add a surname or the company.']
        : ['Which one? Nothing is logged yet.'];
    case 'several':
      return ['One prospect at a time: which one is this about? Nothing is logged yet.'];
    case 'outcome':
      return ['What happened? Choose it in the form. Nothing is logged yet.'];
    case 'not_yours':
      return ['Only the owner or a manager can log a Yes or a No.'];
    case 'reason':
      return ['Why did they say No? Choose the reason in the form. Nothing is logged yet.'];
    case 'date':
      return said.outcome === 'not_now'
        ? ['When shall you come back? Choose the day in the form. Nothing is logged yet.']
        : ['Which day? I am not sure of the date. Nothing is logged yet.'];
    default:
      return why satisfies never;
  }
}

function understoodLines({ said, today }: QuestionModel): Line[] {
  const { outcome, channel, nextOn, nextTime, nextStep } = said;
  if (outcome === null) return [];
  const how = channel === null ? '' : `${CHANNEL_LABELS[channel].toLowerCase()}, `;
  const what: Line = [`I read: ${how}${OUTCOME_LABELS[outcome].toLowerCase()}.`];
  const when = nextOn === null ? [] : [sayDay(nextOn, today), ...(nextTime ? [nextTime] : [])];
  if (nextStep === null && when.length === 0) return [what];
  const step = nextStep === null ? [] : [typed(nextStep, 150), when.length > 0 ? ', ' : ''];
  return [[...what, ' Next: ', ...step, `${when.join(', ')}.`]];
}

function whomRows({ why, prospects }: QuestionModel, value: SentenceValue): KnownBlock[] {
  if (!asksWhom(why)) return [];
  return prospects.map((prospect) =>
    sectionWith(
      button(ACTIONS.sentenceWhom, 'This one', {
        value: JSON.stringify({ ...value, prospectId: prospect.id }),
        says: `It is about ${labelText(prospect)}`,
      }),
      [bold(...labelPieces(prospect))],
    ),
  );
}

function formButtons(
  { why, prospects, stranger }: QuestionModel,
  value: SentenceValue,
): KnownBlock {
  const [only] = asksWhom(why) ? [] : prospects;
  const name = stranger === null ? null : cutText(stranger, STRANGER_LENGTH);
  return {
    type: 'actions',
    elements: [
      ...(name === null
        ? []
        : [
            button(ACTIONS.sentenceAdd, `Add “${name}”`, {
              value: JSON.stringify({ ...value, name }),
            }),
          ]),
      button(ACTIONS.sentenceForm, 'Open the form', {
        value: JSON.stringify(only ? { ...value, prospectId: only.id } : value),
      }),
    ],
  };
}

function asksWhom(why: Why): boolean {
  return why === 'whom' || why === 'several' || why === 'unknown';
}
