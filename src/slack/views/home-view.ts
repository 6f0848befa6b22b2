import type { HomeView, KnownBlock } from '@slack/types';
import type { DigestModel } from '../../domain/digest-model.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { ACTIONS } from '../ids.ts';
import { button, context, divider, section } from './blocks.ts';
import { bold } from './compose.ts';
import { headline } from './digest-message.ts';
import { buildDueBlocks, countHidden } from './digest-rows.ts';
import { buildEmptyState } from './empty-state.ts';
import { buildListRows } from './prospect-list.ts';
import { plural } from './words.ts';

export type HomeModel = {
  day: DigestModel;
  /** Open next steps after today, soonest first. */
  upcoming: Prospect[];
  openTotal: number;
  /** There was never anybody to chase. */
  ownsNone: boolean;
  followUpsThisWeek: number;
  isManager: boolean;
};

const UPCOMING_SHOWN = 10;

/** App Home: today as the digest shows it, what comes next, and one's own numbers. */
export function buildHome(model: HomeModel): HomeView {
  const { day } = model;
  const rows = buildDueBlocks(day);
  const hidden = countHidden(day);
  const blocks: KnownBlock[] = [
    section([bold(headline(day))]),
    { type: 'actions', elements: homeButtons(model) },
    ...(model.ownsNone ? [buildEmptyState()] : []),
    ...(!model.ownsNone && day.due.length === 0 ? [section(['You are clear.'])] : []),
    ...rows,
    ...(hidden > 0 ? [context([`And ${hidden} more after these.`])] : []),
  ];
  if (model.upcoming.length > 0) {
    blocks.push(divider(), section([bold('Coming up')]));
    blocks.push(...buildListRows({ ...day, rows: model.upcoming.slice(0, UPCOMING_SHOWN) }));
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
    ...(isManager ? [button(ACTIONS.openSettings, 'Team settings')] : []),
  ];
}
