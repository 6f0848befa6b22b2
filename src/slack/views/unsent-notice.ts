import type { KindStatus } from '../../domain/delivery-status.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import { localDateOf, localTimeOf } from '../../domain/zone.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import { sayDay } from './dates.ts';
import { KIND_WORDS, sayOthers } from './delivery-status.ts';
import type { Message } from './digest-message.ts';

export type UnsentModel = { since: Date; kinds: KindStatus[]; today: LocalDate; zone: string };

/** For managers: what did not go out since their last working morning, to whom, and why. */
export function buildUnsentNotice(model: UnsentModel): Message {
  const { since, today, zone, kinds } = model;
  const day = sayDay(localDateOf(since, zone), today);
  const head = `Not everything went out since ${day}, ${localTimeOf(since, zone)}.`;
  const lines: Line[] = kinds.flatMap(({ kind, others }) =>
    others.map((other) => [`${titleOf(kind)}: `, ...sayOthers(kind, other)]),
  );
  return {
    text: composeFallback([head]),
    blocks: [section([bold(head)], ...lines, [adviceOf(kinds)])],
  };
}

function titleOf(kind: KindStatus['kind']): string {
  const [, many] = KIND_WORDS[kind];
  return many.charAt(0).toUpperCase() + many.slice(1);
}

/** Nothing is lost to a rep: what a digest held stands in App Home. A team's channel is a manager's to mend. */
function adviceOf(kinds: readonly KindStatus[]): string {
  const isChannel = kinds.some(
    ({ kind, others }) => kind === 'team_post' && others.some(({ state }) => state === 'dead'),
  );
  if (isChannel) return 'Choose another channel for the team post with /followup settings.';
  return 'What a digest held stands in App Home, and the next one carries everything.';
}
