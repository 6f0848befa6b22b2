import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { labelOf, type Prospect } from '../../domain/prospect.ts';
import { SNOOZES_SEEN } from '../../domain/snooze.ts';
import { STEP_LENGTH } from '../../domain/typed-text.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, plainText, section, sectionWith } from './blocks.ts';
import { bold, type Line } from './compose.ts';
import { type FormResult, type FormState, formReader } from './form-state.ts';
import { dateInput, textInput } from './inputs.ts';
import { labelPieces } from './prospect-line.ts';
import { nextPieces } from './say-next.ts';

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
export function buildSnoozeQuestion(question: SnoozeQuestion, words: Words): ModalView {
  const { meta, prospect, today } = question;
  const { snooze, labels, dates } = words;
  const whom = bold(...labelPieces(prospect));
  const day = dates.day(meta.on, today);
  const times = prospect.snoozes + 1;
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeAnyway,
    title: plainText(snooze.inTheWay, 24),
    submit: plainText(snooze.anyway, 24),
    close: plainText(labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      section(...snooze.inARow(whom, { times, day, seen: SNOOZES_SEEN })),
      ...reasonRows({ day, ...question }, words),
    ],
  };
}

function reasonRows(
  { day, restDays, prospect }: SnoozeQuestion & { day: string },
  { snooze }: Words,
): KnownBlock[] {
  const { askedLater, waiting, noTime, notWorthIt, nurture } = snooze.reasons;
  const row = (
    actionId: string,
    reason: { button: string; says?: string },
    ...lines: Line[]
  ): KnownBlock =>
    sectionWith(
      button(actionId, reason.button, reason.says === undefined ? {} : { says: reason.says }),
      ...lines,
    );
  return [
    row(ACTIONS.snoozeAskedLater, askedLater, [bold(askedLater.why)], [askedLater.follows]),
    row(ACTIONS.snoozeWaiting, waiting, [bold(waiting.why)], [waiting.follows(day)]),
    row(ACTIONS.snoozeNoTime, noTime, [bold(noTime.why)], [noTime.follows]),
    row(ACTIONS.snoozeNo, notWorthIt, [bold(notWorthIt.why)], [notWorthIt.follows]),
    row(ACTIONS.snoozeNurture, { ...nurture, says: nurture.says(labelOf(prospect)) }, [
      nurture.follows(restDays),
    ]),
  ];
}

const WHAT = 'what';
const DAY = 'on';

/** "Waiting for us": what for, and on which day to chase it. */
export function buildWaitingModal(
  { meta }: Pick<SnoozeQuestion, 'meta'>,
  { snooze, labels }: Words,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.snoozeWaiting,
    title: plainText(snooze.waitingForUs, 24),
    submit: plainText(labels.save, 24),
    close: plainText(snooze.back, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      textInput({
        id: WHAT,
        label: snooze.chaseWhat,
        optional: false,
        // The next step says "Chase" before it.
        length: STEP_LENGTH - snooze.chase('').length,
        placeholder: snooze.chaseExample,
        hint: snooze.chaseHint,
      }),
      dateInput({ id: DAY, label: snooze.chaseOn, optional: false, initial: meta.on }),
    ],
  };
}

export type WaitingValues = { what: string; on: LocalDate };

export function readWaitingForm(state: FormState): FormResult<WaitingValues> {
  const form = formReader(state);
  const what = form.line(WHAT);
  const on = form.date(DAY);
  if (what === null) form.problems[WHAT] ??= ({ snooze }) => snooze.sayChaseWhat;
  if (on === null) form.problems[DAY] = ({ snooze }) => snooze.chooseDay;
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

export type SnoozeAnswer = {
  prospect: Prospect;
  became: 'snoozed' | 'nurtured';
  today: LocalDate;
  zone: string;
};

/** What became of it, where the question stood. */
export function buildSnoozeAnswer(answer: SnoozeAnswer, words: Words): ModalView {
  const { prospect, became, ...day } = answer;
  const { snooze, digest, labels } = words;
  const { next } = prospect.standing;
  const then: Line = next
    ? [digest.next, ...nextPieces(next, { ...day, words, why: false }), '.']
    : [];
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(labels.done, 24),
    close: plainText(labels.close, 24),
    blocks: [section([bold(...labelPieces(prospect)), `. ${snooze.became[became]}`], then)],
  };
}
