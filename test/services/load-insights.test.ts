import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listInsightTouches, listYesContacts } from '../../src/db/insights.ts';
import { prospects } from '../../src/db/schema.ts';
import { loadInsights } from '../../src/services/load-insights.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();

async function createTeam() {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const rep = await createRep(db, workspace, { name: 'Ana Silva' });
  const ben = await createRep(db, workspace, { name: 'Ben Hart' });
  const as = (who: typeof rep) => (day: string) => ({
    ...{ db, workspaceId: workspace.id, rep: who },
    now: new Date(`2026-11-${day}T10:00:00Z`),
  });
  return { db, workspace, rep, ben, ana: as(rep), benOn: as(ben) };
}

test('own insights count own contacts, the team’s everybody’s', async () => {
  const { db, rep, ana, benOn } = await createTeam();
  const dana = await createProspect(db, rep);
  await logTouch(benOn('11'), { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
  await logTouch(ana('17'), { prospectId: dana.id, channel: 'call', outcome: 'spoke' });

  const mine = await loadInsights(ana('18'), { scope: 'me', days: 30 });
  const team = await loadInsights(ana('18'), { scope: 'team', days: 30 });

  expect(mine.insights.byContact).toEqual([{ at: 2, rate: { hits: 1, of: 1 } }]);
  expect(team.insights.contacts).toEqual({ hits: 1, of: 2 });
  expect(mine).toMatchObject({ from: '2026-10-20', today: '2026-11-18', isCut: false });
});

test('an imported past shifts the number, and what is before the window counts for it', async () => {
  const { db, rep, ana } = await createTeam();
  const dana = await createProspect(db, rep, { importedContacts: 3 });
  const old = { ...ana('02'), now: new Date('2026-09-01T10:00:00Z') };
  await logTouch(old, { prospectId: dana.id, channel: 'call', outcome: 'no_answer' });
  await logTouch(ana('17'), { prospectId: dana.id, channel: 'call', outcome: 'yes' });

  const { insights } = await loadInsights(ana('18'), { scope: 'me', days: 30 });

  expect(insights.yeses).toEqual({
    byContact: [{ at: 5, count: 1 }],
    late: { hits: 1, of: 1 },
  });
  expect(insights.contacts.of).toBe(1);
});

test('what was taken back, and who is no prospect, count nowhere', async () => {
  const { db, rep, ana } = await createTeam();
  const dana = await createProspect(db, rep);
  const twin = await createProspect(db, rep, { name: 'Twin' });
  const { touch } = await logTouch(ana('17'), {
    prospectId: dana.id,
    channel: 'call',
    outcome: 'yes',
  });
  await undoTouch(ana('17'), { touchId: touch.id });
  await logTouch(ana('17'), { prospectId: twin.id, channel: 'call', outcome: 'yes' });
  await db
    .update(prospects)
    .set({ status: 'not_a_prospect', revisitOn: null })
    .where(eq(prospects.id, twin.id));

  const { insights } = await loadInsights(ana('18'), { scope: 'team', days: 30 });

  expect(insights.contacts.of).toBe(0);
  expect(insights.yeses.late.of).toBe(0);
});

test('another workspace sees nothing of it', async () => {
  const { db, rep, ana } = await createTeam();
  const other = await createTeam();
  const dana = await createProspect(db, rep);
  await logTouch(ana('17'), { prospectId: dana.id, channel: 'call', outcome: 'yes' });

  const { insights } = await loadInsights(other.ana('18'), { scope: 'team', days: 365 });
  const window = { whose: { teamId: rep.teamId }, from: '2026-01-01', to: '2026-12-31' };
  const foreign = await listInsightTouches(db, { ...window, workspaceId: other.workspace.id });

  expect(insights.contacts.of).toBe(0);
  expect(foreign.touches).toEqual([]);
  const yeses = { workspaceId: other.workspace.id, teamId: rep.teamId, from: '2026-01-01' };
  expect(await listYesContacts(db, yeses)).toEqual([]);
});

test('promises are one’s own, or the team’s', async () => {
  const { db, rep, ben, ana, benOn } = await createTeam();
  const promise = { promised: true, nextOn: '2026-11-16' };
  const kept = await createProspect(db, rep, promise);
  const putOff = await createProspect(db, rep, { ...promise, name: 'Tom' });
  await createProspect(db, ben, { ...promise, name: 'Mia' });
  await logTouch(ana('16'), { prospectId: kept.id, channel: 'call', outcome: 'spoke' });
  await snoozeProspect(ana('16'), {
    prospectId: putOff.id,
    version: putOff.version,
    to: { on: '2026-11-20' },
    agreed: false,
  });

  expect((await loadInsights(ana('18'), { scope: 'me', days: 30 })).promises).toEqual({
    hits: 1,
    of: 2,
  });
  expect((await loadInsights(benOn('18'), { scope: 'me', days: 30 })).promises).toEqual({
    hits: 0,
    of: 1,
  });
  expect((await loadInsights(benOn('18'), { scope: 'team', days: 30 })).promises).toEqual({
    hits: 1,
    of: 3,
  });
});

test('more than can be read begins with the first whole day', async () => {
  const { db, rep, ana, workspace } = await createTeam();
  for (const [i, day] of ['11', '12', '12', '13'].entries()) {
    const prospect = await createProspect(db, rep, { name: `Prospect ${i}` });
    await logTouch(ana(day), { prospectId: prospect.id, channel: 'call', outcome: 'no_answer' });
  }

  const window = { whose: { repId: rep.id }, from: '2026-11-01', to: '2026-11-30' };
  const read = await listInsightTouches(db, { ...window, workspaceId: workspace.id }, 2);

  expect(read.touches.map(({ touchedOn }) => touchedOn)).toEqual(['2026-11-13']);
  expect(read.from).toBe('2026-11-13');
});
