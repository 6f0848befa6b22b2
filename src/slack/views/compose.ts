import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { cutText } from '../../domain/typed-text.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/**
 * Text for Slack, piece by piece: our own words, and what people typed. A plain string is ours.
 * Escaping keeps typed text from pinging or linking, but `*`, `_`, `~`, backticks, `:emoji:` and a
 * quote sign would still format it; a text with such a piece is sent as plain text, as it was typed.
 */
export type Piece =
  | string
  | { kind: 'typed'; text: string }
  | { kind: 'bold'; pieces: Piece[] }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'channel'; slackChannelId: string };

export type Line = Piece[];

/** Slack counts a section's text after escaping. */
export const SECTION_LENGTH = 3000;
/** A lock screen shows less; even all ampersands stay below what `chat.update` takes. */
const FALLBACK_LENGTH = 750;

export function typed(text: string, length = 300): Piece {
  return { kind: 'typed', text: cutText(text, length) };
}

export function bold(...pieces: Piece[]): Piece {
  return { kind: 'bold', pieces };
}

/** A link of ours; in plain text its label alone. */
export function link(url: string, label: string): Piece {
  return { kind: 'link', url, label };
}

/** A channel, which Slack shows by its name. */
export function channel(slackChannelId: string): Piece {
  return { kind: 'channel', slackChannelId };
}

/** Several lines as one text object, formatted where that is safe. */
export function composeText(lines: readonly Line[]): MrkdwnElement | PlainTextElement {
  const formatted = lines.map((line) => line.map(markUp).join('')).join('\n');
  if (lines.flat().some(wouldFormat) || formatted.length > SECTION_LENGTH) {
    const text = lines.map((line) => line.map(plain).join('')).join('\n');
    return { type: 'plain_text', text: cutEscaped(text, SECTION_LENGTH) || ' ', emoji: false };
  }
  return { type: 'mrkdwn', text: formatted || ' ', verbatim: true };
}

/** The top-level text of a message: what a lock screen shows. */
export function composeFallback(line: Line): string {
  return escapeMrkdwn(cutText(line.map(plain).join(''), FALLBACK_LENGTH));
}

/** What a line adds to a message, as Slack counts: with `&`, `<` and `>` as entities. */
export function lengthOfLine(line: Line): number {
  return line.map(markUp).join('').length;
}

function cutEscaped(text: string, length: number): string {
  let cut = cutText(text, length);
  while (escapeMrkdwn(cut).length > length) cut = cutText(cut, Math.floor(cut.length * 0.9));
  return cut;
}

function markUp(piece: Piece): string {
  if (typeof piece === 'string') return escapeMrkdwn(piece);
  switch (piece.kind) {
    case 'typed':
      return escapeMrkdwn(piece.text);
    case 'bold':
      return `*${piece.pieces.map(markUp).join('')}*`;
    case 'link':
      return `<${piece.url}|${escapeMrkdwn(piece.label)}>`;
    case 'channel':
      return `<#${piece.slackChannelId}>`;
    default:
      return piece satisfies never;
  }
}

function plain(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  switch (piece.kind) {
    case 'typed':
      return piece.text;
    case 'bold':
      return piece.pieces.map(plain).join('');
    case 'link':
      return piece.label;
    case 'channel':
      return 'the team channel';
    default:
      return piece satisfies never;
  }
}

function wouldFormat(piece: Piece): boolean {
  if (typeof piece === 'string') return false;
  if (piece.kind === 'bold') return piece.pieces.some(wouldFormat) || piece.pieces.some(hasBreak);
  return piece.kind === 'typed' && FORMATS.test(piece.text);
}

// Slack's bold ends with its line.
function hasBreak(piece: Piece): boolean {
  return plain(piece).includes('\n');
}

const FORMATS = /[*_~`]|:[\w+'-]+:|^\s*>/m;
