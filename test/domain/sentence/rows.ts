import type { Channel, Interest, NoReason, Outcome } from '../../../src/domain/touch.ts';
import type { CAST } from './cast.ts';

export type Who = (typeof CAST)[number]['id'];

/** What a sentence says; what a row leaves out is not said, and `when` left out is today. */
export type Expected = {
  who: Who;
  how: Channel | null;
  what: Outcome;
  when?: string;
  step?: string;
  on?: string;
  at?: string;
  promise?: true;
  interest?: Interest;
  reason?: NoReason;
  /** The only channel a stop is for. */
  stops?: Channel;
};

/** Why a sentence is not logged, whom it may be about, and what was understood where that matters. */
export type Asked = { why: string; candidates?: Who[]; understood?: Partial<Expected> };

export type Row = { text: string; logs: Expected } | { text: string; asks: Asked };

export function logs(text: string, expected: Expected): Row {
  return { text, logs: expected };
}

export function asks(text: string, why: string, more: Omit<Asked, 'why'> = {}): Row {
  return { text, asks: { why, ...more } };
}
