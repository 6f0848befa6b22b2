import { expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { findWorkspace } from '../../src/db/workspaces.ts';
import { DEFAULT_CADENCE } from '../../src/domain/cadence-numbers.ts';
import { changeCadence, loadCadenceSettings } from '../../src/services/change-cadence.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { recogniseRep } from '../../src/services/recognise-rep.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  return { db, ctx: acting(db, team.mara), ...team };
}

test('a changed number plans what is logged from now on; a planned step keeps its date', async () => {
  const { db, ctx, ana, workspace } = await setUp();
  const [planned, logged] = [await createProspect(db, ana), await createProspect(db, ana)];

  await changeCadence(ctx, { ...DEFAULT_CADENCE, unansweredWaits: [5, 6, 7, 8] });
  await logTouch(acting(db, ana), {
    ...{ prospectId: logged.id, channel: 'call', outcome: 'no_answer' },
  });

  const nextOf = async ({ id }: { id: string }) =>
    (await findProspect(db, { workspaceId: workspace.id, prospectId: id }))?.standing.next?.on;
  expect(await nextOf(planned)).toBe('2026-11-17');
  expect(await nextOf(logged)).toBe('2026-11-24');
});

test('only what differs from the defaults is stored, and going back stores nothing', async () => {
  const { db, ctx, workspace } = await setUp();
  const stored = async () => (await findWorkspace(db, workspace.id))?.cadence;

  await changeCadence(ctx, { ...DEFAULT_CADENCE, guardWorkingDays: 2 });
  const changed = await stored();
  const { before, after } = await changeCadence(ctx, DEFAULT_CADENCE);

  expect(changed).toEqual({ guardWorkingDays: 2 });
  expect(before.guardWorkingDays).toBe(2);
  expect(after).toEqual(DEFAULT_CADENCE);
  expect(await stored()).toEqual({});
});

test('a number out of its range is refused by its name', async () => {
  const { ctx } = await setUp();
  const numbers = { ...DEFAULT_CADENCE, guardWorkingDays: 6 };

  await expect(changeCadence(ctx, numbers)).rejects.toMatchObject({ field: 'guardWorkingDays' });
  expect(await loadCadenceSettings(ctx)).toEqual(DEFAULT_CADENCE);
});

test('a rep who comes later starts with the workspace’s pace', async () => {
  const { ctx } = await setUp();
  await changeCadence(ctx, { ...DEFAULT_CADENCE, pace: 25 });
  const person = {
    ...{ slackUserId: 'UNIA', slackTeamIds: ['T1'], name: 'Nia Okoro', email: null },
    ...{ zone: null, locale: null, isAdmin: false, isBot: false, isGuest: false, isDeleted: false },
  };

  const nia = await recogniseRep(ctx, {
    ...{ slackTeamId: 'T1', person, onRepChanged: async () => {} },
  });

  expect(nia).toMatchObject({ rep: { pace: 25 } });
});
