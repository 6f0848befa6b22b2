import type { HomeModel, HomePage, HomeStart } from '../../src/domain/home-model.ts';
import { weekAhead } from '../../src/domain/week-ahead.ts';
import { buildHome } from '../../src/slack/views/home-view.ts';
import { dayModels } from './digest-screens.ts';
import { sweep } from './owner-screens.ts';
import { prospects, recentTouches } from './people.ts';
import type { Screens } from './screens.ts';
import { TODAY, uuid } from './views.ts';

const MANY = 99_999;
const HELD = new Set([uuid(0)]);

export const HOME_SCREENS: Screens = {
  buildHome: (text, words) => homes(text).map((home) => buildHome(home, words)),
};

/** App Home on every page, with nobody, one, and more than anybody has. */
function homes(text: string): HomeModel[] {
  return dayModels(text).flatMap((day) => {
    const total = day.due.length === 0 ? 0 : MANY;
    return pages(text, total).map((page) => ({
      ...{ name: text, day, page, week: weekAhead(TODAY, '2026-11-18') },
      counts: {
        ...{ open: total, nurture: total, week: total, onDay: new Map([['2026-11-16', total]]) },
        afterWeek: { on: '2027-01-15', count: MANY },
      },
      ...{ isManager: true, ownsNone: total === 0 },
    }));
  });
}

function pages(text: string, total: number): HomePage[] {
  const rows = prospects(text, total === 0 ? 0 : 15);
  const touches = recentTouches(text).slice(0, total === 0 ? 0 : 15);
  const span = { from: total === 0 ? 0 : 30, total };
  return [
    { tab: 'today', from: 0, total, start: start(text, total) },
    { tab: 'today', start: null, ...span },
    ...(['week', 'nurture', 'all'] as const).map((tab) => ({ tab, rows, heldIds: HELD, ...span })),
    { tab: 'recent', touches, ...span },
  ];
}

function start(text: string, total: number): HomeStart {
  const rows = prospects(text, total === 0 ? 0 : 5);
  return {
    ...{ week: rows, nurture: rows, heldIds: HELD },
    ...{ recent: recentTouches(text).slice(0, rows.length), recentTotal: total },
    numbers: {
      ...{ followUps: MANY, followUpsLastWeek: MANY, prospectsChased: MANY, yes: MANY, no: MANY },
      promises: { kept: total, due: total },
    },
    team: { sweep: sweep(text, rows.length), heldCount: total },
  };
}
