import type { HomeModel } from '../../domain/home-model.ts';
import type { HomeTab } from '../../domain/home-place.ts';
import type { WeekAhead } from '../../domain/week-ahead.ts';
import type { Words } from '../../domain/words/words.ts';

/** What a part is called above its rows. */
export function sayPart(
  tab: HomeTab,
  { week, words: { home } }: { week: WeekAhead; words: Words },
): string {
  switch (tab) {
    case 'week':
      return week.which === 'this' ? home.thisWeek : home.nextWeek;
    case 'recent':
      return home.recentTouches;
    default:
      return home[tab];
  }
}

/** What a part says when there is nobody in it. */
export function sayNobody(tab: HomeTab, model: HomeModel, { home, dates }: Words): string {
  switch (tab) {
    case 'today':
      return home.clear;
    case 'week': {
      const { afterWeek } = model.counts;
      const day = afterWeek && dates.day(afterWeek.on, model.day.today);
      return home.nothingMore(model.week.which, afterWeek && { ...afterWeek, day: day ?? '' });
    }
    case 'nurture':
      return home.nobodyQuiet;
    case 'all':
      return home.nothingOpen;
    case 'recent':
      return home.nothingLogged;
    default:
      return tab satisfies never;
  }
}
