import { section } from './blocks.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

export type VerbHelp = { usage: string; summary: string };

/** What the command can do, printed from the table of its verbs. */
export function buildHelpMessage(verbs: readonly VerbHelp[]): Message {
  const head = 'What I can do';
  return {
    text: composeFallback([head]),
    blocks: [
      section(
        [bold(head)],
        ...verbs.map(({ usage, summary }) => [typed(`/followup ${usage}`, 120), `: ${summary}`]),
      ),
    ],
  };
}

/** An unknown verb: what came closest, if anything did. */
export function buildUnknownVerb(verb: string, closest: string | null): Message {
  const hint =
    closest === null
      ? 'See /followup help.'
      : `Did you mean /followup ${closest}? See /followup help.`;
  const line = ['I do not know “', typed(verb, 40), `”. ${hint}`];
  return { text: composeFallback(line), blocks: [section(line)] };
}
