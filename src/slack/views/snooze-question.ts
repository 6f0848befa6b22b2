import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { SNOOZES_SEEN } from '../../domain/snooze.ts';
import { STEP_LENGTH } from '../../domain/typed-text.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section, sectionWith } from './blocks.ts';
import { bold, type Line } from './compose.ts';
import { sayDay } from './dates.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { dateInput, textInput } from './inputs.ts';
import { labelPieces } from './prospect-line.ts';
import { nextPieces } from './words.ts';

const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  prospectId: z.string(),
  version: z.number().int(),
  /** The day it was to be snoozed to, and for a promise whether they agreed to it. */
  on: z.string(),
  agreed: z.boolean().nullable(),
});
export type SnoozeQuestionMeta = z.infer<typeof metaSchema>;

export type SnoozeQuestion = {
  meta: SnoozeQuestionMeta;
  prospect: Prospect;
  today: LocalDate;
  /** Days until something useful would go out in the slow rhythm. */
  restDays: number;
};

/** The third snooze in a row asks what is in the way; every answer acts, and a snooze is still one. */
export function buildSnoozeQuestion(question: SnoozeQuestion): ModalView {
  const { meta, prospect, today } = question;
  const times = prospect.snoozes + 1;
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeAnyway,
    title: plainText('What is in the way?', 24),
    submit: plainText('Snooze anyway', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      section(
        [
          bold(...labelPieces(prospect)),
          `. Snooze ${times} in a row, to ${sayDay(meta.on, today)}.`,
        ],
        [`Managers see whoever is snoozed ${SNOOZES_SEEN} times. A touch starts the count again.`],
      ),
      ...answers(question),
    ],
  };
}

function answers({ meta, today, restDays }: SnoozeQuestion): KnownBlock[] {
  const answer = (actionId: string, label: string, ...lines: Line[]): KnownBlock =>
    sectionWith(button(actionId, label), ...lines);
  const day = sayDay(meta.on, today);
  const later: Line[] = [[bold('They asked for later.')], ['Their date becomes a promise.']];
  const ours: Line[] = [
    [bold('Waiting for us.')],
    [`The next step becomes to chase it on ${day}.`],
  ];
  const noTime: Line[] = [[bold('No time.')], ['What is due is spread over days with room.']];
  const no: Line[] = [[bold('Not worth chasing.')], ['The chase ends, with the reason.']];
  const rest: Line = [`Or nurture: something useful in ${restDays} days, and no calls.`];
  return [
    answer(ACTIONS.snoozeAskedLater, 'Log it', ...later),
    answer(ACTIONS.snoozeWaiting, 'Chase it', ...ours),
    answer(ACTIONS.snoozeNoTime, 'Make room', ...noTime),
    answer(ACTIONS.snoozeNo, 'Log a No', ...no),
    answer(ACTIONS.snoozeNurture, 'Nurture', rest),
  ];
}

const WHAT = 'what';
const DAY = 'on';

/** "Waiting for us": what for, and on which day to chase it. */
export function buildWaitingModal({ meta }: Pick<SnoozeQuestion, 'meta'>): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeWaiting,
    title: plainText('Waiting for us', 24),
    submit: plainText('Save', 24),
    close: plainText('Back', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      textInput({
        id: WHAT,
        label: 'Chase whom, or what?',
        optional: false,
        // The next step says "Chase" before it.
        length: STEP_LENGTH - 'Chase '.length,
        placeholder: 'legal for the contract',
        hint: 'The next step then reads “Chase …”.',
      }),
      dateInput({ id: DAY, label: 'On', optional: false, initial: meta.on }),
    ],
  };
}

export type WaitingValues = { what: string; on: LocalDate };

export function readWaitingForm(state: FormState): FormResult<WaitingValues> {
  const form = formReader(state);
  const what = form.line(WHAT);
  const on = form.date(DAY);
  if (what === null) form.problems[WHAT] ??= () => 'Say whom or what to chase.';
  if (on === null) form.problems[DAY] = () => 'Choose the day.';
  if (what === null || on === null || Object.keys(form.problems).length > 0) {
    return { ok: false, problems: form.problems };
  }
  return { ok: true, value: { what, on } };
}

export function readSnoozeQuestionMeta(privateMetadata: string): SnoozeQuestionMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}

/** What became of it, where the question stood. */
export function buildSnoozeAnswer({
  prospect,
  why,
  ...day
}: {
  prospect: Prospect;
  why: string;
  today: LocalDate;
  zone: string;
}): ModalView {
  const { next } = prospect.standing;
  const then: Line = next ? ['Next: ', ...nextPieces(next, day, { why: false }), '.'] : [];
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Done', 24),
    close: plainText('Close', 24),
    blocks: [section([bold(...labelPieces(prospect)), `. ${why}`], then)],
  };
}
