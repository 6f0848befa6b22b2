import type { HomeView, KnownBlock } from '@slack/types';
import type { DigestModel } from '../../domain/digest-model.ts';
import type { GoneOwner } from '../../domain/gone-owner.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { NamedTouch } from '../../domain/logged-touch.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { en } from '../../domain/words/en.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, divider, section, sectionWith } from './blocks.ts';
import { bold } from './compose.ts';
import { headline } from './digest-message.ts';
import { buildDueBlocks, countHidden } from './digest-rows.ts';
import { buildEmptyState } from './empty-state.ts';
import { goneLine } from './owned-words.ts';
import { buildListRows } from './prospect-list.ts';
import { buildTouchRows } from './touch-rows.ts';
import { plural } from './words.ts';

export type HomeModel = {
  day: DigestModel;
  /** Open next steps after today, soonest first. */
  upcoming: Prospect[];
  /** Those of them that wait for a manager. */
  heldIds: ReadonlySet<string>;
  openTotal: number;
  /** There was never anybody to chase. */
  ownsNone: boolean;
  followUpsThisWeek: number;
  isManager: boolean;
  /** Shared phones that wait for this manager. */
  heldCount: number;
  /** One's own touches that may still be changed, newest first. */
  recent: NamedTouch[];
  /** Those who left and whose prospects nobody has taken over. */
  gone: GoneOwner[];
};

const UPCOMING_SHOWN = 10;
const RECENT_SHOWN = 10;
const GONE_SHOWN = 5;

/** App Home: today as the digest shows it, what comes next, what was logged, and one's own numbers. */
export function buildHome(model: HomeModel): HomeView {
  const { day } = model;
  const rows = buildDueBlocks(day, en);
  const hidden = countHidden(day, en);
  const blocks: KnownBlock[] = [
    section([bold(headline(day, en))]),
    { type: 'actions', elements: homeButtons(model) },
    ...heldLine(model),
    ...model.gone.slice(0, GONE_SHOWN).map((gone) => goneBlock(gone, day.today)),
    ...(model.ownsNone ? [buildEmptyState(en)] : []),
    ...(!model.ownsNone && day.due.length === 0 ? [section(['You are clear.'])] : []),
    ...rows,
    ...(hidden > 0 ? [context([`And ${hidden} more after these.`])] : []),
  ];
  if (model.upcoming.length > 0) {
    blocks.push(divider(), section([bold('Coming up')]));
    blocks.push(
      ...buildListRows(
        { ...day, heldIds: model.heldIds, rows: model.upcoming.slice(0, UPCOMING_SHOWN) },
        en,
      ),
    );
  }
  if (model.recent.length > 0) {
    blocks.push(divider(), section([bold('Recent touches')]));
    blocks.push(
      ...buildTouchRows({ rows: model.recent.slice(0, RECENT_SHOWN), today: day.today }, en),
    );
  }
  blocks.push(
    context([
      `${plural(model.openTotal, 'open prospect')}. ${plural(model.followUpsThisWeek, 'follow-up')} this week.`,
    ]),
  );
  return { type: 'home', blocks };
}

function homeButtons({ isManager, ownsNone }: HomeModel) {
  return [
    button(ACTIONS.openLog, 'Log a touch', { style: 'primary' }),
    button(ACTIONS.openAdd, 'Add a prospect'),
    ...(ownsNone ? [button(ACTIONS.openImport, 'Import a list')] : []),
    button(ACTIONS.openInsights, 'Insights'),
    button(ACTIONS.openOwnSettings, 'My settings'),
    ...(isManager ? [button(ACTIONS.openSettings, 'Team settings')] : []),
  ];
}

function heldLine({ heldCount }: HomeModel): KnownBlock[] {
  if (heldCount === 0) return [];
  const look = button(ACTIONS.openHeld, 'Look', { says: 'Look at who is held for you' });
  return [
    sectionWith(look, [`Held for you: ${heldCount}. Same phone as somebody who asked us to stop.`]),
  ];
}

function goneBlock(gone: GoneOwner, today: LocalDate): KnownBlock {
  const handOver = button(ACTIONS.openHandOver, 'Hand over', {
    value: gone.repId,
    says: `Hand over the prospects of ${gone.name}`,
  });
  return sectionWith(handOver, goneLine(gone, { today, words: en }));
}
