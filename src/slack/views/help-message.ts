import type { VerbName } from '../../domain/words/en/command.ts';
import type { Words } from '../../domain/words/words.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

/** What the command can do, printed from the table of its verbs. */
export function buildHelpMessage(verbs: readonly VerbName[], { command }: Words): Message {
  return {
    text: composeFallback([command.whatICanDo]),
    blocks: [
      section(
        [bold(command.whatICanDo)],
        ...verbs.map((verb) => {
          const { usage, summary } = command.verbs[verb];
          return [typed(`/followup ${usage}`, 120), `: ${summary}`];
        }),
      ),
    ],
  };
}

/** An unknown verb: what came closest, if anything did. */
export function buildUnknownVerb(
  { verb, closest }: { verb: string; closest: VerbName | null },
  { command }: Words,
): Message {
  const line = command.unknown(typed(verb, 40), closest);
  return { text: composeFallback(line), blocks: [section(line)] };
}
