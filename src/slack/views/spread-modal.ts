import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import { SPREAD_UNDO_HOURS, type SpreadPlan } from '../../domain/spread.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section } from './blocks.ts';
import { bold, type Line } from './compose.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { plural } from './words.ts';

const DAYS_SHOWN = 15;

const metaSchema = z.object({ v: z.literal(1), nonce: z.string() });
export type SpreadMeta = z.infer<typeof metaSchema>;

export type SpreadPreview = { meta: SpreadMeta; plan: SpreadPlan; today: LocalDate };

/** What a spread would do, day by day, before it does anything. */
export function buildSpreadModal({ meta, plan, today }: SpreadPreview): ModalView {
  const moved = plan.moves.length;
  return {
    type: 'modal',
    callback_id: VIEWS.spread,
    title: plainText('Spread your day', 24),
    submit: plainText('Spread', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(meta),
    blocks: [
      section(
        [bold(`${plan.due} due, your pace is ${plan.pace}.`)],
        [`${moved} would move to the next working days with room.`],
      ),
      section(...dayLines(plan, today)),
      context([
        `Promises, conversations and dates you picked stay. Nothing is deleted, and for ${SPREAD_UNDO_HOURS} hours it can be undone.`,
      ]),
    ],
  };
}

function dayLines({ days }: SpreadPlan, today: LocalDate): Line[] {
  const lines = days.slice(0, DAYS_SHOWN).map(({ on, rows, moved }): Line => {
    if (on === today) return [`Today: ${rows} stay`];
    const had = rows === moved ? '' : ` on top of ${rows - moved}`;
    return [`${sayDay(on, today)}: ${moved}${had}`];
  });
  const last = days.at(-1);
  if (days.length > DAYS_SHOWN && last) lines.push([`and so on, up to ${sayDay(last.on, today)}`]);
  return lines;
}

export type SpreadDone = { batchId: string; moved: number; days: LocalDate[]; today: LocalDate };

/** What was moved, with the way back. */
export function buildSpreadDone({ batchId, moved, days, today }: SpreadDone): ModalView {
  return answerModal([
    section([bold(`${moved} moved`), `${sayDays(days, today)}.`]),
    { type: 'actions', elements: [button(ACTIONS.undoSpread, 'Undo', { value: batchId })] },
    context([`Undo works for ${SPREAD_UNDO_HOURS} hours, in today’s digest too.`]),
  ]);
}

/** " to Wed 18 Nov and Thu 19 Nov", " to 4 days from Wed 18 Nov to Mon 23 Nov". */
function sayDays(days: readonly LocalDate[], today: LocalDate): string {
  const [first, ...others] = days;
  const last = others.at(-1);
  if (!first) return '';
  if (!last) return ` to ${sayDay(first, today)}`;
  if (days.length === 2) return ` to ${sayDay(first, today)} and ${sayDay(last, today)}`;
  return ` to ${days.length} days from ${sayDay(first, today)} to ${sayDay(last, today)}`;
}

/** When there was nothing left to spread. */
export function buildNothingToSpread(): ModalView {
  return answerModal([section(['Your day fits your pace already. Nothing was moved.'])]);
}

/** After an undo: what is back, and what stays because somebody changed it since. */
export function buildSpreadUndone({
  restored,
  stayed,
}: {
  restored: number;
  stayed: number;
}): Message & { modal: ModalView } {
  const back = `${restored} ${restored === 1 ? 'is' : 'are'} back on ${restored === 1 ? 'its' : 'their'} day.`;
  const rest =
    stayed === 0
      ? ''
      : ` ${plural(stayed, 'follow-up')} changed since and ${stayed === 1 ? 'stays' : 'stay'}.`;
  const blocks = [section([`${back}${rest}`])];
  return { text: `${back}${rest}`, blocks, modal: answerModal(blocks) };
}

function answerModal(blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText('Spread your day', 24),
    close: plainText('Done', 24),
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
