import type { Button, KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { Deed, DigestModel, DueRow } from '../../domain/digest-model.ts';
import { isToCallNow } from '../../domain/first-to-call.ts';
import { addDays } from '../../domain/local-date.ts';
import { labelOf } from '../../domain/prospect.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { buildDigestRows, isAhead, listShown } from './digest-rows.ts';
import { noAnswerButton } from './no-answer-button.ts';

/** Off the day, but not done. */
const PUT_OFF: readonly Deed['kind'][] = ['snoozed', 'nurtured', 'revisit_moved'];

export type Message = { text: string; blocks: KnownBlock[] };

/** The rep's morning: one row a prospect with its Log menu, the next days at the foot. */
export function buildDigestMessage(model: DigestModel, words: Words): Message {
  const { due, done, spread, toManager } = model;
  const hasRows = due.length + done.length > 0;
  if (!hasRows && spread === null && toManager === null) return buildClearMorning(model, words);
  return {
    text: composeFallback([headline(model, words)]),
    blocks: [
      section([bold(headline(model, words))]),
      ...buildSpreadNote(model, words),
      ...buildDigestRows(model, words),
      ...footBlocks(model, { words, shown: listShown(model, words) }),
    ],
  };
}

/** The same without rows, for the day Slack refuses the full one. */
export function buildCompactDigest(model: DigestModel, words: Words): Message {
  const shown = model.due.slice(0, DIGEST_ROWS);
  const names = shown.map((row) => labelOf(row.prospect));
  return {
    text: composeFallback([headline(model, words)]),
    blocks: [
      section([bold(headline(model, words))], [typed(names.join('; '), 1000)]),
      ...footBlocks(model, { words, shown }),
    ],
  };
}

/** For reps who want to read it also on a morning with nothing due: one line. */
function buildClearMorning(model: DigestModel, words: Words): Message {
  const line = `${headline(model, words)} ${sayNextDay(model, words)}`;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

/**
 * "Tue 17 Nov. 7 today, 2 promised, first 10:00." and, once some are done, "3 of 7 done"; what was put off counts apart. Promises of
 * days off ahead count towards what is to be done, and are named apart: "1 before you are back."
 */
export function headline(model: DigestModel, words: Words): string {
  const { today, due, done, promisedCount, firstTime, lateSince } = model;
  const putOff = done.filter(({ deed }) => PUT_OFF.includes(deed.kind)).length;
  const line = words.digest.headline(words.dates.day(today, today), {
    open: due.length,
    ahead: due.filter(isAhead).length,
    done: done.length - putOff,
    putOff,
    promised: promisedCount,
    first: firstTime,
  });
  return lateSince === null ? line : `${line} ${words.digest.sentLate(lateSince)}`;
}

/** Over pace for days: the offer to spread, and afterwards what was moved. */
function buildSpreadNote({ spread, today }: DigestModel, words: Words): KnownBlock[] {
  if (spread === null) return [];
  const { digest, labels, dates } = words;
  if (spread.kind === 'offer') {
    const says = digest.saySpreadOver(spread);
    const open = button(ACTIONS.openSpread, digest.spreadOver(spread.days), { says });
    return [sectionWith(open, [digest.overPace(spread)])];
  }
  const { batchId, count, until } = spread;
  const says = digest.sayPutBack(count);
  const undo = button(ACTIONS.undoSpread, labels.undo, { value: batchId, says });
  return [sectionWith(undo, [digest.movedUpTo(count, dates.day(until, today))])];
}

function sayNextDay({ today, nextDay }: DigestModel, { digest, dates }: Words): string {
  const { on, count } = nextDay;
  if (on === addDays(today, 1)) return digest.tomorrow(count);
  return digest.onNextDay(dates.day(on, today), count);
}

/** What stands below the rows: the next day, what the team and what the manager will see. */
export function footLines(model: DigestModel, words: Words): Line[] {
  const { digest } = words;
  const { teamSees, toManager } = model;
  return [
    [sayNextDay(model, words)],
    ...(teamSees && teamSees.slipping > 0 ? [[digest.teamSees(teamSees)]] : []),
    ...(toManager ? [[digest.toManager(toManager.prospectIds.length, toManager)]] : []),
  ];
}

/** The button to one's own cracks, on the day that says how many go to the manager. */
export function toManagerButton({ toManager }: DigestModel, { digest }: Words): Button[] {
  return toManager ? [button(ACTIONS.openOwnCracks, digest.goesMonday)] : [];
}

function footBlocks(
  model: DigestModel,
  { words, shown }: { words: Words; shown: DueRow[] },
): KnownBlock[] {
  const { digest, labels } = words;
  const { due, drawnAt } = model;
  const hidden = due.length - shown.length;
  const toCall = shown.find((row) => isToCallNow(row, drawnAt));
  const more: Line[] = hidden > 0 ? [[digest.andMore(hidden)]] : [];
  return [
    context(...more, ...footLines(model, words)),
    {
      type: 'actions',
      elements: [
        ...(toCall ? [noAnswerButton(toCall.prospect, words)] : []),
        button(ACTIONS.openList, digest.openList, { says: digest.sayOpenList }),
        button(ACTIONS.openLog, labels.logATouch),
        ...toManagerButton(model, words),
      ],
    },
  ];
}
