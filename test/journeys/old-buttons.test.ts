import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { deliveryItems, prospects, workspaces } from '../../src/db/schema.ts';
import { listTouches } from '../../src/db/touches.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();

/** Ana with the digest of Tuesday 17 November and her hand on a row of it. */
async function wake() {
  const story = await openStory(database, { at: '2026-11-16T12:00' });
  const ana = await story.rep('Ana Silva');
  const dana = await ana.has();
  await story.moveTo('2026-11-17T08:30');
  const click = await ana.pointsAtMenu('Dana Reyes', 'No answer');
  const press = async () => {
    await story.slack.control.act(click);
    await story.app.settled();
  };
  const touched = () => listTouches(database.db, { ...story.ctx(), prospectId: dana.id });
  return { story, ana, dana, press, touched };
}

test('case 116: a button of a digest thirty days old says so, and does nothing', async () => {
  const { story, ana, press, touched } = await wake();
  story.clock.set('2026-12-17T10:00');

  await press();

  expect(await ana.reads()).toBe('This digest is from Tue 17 Nov. See today’s, or /followup list.');
  expect(await touched()).toEqual([]);
});

test('case 116: Undo on a digest thirty days old does nothing either', async () => {
  const { story, ana, press, touched } = await wake();
  await press();
  const undo = await ana.pointsAtButton('Undo', { row: 'Dana Reyes' });
  story.clock.set('2026-12-17T10:00');

  await story.slack.control.act(undo);
  await story.app.settled();

  expect(await ana.reads()).toContain('This digest is from Tue 17 Nov.');
  expect(await touched()).toHaveLength(1);
});

test('case 116: a button of a digest two weeks old still works', async () => {
  const { story, press, touched } = await wake();
  story.clock.set('2026-12-01T10:00');

  await press();

  expect(await touched()).toHaveLength(1);
});

test('case 116: an old button says that this changed meanwhile, and does nothing', async () => {
  const { story, ana, dana, press, touched } = await wake();
  const ben = await story.rep('Ben Okoro');
  story.clock.set('2026-11-18T10:00');
  await ben.types('/followup log dana');
  await ben.submits({ 'What happened': 'We spoke or met' });
  story.clock.set('2026-11-30T10:00');

  await press();

  expect(await ana.reads()).toBe(
    'This changed meanwhile. Look at how it stands now before you try again.',
  );
  expect(await touched()).toHaveLength(1);
  const prospect = await findProspect(database.db, { ...story.ctx(), prospectId: dana.id });
  expect(prospect?.version).toBe(2);
});

test('case 116: a button about a prospect who is gone says so', async () => {
  const { ana, dana, press } = await wake();
  await database.db.delete(deliveryItems).where(eq(deliveryItems.prospectId, dana.id));
  await database.db.delete(prospects).where(eq(prospects.id, dana.id));

  await press();

  expect(await ana.reads()).toBe(
    'That prospect is not here. Search for it again, or add it with /followup add.',
  );
});

test('case 116: a button from before the app was removed works again once it is back', async () => {
  const { story, ana, press, touched } = await wake();
  const own = eq(workspaces.id, story.ctx().workspaceId);
  await database.db.update(workspaces).set({ state: 'uninstalled' }).where(own);
  await press();
  expect(await ana.reads()).toBe('Followup is not installed in this Slack workspace.');
  expect(await touched()).toEqual([]);

  await database.db.update(workspaces).set({ state: 'active' }).where(own);
  await press();

  expect(await touched()).toHaveLength(1);
});
