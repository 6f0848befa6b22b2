import type { PlainTextOption } from '@slack/types';
import { cutText } from '../../../domain/typed-text.ts';
import { option } from '../blocks.ts';

const ADD_PREFIX = 'add:';
const OPTION_VALUE_LENGTH = 75;

/** Whom a touch is about: somebody here, or a name to add. */
export type ChosenProspect =
  | { kind: 'known'; prospectId: string; label: string }
  | { kind: 'new'; name: string };

/** The option that offers to add somebody who is not here yet. */
export function buildAddOption(query: string): PlainTextOption {
  return option(
    `${ADD_PREFIX}${cutText(query, OPTION_VALUE_LENGTH - ADD_PREFIX.length)}`,
    `Add “${cutText(query, 60)}”`,
  );
}

/** The prospect a search option stands for: one that is here, or a name to add. */
export function readProspectChoice(
  chosen: { value?: string; text?: { text: string } } | null,
): ChosenProspect | null {
  if (!chosen?.value) return null;
  if (chosen.value.startsWith(ADD_PREFIX)) {
    return { kind: 'new', name: chosen.value.slice(ADD_PREFIX.length) };
  }
  return { kind: 'known', prospectId: chosen.value, label: chosen.text?.text ?? '' };
}
