import { expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { loadWeekSummary } from '../../src/services/load-week-summary.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();
const LAST_FRIDAY = new Date('2026-11-13T10:00:00Z');
const TUESDAY = new Date('2026-11-17T10:00:00Z');
const FRIDAY = new Date('2026-11-20T13:00:00Z');

async function createTeam(db: Db) {
  const workspace = await createWorkspace(db);
  const rep = await createRep(db, workspace, { isManager: true });
  const at = (now: Date) => ({ db, workspaceId: workspace.id, rep, now });
  return { rep, at };
}

test('the week counts follow-ups, prospects, answers and the newest lesson, last week beside', async () => {
  const { db } = database;
  const { rep, at } = await createTeam(db);
  const dana = await createProspect(db, rep);
  const tom = await createProspect(db, rep, { name: 'Tom Okafor', company: 'Birch' });
  await logTouch(at(LAST_FRIDAY), { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
  await logTouch(at(TUESDAY), { prospectId: dana.id, channel: 'call', outcome: 'yes' });
  await logTouch(at(TUESDAY), {
    prospectId: tom.id,
    channel: 'call',
    outcome: 'no',
    noReason: 'price',
    lesson: 'Ask for the budget first.',
  });

  const summary = await loadWeekSummary(at(FRIDAY));

  expect(summary.thisWeek).toMatchObject({ followUps: 2, prospectsChased: 2, yes: 1, no: 1 });
  expect(summary.lastWeek).toMatchObject({ followUps: 1, prospectsChased: 1, yes: 0, no: 0 });
  expect(summary.lesson).toEqual({ reason: 'price', text: 'Ask for the budget first.' });
});

test('a touch taken back counts nowhere', async () => {
  const { db } = database;
  const { rep, at } = await createTeam(db);
  const dana = await createProspect(db, rep);
  const { touch } = await logTouch(at(TUESDAY), {
    prospectId: dana.id,
    channel: 'call',
    outcome: 'no_answer',
  });

  await undoTouch(at(FRIDAY), { touchId: touch.id });

  const { thisWeek } = await loadWeekSummary(at(FRIDAY));
  expect(thisWeek).toMatchObject({ followUps: 0, prospectsChased: 0 });
});
