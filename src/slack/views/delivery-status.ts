import type { DeliveryKind } from '../../domain/delivery.ts';
import type { KindStatus } from '../../domain/delivery-status.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { localDateOf, localTimeOf } from '../../domain/zone.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line, type Piece, typed } from './compose.ts';
import type { Message } from './digest-message.ts';
import type { Reader } from './say-next.ts';

export type DeliveryStatusModel = {
  paused: { until: Date | null } | null;
  connected: boolean;
  kinds: KindStatus[];
  zone: string;
  today: LocalDate;
};

type Others = KindStatus['others'][number];

const NAMES_SHOWN = 5;

/** What went out today and what did not, in plain words. */
export function buildDeliveryStatus(model: DeliveryStatusModel, words: Words): Message {
  const state = stateLine(model, words);
  const kinds = model.kinds.flatMap((status) => [
    [headOf(status, { zone: model.zone, words })],
    ...status.others.map((other) => sayOthers(status.kind, other, words)),
  ]);
  const lines: Line[] = [
    ...(state === null ? [] : [[bold(state)]]),
    ...(kinds.length === 0 ? [[words.status.nothingYet]] : kinds),
  ];
  return { text: composeFallback(lines[0] ?? []), blocks: [section(...lines)] };
}

export function buildPaused(until: Date | null, { words, ...day }: Reader): Message {
  const line = words.status.paused(until && sayEnd(until, { words, ...day }));
  return { text: composeFallback([line]), blocks: [section([line])] };
}

export function buildResumed(words: Words): Message {
  const line = words.status.resumed;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

function stateLine(model: DeliveryStatusModel, words: Words): string | null {
  const { connected, paused } = model;
  if (!connected) return words.status.disconnected;
  if (paused === null) return null;
  return words.status.isPaused(paused.until && sayEnd(paused.until, { ...model, words }));
}

function sayEnd(until: Date, { words, today, zone }: Reader): string {
  return words.dates.day(localDateOf(until, zone), today);
}

function headOf(
  { kind, due, sent, lastSentAt, underWay }: KindStatus,
  { zone, words }: { zone: string; words: Words },
): string {
  const by = lastSentAt === null ? null : localTimeOf(lastSentAt, zone);
  return words.status.wentOut({ kind, due, sent, by, waiting: underWay });
}

/** "2 not sent: Ana, Ben (the bot was down).", "3 had nothing due: Ana, Ben, Chi." */
export function sayOthers(
  kind: DeliveryKind,
  { state, reason, count, names }: Others,
  { status }: Words,
): Line {
  const who =
    names.length === 0 || kind === 'team_post' ? null : sayNames({ count, names }, status);
  if (state === 'skipped' && reason === 'empty') {
    const head = status.hadNothing(count, kind);
    return who === null ? [`${head}.`] : [`${head}: `, who, '.'];
  }
  const head = state === 'skipped' ? status.skipped(count) : status.notSent(count);
  const why = state === 'unconfirmed' ? status.unconfirmed : status.reason(reason);
  return who === null ? [`${head}${why}.`] : [head, who, ` (${why}).`];
}

function sayNames(
  { count, names }: Pick<Others, 'count' | 'names'>,
  { andOthers }: Words['status'],
): Piece {
  const more = count > NAMES_SHOWN ? andOthers(count - NAMES_SHOWN) : '';
  return typed(`${names.slice(0, NAMES_SHOWN).join(', ')}${more}`);
}
