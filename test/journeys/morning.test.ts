import { expect, test } from 'vitest';
import { listReps } from '../../src/db/reps.ts';
import { deliveries } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { openStory, type Story } from '../support/journey.ts';

const database = useDatabase();
const MONDAY = { at: '2026-11-16T12:00' };
const NEW_YORK = 'America/New_York';

async function ledgerOf(story: Story) {
  const rows = await database.db.select().from(deliveries);
  return rows
    .filter((row) => row.workspaceId === story.ctx().workspaceId)
    .map(({ kind, occurrenceKey, state, reason }) =>
      [kind, occurrenceKey, state, reason].filter(Boolean).join(' '),
    )
    .sort();
}

test('each rep gets their digest at 08:30 of their own morning', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro', { zone: NEW_YORK });
  await ana.has();
  await ben.has({ name: 'Tom Okafor', company: 'Birch' });

  await story.moveTo('2026-11-17T08:29');
  const early = await ana.sees();
  await story.moveTo('2026-11-17T08:30');
  const onTime = await ana.sees();
  const bensNight = await ben.sees();
  await story.moveTo('2026-11-17T08:30', NEW_YORK);

  expect(early).toEqual([]);
  expect(onTime).toHaveLength(1);
  expect(onTime[0]).toContain('Tue 17 Nov. 1 today.');
  expect(bensNight).toEqual([]);
  expect(await ben.reads()).toContain('Tom Okafor, Birch. Due today');
  expect(await ana.sees()).toHaveLength(1);
});

test('promises come first, then what is late, today, and who is in line', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const promised = { promised: true, nextRule: { kind: 'agreed' as const } };
  const ended = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
  await ana.has({ name: 'Ida Line', inLine: true, nextOn: '2026-11-17' });
  await ana.has({ name: 'Dana Today' });
  await ana.has({ name: 'Otto Late', nextOn: '2026-11-12' });
  await ana.has({ name: 'Olga Later', nextOn: '2026-11-13' });
  await ana.has({ ...ended, name: 'Will Won', status: 'won', revisitOn: '2026-11-17' });
  await ana.has({ name: 'Mia Missed', nextOn: '2026-11-16', ...promised });
  const ten = new Date('2026-11-17T09:00:00Z');
  await ana.has({ name: 'Tara Ten', nextAt: ten, nextStep: 'Send pricing', ...promised });
  await ana.has({ name: 'Nia Next', nextOn: '2026-11-18' });

  await story.moveTo('2026-11-17T08:30');

  const digest = await ana.reads();
  expect(digest.split('\n').filter((line) => line.includes(', Acme.'))).toEqual([
    'Tara Ten, Acme. Promised 10:00',
    'Mia Missed, Acme. Promised Mon',
    'Will Won, Acme. Won. Time to check in [Decide: Will ▾]',
    'Otto Late, Acme. 5 days late',
    'Olga Later, Acme. 4 days late',
    'Dana Today, Acme. Due today',
    'Ida Line, Acme. New in line',
  ]);
  expect(digest).toContain('Tue 17 Nov. 7 today, 1 promised, first 10:00.');
  expect(digest).toContain('Send pricing. [Log Tara ▾]');
  expect(digest).toContain('Tomorrow 1.');
});

test('with nothing due no message is sent, and the ledger says why', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has({ nextOn: '2026-11-18' });

  await story.moveTo('2026-11-17T08:30');

  expect(await ana.sees()).toEqual([]);
  expect(await ledgerOf(story)).toContain('digest 2026-11-17 skipped empty');
});

test('the team reads one post at 09:15, with names and without prospects', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  const ben = await story.rep('Ben Okoro');
  const dana = await ana.has({ nextOn: '2026-11-10' });
  await ben.types('/followup log dana');
  await ben.submits({ 'What happened': 'No answer', 'Next date': '2026-11-24' });
  await ana.has({ name: 'Otto Late', nextOn: '2026-11-10' });

  await story.moveTo('2026-11-17T09:14');
  const early = await ana.sees(story.sales);
  await story.moveTo('2026-11-17T09:15');
  await story.moveTo('2026-11-17T09:20');

  expect(early).toEqual([]);
  const posts = await ana.sees(story.sales);
  expect(posts).toHaveLength(1);
  expect(posts[0]).toContain('Tue 17 Nov. 1 follow-up yesterday.');
  expect(posts[0]).toContain('Most this week: Ben Okoro 1.');
  expect(posts[0]).not.toContain('@');
  for (const name of [dana.name ?? '', 'Otto', 'Acme']) expect(posts[0]).not.toContain(name);
});

test('after a restart a late digest comes once and says so', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has();
  await story.app.stop();
  story.clock.set('2026-11-17T10:10');

  const again = await story.startAnother();
  await again.sweep();
  await again.sweep();

  const seen = await ana.sees();
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('Tue 17 Nov. 1 today. Sent late: planned for 08:30.');
});

test('a digest too late for its day is recorded as missed, and the next carries everything', async () => {
  const story = await openStory(database, MONDAY);
  const ana = await story.rep('Ana Silva');
  await ana.has();

  await story.moveTo('2026-11-17T13:00');
  const late = await ana.sees();
  await story.moveTo('2026-11-18T08:30');

  expect(late).toEqual([]);
  expect(await ledgerOf(story)).toContainEqual(expect.stringMatching('^digest 2026-11-17 expired'));
  expect(await ana.reads()).toContain('Dana Reyes, Acme. 1 day late');
});

test('two servers on one database send one digest to each rep', async () => {
  const story = await openStory(database, MONDAY);
  const names = ['Ana Silva', 'Ben Okoro', 'Mia Lund', 'Tom Berg', 'Eli Roth'];
  const people = [];
  for (const name of names) people.push(await story.rep(name));
  for (const person of people) await person.has({ name: `Dana of ${person.name}` });
  const other = await story.startAnother();
  story.clock.set('2026-11-17T08:30');

  await Promise.all([story.app.sweep(), other.sweep(), story.app.sweep(), other.sweep()]);
  story.clock.set('2026-11-18T08:30');
  await Promise.all([story.app.sweep(), other.sweep()]);

  for (const person of people) expect(await person.sees()).toHaveLength(2);
  const digests = (await ledgerOf(story)).filter((line) => line.startsWith('digest'));
  expect(digests).toHaveLength(2 * names.length);
  expect((await listReps(database.db, story.ctx().workspaceId)).length).toBe(names.length);
});
