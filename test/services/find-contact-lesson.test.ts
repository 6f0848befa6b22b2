import { expect, test } from 'vitest';
import { touches } from '../../src/db/schema.ts';
import { en } from '../../src/domain/words/en.ts';
import { findContactLesson } from '../../src/services/find-contact-lesson.ts';
import { showProspect } from '../../src/services/show-prospect.ts';
import { buildProspectCard } from '../../src/slack/views/prospect-card.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();

/** A team with Yeses on 10 November 2026, each after so many imported contacts. */
async function createTeam(contactsBefore: number[]) {
  const { db } = database;
  const rep = await createRep(db, await createWorkspace(db));
  for (const importedContacts of contactsBefore) await addYes(rep, importedContacts);
  const ctx = { db, workspaceId: rep.workspaceId, rep, now: new Date('2026-11-17T10:00:00Z') };
  return { db, rep, ctx };
}

async function addYes(rep: Awaited<ReturnType<typeof createRep>>, importedContacts: number) {
  const { db } = database;
  const prospect = await createProspect(db, rep, { importedContacts });
  await db.insert(touches).values({
    ...{ workspaceId: rep.workspaceId, prospectId: prospect.id, repId: rep.id },
    ...{ channel: 'call', outcome: 'yes', touchedOn: '2026-11-10', scores: true },
    createdAt: new Date('2026-11-10T10:00:00Z'),
  });
}

const of = (count: number, contacts: number) => Array.from({ length: count }, () => contacts - 1);

test.each([
  { title: '11 of 20', yeses: [...of(11, 5), ...of(9, 2)], lesson: { hits: 11, of: 20 } },
  { title: 'half of 20', yeses: [...of(10, 6), ...of(10, 4)], lesson: null },
  { title: 'all of 19', yeses: of(19, 7), lesson: null },
  { title: 'none', yeses: [], lesson: null },
])('$title at the fifth or later', async ({ yeses, lesson }) => {
  const { ctx } = await createTeam(yeses);

  expect(await findContactLesson(ctx)).toEqual(lesson);
});

test('another workspace’s Yeses teach nothing here', async () => {
  await createTeam(of(25, 6));
  const { ctx } = await createTeam([]);

  expect(await findContactLesson(ctx)).toBeNull();
});

test('the card of an open prospect says it', async () => {
  const { db, rep, ctx } = await createTeam(of(20, 6));
  const open = await createProspect(db, rep, { name: 'Tom Okafor' });
  const won = { status: 'won' as const, nextOn: null, nextAction: null, nextRule: null };
  const closed = await createProspect(db, rep, { ...won, nextChannel: null });

  const card = buildProspectCard(await showProspect(ctx, { prospectId: open.id }), en);
  const closedCard = buildProspectCard(await showProspect(ctx, { prospectId: closed.id }), en);

  const lesson = 'Most of our Yeses come at contact 5 or later: 20 of 20 in a year.';
  expect(JSON.stringify(card)).toContain(lesson);
  expect(JSON.stringify(closedCard)).not.toContain(lesson);
});
