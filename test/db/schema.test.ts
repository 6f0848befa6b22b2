import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { insertDeliveries } from '../../src/db/deliveries.ts';
import { postgresCodeOf } from '../../src/db/faults.ts';
import { prospects } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep, createWorkspace } from '../support/factories.ts';

const CHECK_VIOLATION = '23514';
const UNIQUE_VIOLATION = '23505';
const DAY = '2026-11-17';
const ANY_ID = '00000000-0000-4000-8000-000000000000';
const database = useDatabase();

test.each([
  ['without a next step', { nextOn: null }],
  ['without an owner', { ownerId: null }],
  ['with a revisit date', { revisitOn: '2026-12-01' }],
  ['turned won while its next step stays', { status: 'won' as const }],
])('the database refuses an open prospect %s', async (_what, change) => {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const prospect = await createProspect(db, await createRep(db, workspace));

  const refused = db
    .update(prospects)
    .set(change)
    .where(and(eq(prospects.workspaceId, workspace.id), eq(prospects.id, prospect.id)))
    .catch(postgresCodeOf);

  expect(await refused).toBe(CHECK_VIOLATION);
});

const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };

test.each([
  ['a stopped prospect with a day to look again', { ...closed, status: 'stopped', revisitOn: DAY }],
  ['a lost prospect that is still a promise', { ...closed, status: 'lost', promised: true }],
  ['a won prospect in line', { ...closed, status: 'won', inLine: true }],
  ['a prospect without name, company and id', { name: null, company: null, externalId: null }],
  ['a status nobody knows', { status: 'maybe' as 'open' }],
] as const)('the database refuses %s', async (_what, change) => {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));

  expect(await codeOf(createProspect(db, rep, change))).toBe(CHECK_VIOLATION);
});

test.each([
  ['a pace of 4', { pace: 4 }],
  ['a pace of 61', { pace: 61 }],
  ['a week without working days', { weekdays: 0 }],
])('the database refuses a rep with %s', async (_what, change) => {
  const { db } = database;

  expect(await codeOf(createRep(db, await createWorkspace(db), change))).toBe(CHECK_VIOLATION);
});

test('the database refuses leave that ends before it begins', async () => {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));

  const leave = createAbsence(db, rep, { fromOn: '2026-11-18', toOn: DAY });

  expect(await codeOf(leave)).toBe(CHECK_VIOLATION);
});

test.each([
  ['sent without saying where it stands', { state: 'sent' }],
  ['claimed by nobody', { state: 'claimed' }],
  ['held although nobody sends it', { state: 'pending', claimToken: ANY_ID }],
  ['skipped without a reason', { state: 'skipped' }],
  ['dead without a reason', { state: 'dead' }],
] as const)('the database refuses a delivery %s', async (_what, change) => {
  const { db } = database;
  const { id } = await createWorkspace(db);
  const at = new Date('2026-11-17T07:30:00Z');
  const row = {
    ...{ workspaceId: id, kind: 'digest' as const, subjectKey: 'rep:1', occurrenceKey: DAY },
    ...{ zone: 'Etc/UTC', dueAt: at, expiresAt: at, nextAttemptAt: at, createdAt: at },
  };

  expect(await codeOf(insertDeliveries(db, [{ ...row, ...change }]))).toBe(CHECK_VIOLATION);
});

test('one Slack team is one workspace, with or without an organisation', async () => {
  const { db } = database;
  await createWorkspace(db, { slackTeamId: 'T1' });
  await createWorkspace(db, { slackTeamId: 'T1', slackEnterpriseId: 'E1' });

  expect(await codeOf(createWorkspace(db, { slackTeamId: 'T1' }))).toBe(UNIQUE_VIOLATION);
});

function codeOf(refused: Promise<unknown>): Promise<unknown> {
  return refused.then(() => 'accepted', postgresCodeOf);
}
