import type { PlainTextOption } from '@slack/types';
import { cutText } from '../../../domain/typed-text.ts';
import type { Words } from '../../../domain/words/words.ts';
import { option } from '../blocks.ts';

const ADD_PREFIX = 'add:';
/** Before a name of which only the beginning fits. */
const CUT_PREFIX = 'add+:';
/** Clients take 75 characters, the prefix among them. */
const BEGINNING_LENGTH = 70;

/** Whom a touch is about: somebody here, or a name to add. */
export type ChosenProspect =
  | { kind: 'known'; prospectId: string; label: string }
  /** `isCut`: only the beginning of the name came along. */
  | { kind: 'new'; name: string; isCut?: boolean };

/** The option that offers to add somebody who is not here yet. */
export function buildAddOption(query: string, { labels }: Words): PlainTextOption {
  const beginning = beginningOf(query);
  const prefix = beginning === query ? ADD_PREFIX : CUT_PREFIX;
  return option(`${prefix}${beginning}`, labels.addName(cutText(query, 60)));
}

/** The prospect a search option stands for: one that is here, or a name to add. */
export function readProspectChoice(
  chosen: { value?: string; text?: { text: string } } | null,
): ChosenProspect | null {
  const { value } = chosen ?? {};
  if (!value) return null;
  if (value.startsWith(ADD_PREFIX)) return { kind: 'new', name: value.slice(ADD_PREFIX.length) };
  if (value.startsWith(CUT_PREFIX)) {
    return { kind: 'new', name: value.slice(CUT_PREFIX.length), isCut: true };
  }
  return { kind: 'known', prospectId: value, label: chosen?.text?.text ?? '' };
}

/** As much of a name as its option carries. */
export function beginningOf(name: string): string {
  if (name.length <= BEGINNING_LENGTH) return name;
  return cutText(name, BEGINNING_LENGTH + 1).replace(/…$/, '');
}
