import type { KnownBlock } from '@slack/types';
import type { VerbName } from '../../domain/words/en/command.ts';
import type { Words } from '../../domain/words/words.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import type { Message } from './digest-message.ts';

/** How often a verb is needed, or that only managers have it. */
export type VerbGroup = 'daily' | 'rarely' | 'managers';

export type HelpModel = {
  /** One without a group stands in no help. */
  verbs: readonly { name: VerbName; group?: VerbGroup }[];
  isManager: boolean;
};

/** What this person can do with the command, printed from the table of its verbs. */
export function buildHelpMessage(model: HelpModel, words: Words): Message {
  const { whatICanDo, writeFirst } = words.command;
  const groups = ['daily', 'rarely', ...(model.isManager ? ['managers' as const] : [])] as const;
  return {
    text: composeFallback([whatICanDo]),
    blocks: [
      section([bold(whatICanDo)], [writeFirst]),
      ...groups.map((group) => groupBlock(group, { ...model, words })),
    ],
  };
}

function groupBlock(group: VerbGroup, { verbs, words }: HelpModel & { words: Words }): KnownBlock {
  const { groups, managersVerbs, verbs: said } = words.command;
  const lines = verbs.flatMap((verb) => {
    const line = group === verb.group ? said[verb.name] : undefined;
    const besides = group === 'managers' ? managersVerbs[verb.name] : undefined;
    return [line, besides].flatMap((one) => (one ? [verbLine(verb.name, one)] : []));
  });
  return section([bold(groups[group])], ...lines);
}

/** "*show* NAME: one prospect". */
function verbLine(name: VerbName, { takes, summary }: Words['command']['verbs'][VerbName]): Line {
  return [bold(name), `${takes === undefined ? '' : ` ${takes}`}: ${summary}`];
}

/** An unknown verb: what came closest, if anything did. */
export function buildUnknownVerb(
  { verb, closest }: { verb: string; closest: VerbName | null },
  { command }: Words,
): Message {
  const line = command.unknown(typed(verb, 40), closest);
  return { text: composeFallback(line), blocks: [section(line)] };
}
