import type { Prospect } from '../../src/domain/prospect.ts';
import type { Rep } from '../../src/domain/rep.ts';
import type { Team } from '../../src/domain/team.ts';
import type { Touch } from '../../src/domain/touch.ts';

export const TODAY = '2026-11-17';
export const ZONE = 'America/Chicago';

/** A uuid that tells rows apart. */
export function uuid(number: number): string {
  return `5f0c2b1e-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Dana Reyes of Acme, open, to be called again today. */
export function prospectOf(
  change: Partial<Omit<Prospect, 'standing'>> & { next?: object; standing?: object } = {},
): Prospect {
  const { next, standing, ...own } = change;
  return {
    id: uuid(1),
    ownerId: uuid(100),
    name: 'Dana Reyes',
    company: 'Acme',
    email: null,
    phone: '+1 512 555 0142',
    externalId: null,
    interest: null,
    stoppedChannels: [],
    closedReason: null,
    inLine: false,
    snoozes: 0,
    crackNote: null,
    importedContacts: 0,
    importedLastContactOn: null,
    version: 3,
    ...own,
    standing: {
      status: 'open',
      next: {
        on: TODAY,
        at: null,
        action: 'try_again',
        step: null,
        channel: 'call',
        promised: false,
        rule: { kind: 'unanswered', inARow: 1, wait: 2 },
        ...next,
      },
      revisitOn: null,
      ...standing,
    } as Prospect['standing'],
  };
}

/** A call today that nobody answered. */
export function touchOf(change: Partial<Touch> = {}): Touch {
  return {
    id: uuid(900),
    prospectId: uuid(1),
    repId: uuid(100),
    channel: 'call',
    outcome: 'no_answer',
    touchedOn: TODAY,
    touchedAt: null,
    note: null,
    points: null,
    noReason: null,
    lesson: null,
    answeredOn: null,
    answeredPromise: false,
    promiseKept: null,
    scores: true,
    editedAt: null,
    createdAt: new Date('2026-11-17T15:00:00Z'),
    ...change,
  };
}

const LONG_AGO = new Date('2026-01-05T08:00:00Z');

/** Ana, who sells in Berlin, with everything as it comes. */
export function repOf(change: Partial<Rep> = {}): Rep {
  return {
    ...{ id: uuid(100), teamId: uuid(7), slackUserId: 'U1', slackDmId: null },
    ...{ name: 'Ana Silva', email: 'ana@northwind.example', zone: 'Europe/Berlin' },
    ...{
      zoneChosen: false,
      locale: 'en-US',
      digestTime: '08:30',
      weekdays: 31,
      pace: 15,
      isManager: false,
    },
    ...{ hiddenOnBoard: false, remindsPromises: true, tellsWhenClear: false },
    ...{ deactivatedAt: null, createdAt: LONG_AGO },
    ...change,
  };
}

/** The sales team in Berlin, with everything as it comes. */
export function teamOf(change: Partial<Team> = {}): Team {
  return {
    ...{ id: uuid(7), name: 'Sales', slackChannelId: 'C1', zone: 'Europe/Berlin' },
    ...{
      postTime: '09:15',
      summaryTime: '14:00',
      weekdays: 31,
      holidaysCountry: null,
      holidaysRegion: null,
    },
    ...{ totalsOnly: false, locale: null, createdAt: LONG_AGO },
    ...change,
  };
}
