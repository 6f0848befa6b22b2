import type { KnownBlock } from '@slack/types';
import type { GoneOwner } from '../../domain/gone-owner.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { CrackGroup, SweepModel } from '../../domain/sweep-model.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, lengthOfLine, typed } from './compose.ts';
import { noteLines, sayCracks } from './crack-words.ts';
import { sayDay } from './dates.ts';
import type { Message } from './digest-message.ts';
import { goneLine } from './owned-words.ts';
import { plural } from './words.ts';

/** Each takes two blocks, and a message has fifty. */
const GROUPS_SHOWN = 15;
const GONE_SHOWN = 5;
const NOTES_SHOWN = 3;
/** Of the owners' lines in all; the rest of a full sweep stays far below what Slack refuses. */
const NOTES_LENGTH = 3500;
const NAME_LENGTH = 40;

/** A manager's Monday: what is falling through, rep by rep, and what to do about it. */
export function buildSweep(model: SweepModel): Message {
  const { groups, gone, today } = model;
  const head = headline(model);
  const hidden = Math.max(0, groups.length - GROUPS_SHOWN) + Math.max(0, gone.length - GONE_SHOWN);
  return {
    text: composeFallback([head]),
    blocks: [
      section([bold(head)]),
      ...groupsBlocks(model),
      ...gone.slice(0, GONE_SHOWN).map((owner) => goneBlock(owner, today)),
      ...(hidden > 0 ? [context([`And ${plural(hidden, 'person', 'people')} more.`])] : []),
      ...footBlocks(model),
    ],
  };
}

function footBlocks({ total, othersAreClear }: SweepModel): KnownBlock[] {
  if (total === 0) return [context(['Only what a rep’s digest announced is listed here.'])];
  return othersAreClear ? [context(['Others: none.'])] : [];
}

function headline({ on, today, total, lastTotal }: SweepModel): string {
  const last = lastTotal === null ? '' : ` (last Monday ${lastTotal})`;
  const count = total === 0 ? 'none' : plural(total, 'prospect');
  return `Cracks, ${sayDay(on, today)}: ${count}${last}.`;
}

function groupsBlocks(model: SweepModel): KnownBlock[] {
  let room = NOTES_LENGTH;
  return model.groups.slice(0, GROUPS_SHOWN).flatMap((group) => {
    const noted = group.rows.filter(({ note }) => note !== null).slice(0, NOTES_SHOWN);
    const notes = noted.flatMap(noteLines).filter((line) => {
      room -= lengthOfLine(line);
      return room >= 0;
    });
    return groupBlocks(group, { ...model, notes });
  });
}

function groupBlocks(
  { repId, name, rows }: CrackGroup,
  { today, ownRepId, notes }: SweepModel & { notes: Line[] },
): KnownBlock[] {
  const isOwn = repId === ownRepId;
  const who = isOwn ? 'You' : typed(name, NAME_LENGTH);
  const lines = [[bold(who, ` ${rows.length}`), `: ${sayCracks(rows, today)}.`], ...notes];
  const see = button(ACTIONS.seeCracks, 'See', { value: repId, says: `See those of ${name}` });
  const nudge = button(ACTIONS.nudge, 'Nudge', { value: repId, says: `Ask ${name} about them` });
  return [section(...lines), { type: 'actions', elements: isOwn ? [see] : [see, nudge] }];
}

function goneBlock(gone: GoneOwner, today: LocalDate): KnownBlock {
  const handOver = button(ACTIONS.openHandOver, 'Hand over', {
    value: gone.repId,
    says: `Hand over the prospects of ${gone.name}`,
  });
  return sectionWith(handOver, goneLine(gone, today));
}
