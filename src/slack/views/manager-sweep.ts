import type { KnownBlock, ModalView } from '@slack/types';
import type { GoneOwner } from '../../domain/gone-owner.ts';
import { labelOf } from '../../domain/prospect.ts';
import type { CrackGroup, SweepModel } from '../../domain/sweep-model.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { button, context, plainText, section, sectionWith } from './blocks.ts';
import { bold, composeFallback, type Line, lengthOfLine, typed } from './compose.ts';
import { noteLines, sayCracks } from './crack-words.ts';
import type { Message } from './digest-message.ts';
import { goneLine } from './owned-words.ts';

/** Each takes two blocks, and a message has fifty. */
const GROUPS_SHOWN = 15;
const GONE_SHOWN = 5;
const NOTES_SHOWN = 3;
/** Of the owners' lines in all; the rest of a full sweep stays far below what Slack refuses. */
const NOTES_LENGTH = 3500;
const NAME_LENGTH = 40;

/** The sweep and the language its reader reads. */
type Screen = SweepModel & { words: Words };

/** A manager's Monday: what is falling through, rep by rep, and what to do about it. */
export function buildSweep(model: SweepModel, words: Words): Message {
  const { groups, gone } = model;
  const { cracks } = words;
  const head = sweepHeadline(model, words);
  const hidden = Math.max(0, groups.length - GROUPS_SHOWN) + Math.max(0, gone.length - GONE_SHOWN);
  return {
    text: composeFallback([head]),
    blocks: [
      section([bold(head)]),
      ...groupsBlocks({ ...model, words }),
      ...gone.slice(0, GONE_SHOWN).map((owner) => goneBlock(owner, { ...model, words })),
      ...(hidden > 0 ? [context([cracks.morePeople(hidden)])] : []),
      ...footBlocks(model, words),
    ],
  };
}

/** The same in a window. */
export function buildSweepModal(model: SweepModel, words: Words): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.answer,
    title: plainText(words.windows.titles.sweep, 24),
    close: plainText(words.labels.done, 24),
    blocks: buildSweep(model, words).blocks,
  };
}

/** "Cracks, Mon 16 Nov: 9 prospects (last Monday 14)." */
export function sweepHeadline(
  { on, today, total, lastTotal }: SweepModel,
  { cracks, dates }: Words,
): string {
  return cracks.head({ day: dates.day(on, today), total, last: lastTotal });
}

function footBlocks({ total, othersAreClear }: SweepModel, { cracks }: Words): KnownBlock[] {
  if (total === 0) return [context([cracks.onlyAnnounced])];
  return othersAreClear ? [context([cracks.othersClear])] : [];
}

function groupsBlocks(screen: Screen): KnownBlock[] {
  let room = NOTES_LENGTH;
  return screen.groups.slice(0, GROUPS_SHOWN).flatMap((group) => {
    const noted = group.rows.filter(({ note }) => note !== null).slice(0, NOTES_SHOWN);
    const notes = noted.flatMap((row) =>
      noteLines(row, screen.words).map(
        (line): Line => [typed(labelOf(row), NAME_LENGTH), ': ', ...line],
      ),
    );
    const shown = notes.filter((line) => {
      room -= lengthOfLine(line);
      return room >= 0;
    });
    return groupBlocks(group, { ...screen, notes: shown });
  });
}

function groupBlocks(
  { repId, name, rows }: CrackGroup,
  { ownRepId, notes, ...screen }: Screen & { notes: Line[] },
): KnownBlock[] {
  const { cracks, labels } = screen.words;
  const isOwn = repId === ownRepId;
  const who = isOwn ? labels.you : typed(name, NAME_LENGTH);
  const line: Line = [bold(who, ` ${rows.length}`), `: ${sayCracks(rows, screen)}`, '.'];
  const says = cracks.saySee(name);
  const see = button(ACTIONS.seeCracks, cracks.see, { value: repId, says });
  const ask = { value: repId, says: cracks.sayNudge(name) };
  const nudge = button(ACTIONS.nudge, cracks.nudge, ask);
  return [section(line, ...notes), { type: 'actions', elements: isOwn ? [see] : [see, nudge] }];
}

/** One who left with something to chase, and the button to hand it over. */
export function goneBlock(
  gone: GoneOwner,
  { words, today }: Pick<Screen, 'words' | 'today'>,
): KnownBlock {
  const { handOver } = words;
  const give = button(ACTIONS.openHandOver, handOver.handOver, {
    value: gone.repId,
    says: handOver.sayHandOver(gone.name),
  });
  return sectionWith(give, goneLine(gone, { today, words }));
}
