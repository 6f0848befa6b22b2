import { expect, test } from 'vitest';
import { holidays } from '../../src/db/schema.ts';
import { findTeam } from '../../src/db/teams.ts';
import { en } from '../../src/domain/words/en.ts';
import { loadMonthLessons } from '../../src/services/load-month-lessons.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { buildMonthlyLessons } from '../../src/slack/views/monthly-lessons.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect, createRep, createWorkspace } from '../support/factories.ts';
import { readBlocks } from '../support/read-blocks.ts';

const database = useDatabase();

async function createTeam() {
  const { db } = database;
  const workspace = await createWorkspace(db);
  const rep = await createRep(db, workspace);
  const { workspaceId, teamId } = workspace;
  const team = await findTeam(db, { workspaceId, teamId });
  if (!team) throw new Error('no team');
  const lose = async (day: string, name: string, lesson: string | null) => {
    const prospect = await createProspect(db, rep, { name, company: `${name} Works` });
    const ctx = { db, workspaceId, rep, now: new Date(`${day}T10:00:00Z`) };
    const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
    await logTouch(ctx, { ...no, prospectId: prospect.id, lesson });
  };
  const load = (on: string) =>
    loadMonthLessons({ db, workspaceId, now: new Date(`${on}T08:30:00Z`) }, { team, on });
  return { db, workspaceId, teamId, lose, load };
}

test('the first working day tells last month’s lessons, newest first, and no names', async () => {
  const { lose, load } = await createTeam();
  await lose('2026-09-30', 'Tom Okafor', 'September is not October.');
  await lose('2026-10-02', 'Dana Reyes', 'Ask for the budget first.');
  await lose('2026-10-20', 'Mia Lund', 'Mia had no say.');
  await lose('2026-10-28', 'Eli Moss', 'They went the way of Dana Reyes.');
  await lose('2026-10-30', 'Fay Stone', 'Send the papers first.');
  await lose('2026-10-31', 'Gus Hart', null);

  const lessons = await load('2026-11-02');

  expect(readBlocks(buildMonthlyLessons(lessons ?? fail(), en).blocks)).toBe(
    [
      '*What we learned in October 2026*',
      '5 Noes: price 5.',
      'Price: Send the papers first.',
      'Price: Ask for the budget first.',
      '2 more lessons name a prospect; ask their owners.',
    ].join('\n'),
  );
  expect(await load('2026-11-03')).toBeNull();
});

test('a holiday moves it to the next working day', async () => {
  const { db, workspaceId, teamId, lose, load } = await createTeam();
  await lose('2026-12-10', 'Dana Reyes', 'Ask for the budget first.');
  await db.insert(holidays).values({ workspaceId, teamId, on: '2027-01-01', name: 'New Year' });

  expect(await load('2027-01-01')).toBeNull();
  expect(await load('2027-01-04')).toMatchObject({ month: '2026-12-01', noes: 1 });
});

test('without a lesson, and in another workspace, there is nothing to say', async () => {
  const team = await createTeam();
  const other = await createTeam();
  await team.lose('2026-10-02', 'Dana Reyes', null);
  await other.lose('2026-10-02', 'Dana Reyes', 'Ask for the budget first.');

  expect(await team.load('2026-11-02')).toBeNull();
});

function fail(): never {
  throw new Error('nothing was loaded');
}
