import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { HomeModel } from '../../domain/home-model.ts';
import { HOME_TABS, type HomeTab } from '../../domain/home-place.ts';
import type { Words } from '../../domain/words/words.ts';
import { ACTIONS, HOME_BUTTONS } from '../ids.ts';
import { button, divider, section, sectionWith } from './blocks.ts';
import { bold, type Line, typed } from './compose.ts';
import { headline } from './digest-message.ts';
import { isAhead } from './digest-rows.ts';
import { buildEmptyState } from './empty-state.ts';
import { listPage, recentPage, todayPage } from './home-pages.ts';
import { startBlocks, teamBlocks } from './home-start.ts';
import { writeHomeValue } from './home-value.ts';
import { sayPart } from './say-home.ts';

/**
 * App Home: who and when, the parts with their counts, and the page the person stands on. The first page
 * has today and the beginning of all the rest.
 */
export function buildHome(model: HomeModel, words: Words): HomeView {
  const page = model.ownsNone
    ? beginning(model, words)
    : [...head(model, words), ...pageBlocks(model, words)];
  return {
    type: 'home',
    blocks: [...page, divider(), { type: 'actions', elements: others(model, words) }],
  };
}

/** Who and when with the way to log, then the parts. */
function head(model: HomeModel, words: Words): KnownBlock[] {
  const says = words.labels.logATouch;
  const log = button(ACTIONS.openLog, words.home.log, { style: 'primary', says });
  return [
    sectionWith(log, ...headLines(model, words)),
    { type: 'actions', elements: tabs(model, words) },
  ];
}

function headLines({ day, name, counts }: HomeModel, words: Words): Line[] {
  return [[bold(headline(day, words))], [typed(name, 60), words.home.owns(counts.open)]];
}

function pageBlocks(model: HomeModel, words: Words): KnownBlock[] {
  const { page } = model;
  switch (page.tab) {
    case 'today':
      return page.start
        ? startBlocks(model, { start: page.start, words })
        : todayPage(model, { page, words });
    case 'week':
    case 'nurture':
    case 'all':
      return listPage(model, { page, words });
    case 'recent':
      return recentPage(model, { page, words });
    default:
      return page satisfies never;
  }
}

/** For who has nobody to chase: how to begin, and what a manager sees of the team. */
function beginning(model: HomeModel, words: Words): KnownBlock[] {
  const { page, day } = model;
  const team = page.tab === 'today' ? page.start?.team : null;
  const ways = [
    button(ACTIONS.openLog, words.labels.logATouch, { style: 'primary' }),
    button(ACTIONS.openAdd, words.windows.titles.add),
    button(ACTIONS.openImport, words.start.importAList),
  ];
  return [
    section(...headLines(model, words)),
    buildEmptyState(words),
    { type: 'actions', elements: ways },
    ...(team ? teamBlocks(team, { today: day.today, words }) : []),
  ];
}

/** The parts that have anybody in them, today, and the one shown. */
function tabs(model: HomeModel, words: Words): Button[] {
  const { home } = words;
  return HOME_TABS.flatMap((tab) => {
    const count = countIn(tab, model);
    const isHere = tab === model.page.tab;
    if (count === 0 && tab !== 'today' && !isHere) return [];
    const part = sayPart(tab, { ...model, words });
    const label = count === null ? home.recent : home.tab(part, count);
    const tabButton = button(HOME_BUTTONS.tab[tab], label, {
      value: writeHomeValue({ tab, from: 0 }),
      says: isHere ? home.sayShownTab(label) : home.sayTab(label),
      ...(isHere ? { style: 'primary' } : {}),
    });
    return [tabButton];
  });
}

/** How many prospects a part has; null for the one that has touches. */
function countIn(tab: HomeTab, { day, counts }: HomeModel): number | null {
  if (tab === 'recent') return null;
  const today = day.due.filter((row) => !isAhead(row)).length;
  return { today, week: counts.week, nurture: counts.nurture, all: counts.open }[tab];
}

function others({ isManager, ownsNone }: HomeModel, { windows }: Words): Button[] {
  const { add, insights, ownSettings, settings } = windows.titles;
  return [
    ...(ownsNone ? [] : [button(ACTIONS.openAdd, add)]),
    button(ACTIONS.openInsights, insights),
    button(ACTIONS.openOwnSettings, ownSettings),
    ...(isManager ? [button(ACTIONS.openSettings, settings)] : []),
  ];
}
