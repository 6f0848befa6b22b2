import { describe, expect, test } from 'vitest';
import { listReps } from '../../src/db/reps.ts';
import { DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { findUnknownPeople } from '../../src/services/admit-people.ts';
import { changeCadence } from '../../src/services/change-cadence.ts';
import { changeHolidays } from '../../src/services/change-holidays.ts';
import { changeManagers } from '../../src/services/change-managers.ts';
import { changeOwner } from '../../src/services/change-owner.ts';
import { changePeople } from '../../src/services/change-people.ts';
import { changeSettings, loadTeamSettings } from '../../src/services/change-settings.ts';
import type { RepContext } from '../../src/services/context.ts';
import { findProspects } from '../../src/services/find-prospects.ts';
import { handOver, previewHandOver } from '../../src/services/hand-over.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { showProspect } from '../../src/services/show-prospect.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();

type Deed = (ctx: RepContext, prospectId: string, teamId: string) => Promise<unknown>;

const log =
  (input: Pick<LogTouchInput, 'outcome' | 'noReason'>): Deed =>
  (ctx, prospectId) =>
    logTouch(ctx, { prospectId, channel: 'call', ...input });

const ANYBODY: [string, Deed][] = [
  ['finds', (ctx) => findProspects(ctx, { query: 'Dana', limit: 10 })],
  ['shows', (ctx, prospectId) => showProspect(ctx, { prospectId })],
  ['logs a touch', log({ outcome: 'no_answer' })],
  ['records a stop', log({ outcome: 'stop' })],
];
const OWNER: [string, Deed][] = [
  ['logs a Yes', log({ outcome: 'yes' })],
  ['logs a No', log({ outcome: 'no', noReason: 'price' })],
  ['snoozes', (ctx, prospectId) => snoozeProspect(ctx, { prospectId, version: 1, to: 'tomorrow' })],
];
const OF_A_LOST_ONE: [string, Deed][] = [
  ['re-opens', (ctx, prospectId) => revisitProspect(ctx, { prospectId, deed: 'reopen' })],
  ['looks later', (ctx, prospectId) => revisitProspect(ctx, { prospectId, deed: 'later' })],
  ['drops', (ctx, prospectId) => revisitProspect(ctx, { prospectId, deed: 'drop' })],
];
const SETTINGS = {
  ...{ slackChannelId: 'C1', postTime: '10:00', zone: 'Europe/Berlin', weekdays: 31 },
  ...{ locale: 'en', summaryTime: '14:00', totalsOnly: false },
};
const MANAGER: [string, Deed][] = [
  ['reads the settings', (ctx) => loadTeamSettings(ctx)],
  ['changes settings', (ctx, _id, teamId) => changeSettings(ctx, { teamId, ...SETTINGS })],
  ['changes holidays', (ctx, _id, teamId) => changeHolidays(ctx, { teamId, ...NO_HOLIDAYS })],
  ['changes the cadence', (ctx) => changeCadence(ctx, DEFAULT_CADENCE)],
  ['names managers', (ctx) => changeManagers(ctx, naming(ctx))],
  ['adds people', (ctx) => changePeople(ctx, { managersAddPeople: true, ...naming(ctx) })],
  ['looks up who could join', (ctx) => findUnknownPeople(ctx, ['U1'])],
  [
    'gives a prospect to somebody else',
    async (ctx, prospectId) =>
      changeOwner(ctx, { prospectId, toRepId: await idOf(ctx, 'Ben Haas') }),
  ],
  ['hands over prospects', async (ctx) => handOver(ctx, await anasToBen(ctx))],
  ['previews a hand-over', async (ctx) => previewHandOver(ctx, await anasToBen(ctx))],
];
const NO_HOLIDAYS = { source: null, own: [] };
const naming = ({ rep }: RepContext) => ({
  ...{ slackTeamId: 'T1', slackUserIds: [rep.slackUserId], people: [] },
  onRepChanged: async () => {},
});
async function idOf({ db, workspaceId }: RepContext, name: string): Promise<string> {
  return (await listReps(db, workspaceId)).find((rep) => rep.name === name)?.id ?? '';
}

async function anasToBen(ctx: RepContext) {
  const fromRepId = await idOf(ctx, 'Ana Silva');
  return { fromRepId, toRepId: await idOf(ctx, 'Ben Haas'), scope: 'all' as const };
}

const LOST = {
  ...{ status: 'lost' as const, nextOn: null, nextAction: null, nextChannel: null, nextRule: null },
  revisitOn: '2026-11-17',
};

/** Who can do it to Ana's prospect: Ana, Ben and Mara, the manager. */
async function whoMay(deed: Deed, change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const may: string[] = [];
  for (const name of ['ana', 'ben', 'mara'] as const) {
    const team = await createSalesTeam(db);
    const dana = await createProspect(db, team.ana, change);
    const done = deed(acting(db, team[name]), dana.id, team.workspace.teamId);
    const refused = await done.then(
      () => null,
      (error: { code: string }) => error.code,
    );
    if (refused === null) may.push(name);
    else expect(refused).toBe('not_allowed');
  }
  return may;
}

describe('who may', () => {
  test.each(ANYBODY)('any rep %s', async (_what, deed) => {
    expect(await whoMay(deed)).toEqual(['ana', 'ben', 'mara']);
  });

  test.each(OWNER)('the owner or a manager %s', async (_what, deed) => {
    expect(await whoMay(deed)).toEqual(['ana', 'mara']);
  });

  test.each(OF_A_LOST_ONE)('the owner or a manager %s', async (_what, deed) => {
    expect(await whoMay(deed, LOST)).toEqual(['ana', 'mara']);
  });

  test.each(MANAGER)('a manager %s', async (_what, deed) => {
    expect(await whoMay(deed)).toEqual(['mara']);
  });
});

test('a foreign prospect answers as one that does not exist (94)', async () => {
  const { db } = database;
  const { ana, mara } = await createSalesTeam(db);
  const other = await createSalesTeam(db);
  const theirs = await createProspect(db, other.ana);
  const sayFor = (prospectId: string) =>
    showProspect(acting(db, mara), { prospectId }).catch((error: Error) => error.message);

  const answers = await Promise.all(
    [theirs.id, '00000000-0000-4000-8000-000000000000', 'null', ''].map(sayFor),
  );

  expect(new Set(answers).size).toBe(1);
  await expect(
    changeSettings(acting(db, mara), { teamId: other.workspace.teamId, ...SETTINGS }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(ana.workspaceId).not.toBe(other.ana.workspaceId);
});
