import type { ModalView } from '@slack/types';
import { en } from '../../src/domain/words/en.ts';
import type { Words } from '../../src/domain/words/words.ts';
import { collectValues } from '../../src/sandbox/page/values.js';
import type { FormResult, FormState } from '../../src/slack/views/form-state.ts';

/** A view's `state.values` as Slack sends them when nobody changed anything but `typed`. */
export function stateOf(view: ModalView, typed: Record<string, object> = {}): FormState {
  const blocks = JSON.parse(JSON.stringify(view.blocks));
  // Safe because the page collects values in the form Slack sends.
  const state = collectValues(blocks, new Map()) as FormState;
  for (const [blockId, value] of Object.entries(typed)) {
    const input = state[blockId];
    if (!input) throw new Error(`The form has no block ${blockId}.`);
    for (const actionId of Object.keys(input)) input[actionId] = { ...input[actionId], ...value };
  }
  return state;
}

/** The ids of the form's input blocks, beside which Slack shows problems. */
export function inputIdsOf(view: ModalView): string[] {
  return view.blocks.flatMap((block) =>
    block.type === 'input' && block.block_id ? [block.block_id] : [],
  );
}

/** What a form's reader answered, its problems as an English reader sees them. */
export function inEnglish<T>(read: FormResult<T>) {
  return inLanguage(read, en);
}

/** The same for a reader of another language. */
export function inLanguage<T>(read: FormResult<T>, words: Words) {
  if (read.ok) return read;
  const said = Object.entries(read.problems).map(([block, say]) => [block, say(words)] as const);
  return { ok: false, problems: Object.fromEntries(said) };
}
