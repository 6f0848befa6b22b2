import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { SPREAD_UNDO_HOURS, type SpreadPlan } from '../../domain/spread.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section } from './blocks.ts';
import { bold, type Line } from './compose.ts';
import type { Message } from './digest-message.ts';

const DAYS_SHOWN = 15;

const metaSchema = z.object({ v: z.literal(1), nonce: z.string() });
export type SpreadMeta = z.infer<typeof metaSchema>;

export type SpreadPreview = { meta: SpreadMeta; plan: SpreadPlan; today: LocalDate };

/** What a spread would do, day by day, before it does anything. */
export function buildSpreadModal(preview: SpreadPreview, words: Words): ModalView {
  const { meta, plan } = preview;
  const { spread } = words.snooze;
  return {
    type: 'modal',
    callback_id: VIEWS.spread,
    title: plainText(spread.title, 24),
    submit: plainText(spread.submit, 24),
    close: plainText(words.labels.cancel, 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      section([bold(words.digest.overPace(plan))], [spread.wouldMove(plan.moves.length)]),
      section(...dayLines(preview, words)),
      context([spread.whatStays(SPREAD_UNDO_HOURS)]),
    ],
  };
}

function dayLines({ plan: { days }, today }: SpreadPreview, { snooze, dates }: Words): Line[] {
  const { spread } = snooze;
  const lines = days.slice(0, DAYS_SHOWN).map(({ on, rows, moved }): Line => {
    if (on === today) return [spread.todayStay(rows)];
    return [spread.onDay({ day: dates.day(on, today), moved, had: rows - moved })];
  });
  const last = days.at(-1);
  if (days.length > DAYS_SHOWN && last) lines.push([spread.andSoOn(dates.day(last.on, today))]);
  return lines;
}

export type SpreadDone = { batchId: string; moved: number; days: LocalDate[]; today: LocalDate };

/** What was moved, with the way back. */
export function buildSpreadDone({ batchId, moved, ...done }: SpreadDone, words: Words): ModalView {
  const { snooze, digest, labels, dates } = words;
  const days = done.days.map((on) => dates.day(on, done.today));
  const undo = { value: batchId, says: digest.sayPutBack(moved) };
  return answerModal(
    [
      section(snooze.spread.moved({ count: moved, days }, bold)),
      { type: 'actions', elements: [button(ACTIONS.undoSpread, labels.undo, undo)] },
      context([snooze.spread.undoFor(SPREAD_UNDO_HOURS)]),
    ],
    words,
  );
}

/** When there was nothing left to spread. */
export function buildNothingToSpread(words: Words): ModalView {
  return answerModal([section([words.snooze.spread.nothing])], words);
}

type SpreadUndone = { restored: number; stayed: number };

/** After an undo: what is back, and what stays because somebody changed it since. */
export function buildSpreadUndone(
  undone: SpreadUndone,
  words: Words,
): Message & { modal: ModalView } {
  const text = words.snooze.spread.undone(undone);
  const blocks = [section([text])];
  return { text, blocks, modal: answerModal(blocks, words) };
}

function answerModal(blocks: KnownBlock[], { snooze, labels }: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(snooze.spread.title, 24),
    close: plainText(labels.done, 24),
    clear_on_close: true,
    blocks,
  };
}

export function readSpreadMeta(privateMetadata: string): SpreadMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}
