import { cleanLine, cleanText, hasNul } from '../../domain/typed-text.ts';
import type { Sentence } from '../../domain/words/words.ts';

/** What Slack sends of a form: `view.state.values[block][action]`. */
export type FormState = Record<string, Record<string, InputState>>;

type InputState = {
  value?: string | null;
  selected_option?: { value?: string } | null;
  selected_options?: { value?: string }[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_conversation?: string | null;
  selected_channel?: string | null;
};

/** Problems of a form by block id, as Slack shows them beside the fields. */
export type Problems = Record<string, Sentence>;

export type FormResult<T> = { ok: true; value: T } | { ok: false; problems: Problems };

export type FormReader = ReturnType<typeof formReader>;

/** Reads one form's inputs; each input block holds one element. */
export function formReader(state: FormState) {
  const problems: Problems = {};
  const input = (blockId: string): InputState => Object.values(state[blockId] ?? {})[0] ?? {};
  const text = (blockId: string, clean: (text: string | null) => string | null) => {
    const raw = input(blockId).value ?? null;
    if (raw !== null && hasNul(raw)) {
      problems[blockId] = ({ faults }) => faults.holdsNul;
    }
    return clean(raw);
  };
  return {
    problems,
    line: (blockId: string) => text(blockId, cleanLine),
    lines: (blockId: string) => text(blockId, cleanText),
    option: (blockId: string) => input(blockId).selected_option?.value ?? null,
    options: (blockId: string) =>
      (input(blockId).selected_options ?? []).flatMap((entry) => entry.value ?? []),
    date: (blockId: string) => input(blockId).selected_date ?? null,
    time: (blockId: string) => input(blockId).selected_time ?? null,
    people: (blockId: string) => input(blockId).selected_users ?? [],
    channel: (blockId: string) =>
      input(blockId).selected_conversation ?? input(blockId).selected_channel ?? null,
  };
}

/** The value when it is one of a closed list, else null. */
export function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null;
}
