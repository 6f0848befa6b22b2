import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { nameAtCompany } from '../../domain/sentence/name-at-company.ts';
import type { Said, Why } from '../../domain/sentence/reading.ts';
import { cutText } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, SENTENCE_OUTCOMES } from '../ids.ts';
import { button, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import { labelPieces, labelText } from './prospect-line.ts';

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
  outcome: z.enum(['no_answer', 'sent', 'spoke']).optional(),
});
export type SentenceValue = z.infer<typeof valueSchema>;

type AskedModel = QuestionModel & { value: SentenceValue };

// Slack's limit on a button's value.
const VALUE_LENGTH = 2000;
const STRANGER_LENGTH = 60;
/** For whom it is about or who is to be added, beside the line itself. */
const ROOM_LENGTH = 200;

type Screen = AskedModel & { words: Words };

/** The question in the bot's direct message: nothing is logged, one tap away from it. */
export function buildSentenceQuestion(model: AskedModel, words: Words): Message {
  const { value } = model;
  const screen = { ...model, words };
  const lines = [sayWhy(model, words), understoodLine(screen)].filter((line) => line.length > 0);
  // A line too long for a button's memory is written again rather than half remembered.
  const fits = JSON.stringify(value).length <= VALUE_LENGTH - ROOM_LENGTH;
  return {
    text: composeFallback(lines[0] ?? []),
    blocks: [section(...lines), ...(fits ? [...whomRows(screen), buttonRow(screen)] : [])],
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
export function sayWhy(
  { why, said, stranger, prospects }: Omit<QuestionModel, 'today'>,
  { sentences }: Words,
): Line {
  switch (why) {
    case 'empty':
    case 'nobody':
      return [sentences.whomAbout];
    case 'too_long':
      return [sentences.tooLong];
    case 'quoted':
      return [sentences.quoted];
    case 'not_done':
      return [sentences.notDone];
    case 'unknown':
      return sentences.unknown(typed(stranger ?? '', STRANGER_LENGTH));
    case 'whom':
      return [prospects.length === 0 ? sentences.fitsTooMany : sentences.whichOne];
    case 'several':
      return [sentences.oneAtATime];
    case 'outcome':
      return [sentences.whatHappened];
    case 'not_yours':
      return [sentences.notYours];
    case 'reason':
      return [sentences.whyNo];
    case 'date':
      return [said.outcome === 'not_now' ? sentences.whenBack : sentences.whichDay];
    default:
      return why satisfies never;
  }
}

/** What the form does not say by itself; what is missing is asked by its own field. */
export function sayWhyInForm(
  { why, said, stranger }: Pick<QuestionModel, 'why' | 'said' | 'stranger'>,
  { sentences }: Words,
): Line | null {
  const { inForm } = sentences;
  switch (why) {
    case 'too_long':
      return [inForm.tooLong];
    case 'quoted':
      return [inForm.quoted];
    case 'not_done':
      return [inForm.notDone];
    case 'unknown':
      return inForm.unknown(typed(stranger ?? '', STRANGER_LENGTH));
    case 'several':
      return [inForm.oneAtATime];
    case 'not_yours':
      return [sentences.notYours];
    case 'date':
      return said.outcome === 'not_now' ? null : [inForm.whichDay];
    default:
      return null;
  }
}

function understoodLine({ why, said, prospects, today, words }: Screen): Line {
  // A plan is not kept: told like what was understood, it would seem to be.
  if (why === 'not_done') return [];
  const { channel, outcome, touchedOn, nextOn, nextTime, nextStep, promise } = said;
  const [only] = asksWhom(why) ? [] : prospects;
  const day = nextOn === null ? null : words.dates.day(nextOn, today);
  return words.sentences.understood(
    {
      ...{ channel, outcome, promise },
      on: touchedOn === null || touchedOn === today ? null : words.dates.day(touchedOn, today),
      when: day !== null && nextTime !== null ? `${day}, ${nextTime}` : day,
    },
    {
      whom: only ? bold(...labelPieces(only)) : null,
      step: nextStep === null ? null : typed(nextStep, 150),
    },
  );
}

function whomRows({ why, prospects, value, words: { sentences } }: Screen): KnownBlock[] {
  if (!asksWhom(why)) return [];
  return prospects.map((prospect) =>
    sectionWith(
      button(ACTIONS.sentenceWhom, sentences.thisOne, {
        value: JSON.stringify({ ...value, prospectId: prospect.id }),
        says: sentences.sayAbout(labelText(prospect)),
      }),
      [bold(...labelPieces(prospect))],
    ),
  );
}

type Buttons = Extract<KnownBlock, { type: 'actions' }>['elements'];

function buttonRow(screen: Screen): KnownBlock {
  const { why, prospects } = screen;
  const [only] = asksWhom(why) ? [] : prospects;
  const asksOutcome = why === 'outcome' && only !== undefined;
  return {
    type: 'actions',
    elements: asksOutcome ? outcomeButtons(screen, only) : formButtons(screen, only),
  };
}

/** One tap logs what happened with what was understood. */
function outcomeButtons({ value, words }: Screen, prospect: Prospect): Buttons {
  const { labels, sentences } = words;
  const held = { ...value, prospectId: prospect.id };
  const outcomes = ['no_answer', 'sent', 'spoke'] as const;
  return [
    ...outcomes.map((outcome) =>
      button(SENTENCE_OUTCOMES[outcome], labels.outcomes[outcome], {
        value: JSON.stringify({ ...held, outcome }),
        says: sentences.sayOutcome(labels.outcomes[outcome], labelText(prospect)),
      }),
    ),
    button(ACTIONS.sentenceForm, sentences.somethingElse, { value: JSON.stringify(held) }),
  ];
}

function formButtons({ stranger, value, words }: Screen, only: Prospect | undefined): Buttons {
  const name = stranger === null ? null : cutText(stranger, STRANGER_LENGTH);
  const newcomer = name === null ? null : joinNames(nameAtCompany(name));
  return [
    ...(newcomer === null
      ? []
      : [
          button(ACTIONS.sentenceAdd, words.labels.addName(newcomer), {
            value: JSON.stringify({ ...value, name }),
          }),
        ]),
    button(ACTIONS.sentenceForm, words.sentences.openForm, {
      value: JSON.stringify(only ? { ...value, prospectId: only.id } : value),
    }),
  ];
}

/** As a prospect is called everywhere. */
function joinNames({ name, company }: ReturnType<typeof nameAtCompany>): string {
  return company === null ? name : `${name}, ${company}`;
}

function asksWhom(why: Why): boolean {
  return why === 'whom' || why === 'several' || why === 'unknown';
}
