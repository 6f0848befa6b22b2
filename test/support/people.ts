import type { Prospect } from '../../src/domain/prospect.ts';
import type { TeamPostModel } from '../../src/domain/team-post-model.ts';
import { CHANNELS } from '../../src/domain/touch.ts';
import { prospectOf, TODAY, touchOf, uuid } from './views.ts';

/** Somebody with these words wherever a person's own words may stand. */
export function person(text: string, number: number): Prospect {
  const email = number % 2 === 0 ? 'dana_reyes@acme.example' : text;
  return prospectOf({
    ...{ id: uuid(number), name: text, company: text, email, phone: text, snoozes: 3 },
    stoppedChannels: [...CHANNELS],
    importedContacts: 1,
    next: { step: number % 3 === 0 ? null : text, channel: 'email', on: '2026-11-16' },
  });
}

export function prospects(text: string, count: number): Prospect[] {
  return Array.from({ length: count }, (_, number) => person(text, number));
}

export function ranked(text: string, count: number) {
  return Array.from({ length: count }, (_, number) => ({
    ...{ repId: uuid(number), name: text, followUps: 12, rank: 1, hidden: false },
  }));
}

export function post(text: string, count: number): TeamPostModel {
  const rows = ranked(text, count);
  return {
    ...{ today: TODAY, lastDay: '2026-11-16', followUps: 58, promises: { kept: 9, due: 10 } },
    slipping: rows.map(({ name }) => ({ name, count: 13 })),
    away: rows.map(({ name }) => ({ name, until: '2026-12-04' })),
    nothingSlipping: rows.map(({ name }) => name),
    most: rows,
    totalsOnly: false,
    lastWeek: { monday: '2026-11-09', board: rows, followUps: 1 },
  };
}

export function recentTouches(text: string) {
  return Array.from({ length: 50 }, (_, number) => ({
    touch: touchOf({ id: uuid(number), editedAt: new Date(0) }),
    prospect: person(text, number),
  }));
}
