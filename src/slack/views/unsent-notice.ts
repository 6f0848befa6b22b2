import type { KindStatus } from '../../domain/delivery-status.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Words } from '../../domain/words/words.ts';
import { localDateOf, localTimeOf } from '../../domain/zone.ts';
import { section } from './blocks.ts';
import { bold, composeFallback, type Line } from './compose.ts';
import { sayOthers } from './delivery-status.ts';
import type { Message } from './digest-message.ts';

export type UnsentModel = { since: Date; kinds: KindStatus[]; today: LocalDate; zone: string };

/** For managers: what did not go out since their last working morning, to whom, and why. */
export function buildUnsentNotice(model: UnsentModel, words: Words): Message {
  const { since, today, zone, kinds } = model;
  const { status, dates } = words;
  const day = dates.day(localDateOf(since, zone), today);
  const head = status.notEverything(day, localTimeOf(since, zone));
  const lines: Line[] = kinds.flatMap(({ kind, others }) =>
    others.map((other) => [status.ofKind(kind), ...sayOthers(kind, other, words)]),
  );
  return {
    text: composeFallback([head]),
    blocks: [section([bold(head)], ...lines, [adviceOf(kinds, words)])],
  };
}

/** Nothing is lost to a rep: what a digest held stands in App Home. A team's channel is a manager's to mend. */
function adviceOf(kinds: readonly KindStatus[], { status }: Words): string {
  const isChannel = kinds.some(
    ({ kind, others }) => kind === 'team_post' && others.some(({ state }) => state === 'dead'),
  );
  return isChannel ? status.chooseAnother : status.nothingIsLost;
}
