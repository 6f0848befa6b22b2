import type { KnownBlock } from '@slack/types';
import { DIGEST_ROWS } from '../../domain/digest.ts';
import type { DigestModel, ToManager } from '../../domain/digest-model.ts';
import { addDays } from '../../domain/local-date.ts';
import { labelOf } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, typed } from './compose.ts';
import { sayDay } from './dates.ts';
import { buildDigestRows, countHidden, isAhead } from './digest-rows.ts';
import { plural } from './words.ts';

export type Message = { text: string; blocks: KnownBlock[] };

/** The rep's morning: one row a prospect with its Log menu, the next days at the foot. */
export function buildDigestMessage(model: DigestModel): Message {
  const { due, done, spread, toManager } = model;
  const hasRows = due.length + done.length > 0;
  if (!hasRows && spread === null && toManager === null) return buildClearMorning(model);
  return {
    text: composeFallback([headline(model)]),
    blocks: [
      section([bold(headline(model))]),
      ...buildSpreadNote(model),
      ...buildDigestRows(model),
      ...footBlocks(model, countHidden(model)),
    ],
  };
}

/** The same without rows, for the day Slack refuses the full one. */
export function buildCompactDigest(model: DigestModel): Message {
  const names = model.due.slice(0, DIGEST_ROWS).map((row) => labelOf(row.prospect));
  return {
    text: composeFallback([headline(model)]),
    blocks: [
      section([bold(headline(model))], [typed(names.join('; '), 1000)]),
      ...footBlocks(model, Math.max(0, model.due.length - names.length)),
    ],
  };
}

/** For reps who want to read it also on a morning with nothing due: one line. */
function buildClearMorning(model: DigestModel): Message {
  const line = `${headline(model)} ${sayNextDay(model)}`;
  return { text: composeFallback([line]), blocks: [section([line])] };
}

/**
 * "Tue 17 Nov. 7 today, 2 promised, first 10:00." and, once some are done, "3 of 7 done". Promises of
 * days off ahead count towards what is to be done, and are named apart: "1 before you are back."
 */
export function headline(model: DigestModel): string {
  const { today, due, done, promisedCount, firstTime, lateSince } = model;
  const day = sayDay(today, today);
  const late = lateSince === null ? '' : ` Sent late: planned for ${lateSince}.`;
  const all = due.length + done.length;
  if (done.length > 0 && due.length === 0) return `${day}. All done, ${all} of ${all}.${late}`;
  if (done.length > 0) return `${day}. ${done.length} of ${all} done.${late}`;
  const ahead = due.filter(isAhead).length;
  const back = ahead === 0 ? '' : ` ${ahead} before you are back.`;
  if (due.length === ahead)
    return `${day}. Nothing due${back === '' ? '' : ' today'}.${back}${late}`;
  const promised = promisedCount === 0 ? '' : `, ${promisedCount} promised`;
  const first = firstTime === null ? '' : `, first ${firstTime}`;
  return `${day}. ${due.length - ahead} today${promised}${first}.${back}${late}`;
}

/** Over pace for days: the offer to spread, and afterwards what was moved. */
function buildSpreadNote({ spread, today }: DigestModel): KnownBlock[] {
  if (spread === null) return [];
  if (spread.kind === 'offer') {
    const { due, pace, days } = spread;
    const open = button(ACTIONS.openSpread, `Spread over ${days} days…`, {
      says: `See how ${due} follow-ups would be spread over ${days} days`,
    });
    return [sectionWith(open, [`${due} due, your pace is ${pace}.`])];
  }
  const { batchId, count, until } = spread;
  const undo = button(ACTIONS.undoSpread, 'Undo', {
    value: batchId,
    says: `Put ${plural(count, 'follow-up')} back on today`,
  });
  return [sectionWith(undo, [`${count} moved to days with room, up to ${sayDay(until, today)}.`])];
}

/** "Tomorrow 4.", or the next working day by its name. */
function sayNextDay({ today, nextDay }: DigestModel): string {
  const day = nextDay.on === addDays(today, 1) ? 'Tomorrow' : sayDay(nextDay.on, today);
  return `${day} ${nextDay.count}.`;
}

function sayTeamSees(seen: NonNullable<DigestModel['teamSees']>): string {
  const { at, slipping, inTotal } = seen;
  const log = `Log ${slipping === 1 ? 'it' : 'them'} before ${at}`;
  return inTotal
    ? `The team sees a total, without names: ${slipping} of it yours. ${log} and none is.`
    : `The team sees: you, ${slipping} slipping. ${log} and it shows 0.`;
}

function footBlocks(model: DigestModel, hidden: number): KnownBlock[] {
  const { teamSees, toManager } = model;
  const lines: Line[] = [];
  if (hidden > 0) lines.push([`And ${hidden} more: open the list.`]);
  lines.push([sayNextDay(model)]);
  if (teamSees && teamSees.slipping > 0) lines.push([sayTeamSees(teamSees)]);
  if (toManager) lines.push([sayToManager(toManager)]);
  return [
    context(...lines),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.openList, 'Open list', { says: 'Open the list of your follow-ups' }),
        button(ACTIONS.openLog, 'Log a touch'),
        ...(toManager ? [button(ACTIONS.openOwnCracks, 'What goes Monday')] : []),
      ],
    },
  ];
}

function sayToManager({ prospectIds, isOwn }: ToManager): string {
  const count = prospectIds.length;
  if (isOwn) return `${count} ${count === 1 ? 'stands' : 'stand'} in your sweep Monday.`;
  return `${count} ${count === 1 ? 'goes' : 'go'} to your manager Monday.`;
}
