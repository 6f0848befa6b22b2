import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { useDatabase } from '../support/database.ts';
import { openStory } from '../support/journey.ts';

const database = useDatabase();
const THURSDAY = { at: '2026-11-19T12:00' };
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };
const ahead = { nextOn: '2026-12-14', nextRule: { kind: 'picked' as const } };

/** Ben with two promises missed and one untouched, Chi with one snoozed three times, Mara manages. */
async function openTeam() {
  const story = await openStory(database, THURSDAY);
  const ben = await story.rep('Ben Okoro');
  const chi = await story.rep('Chi Nguyen');
  const eli = await story.rep('Eli Novak');
  const mara = await story.rep('Mara Lind', { isManager: true });
  await ben.has({ name: 'Dana Reyes', nextOn: '2026-11-10', ...promised });
  await ben.has({ name: 'Otto Late', company: 'Birch', nextOn: '2026-11-12', ...promised });
  const createdAt = new Date('2026-10-30T09:00:00Z');
  await ben.has({ name: 'Uma Still', company: 'Elm', createdAt, ...ahead });
  const calm = new Date('2026-11-17T08:00:00Z');
  await chi.has({ name: 'Sam Ode', company: 'Oak', snoozes: 3, createdAt: calm, ...ahead });
  await eli.has({ createdAt: calm, nextOn: '2026-11-25' });
  return { story, ben, chi, eli, mara };
}

describe('the manager’s Monday', () => {
  test('lists what Friday’s digests announced and nobody did, by rep', async () => {
    const { story, ben, chi, mara } = await openTeam();

    await story.moveTo('2026-11-20T08:30');
    const bensFriday = await ben.reads();
    const chisFriday = await chi.reads();
    await chi.presses('What goes Monday');
    const chisList = await chi.modal();
    await chi.presses('Add a line', { where: 'modal' });
    await chi.submits({ 'What is in the way': 'Waiting for their legal' });
    const noted = await chi.modal();
    await chi.has({ name: 'Too Late', nextOn: '2026-11-18', ...promised });
    await ben.types('/followup log otto');
    await ben.submits({ 'What happened': 'No answer', How: 'Call' });
    await story.moveTo('2026-11-23T07:59');
    const early = await mara.sees();
    await story.moveTo('2026-11-23T08:00');

    expect(bensFriday).toContain('3 go to your manager Monday.');
    expect(chisFriday).toContain('Fri 20 Nov. Nothing due.');
    expect(chisFriday).toContain('1 goes to your manager Monday.');
    expect(chisList?.text).toContain('What your manager sees on Mon 23 Nov: 1 prospect');
    expect(chisList?.text).toContain('Sam Ode, Oak. Snoozed 3 times. [Add a line]');
    expect(noted?.text).toBe('Beside Sam Ode, Oak:\n“Waiting for their legal”');
    expect(early).toEqual([]);
    expect(await mara.reads()).toBe(
      [
        'Cracks, Mon 23 Nov: 3 prospects.',
        'Ben Okoro 2: 1 promise missed, Tue 10 Nov; 1 untouched 24 days.',
        '[See] [Nudge]',
        'Chi Nguyen 1: 1 snoozed 3 times.',
        'Sam Ode: “Waiting for their legal”',
        '[See] [Nudge]',
        'Others: none.',
      ].join('\n'),
    );
  });

  test('shows a rep’s prospects to the manager alone, and asks the rep once a day', async () => {
    const { story, ben, mara } = await openTeam();
    await story.moveTo('2026-11-20T08:30');
    await story.moveTo('2026-11-23T08:00');

    await mara.presses('See');
    const seen = await mara.reads();
    await mara.presses('Nudge');
    const asked = await mara.reads();
    await story.moveTo('2026-11-23T08:01');
    const nudged = await ben.reads();
    await mara.presses('Nudge');

    expect(seen).toBe(
      [
        'Ben Okoro: 3 prospects',
        'Dana Reyes, Acme. Promised Tue 10 Nov, missed.',
        'Otto Late, Birch. Promised Thu 12 Nov, missed.',
        'Uma Still, Elm. No touch for 24 days.',
      ].join('\n'),
    );
    expect(asked).toBe('Ben Okoro gets a message about 3 from you.');
    expect(nudged).toContain('Mara Lind asks about 3 prospects that could use a hand.');
    expect(nudged).toContain('Dana Reyes, Acme. Promised Tue 10 Nov, missed. [Add a line]');
    expect(await mara.reads()).toBe('You asked Ben Okoro today already. Once a day is enough.');
  });

  test('says how many there were last Monday, and who left comes back until somebody has theirs', async () => {
    const { story, ben, mara } = await openTeam();
    await story.moveTo('2026-11-20T08:30');
    await story.moveTo('2026-11-23T08:00');
    await story.slack.directory.changePerson(ben.id, { deleted: true });
    await story.app.settled();
    await story.moveTo('2026-11-24T08:00');
    const notice = await mara.reads();
    await story.moveTo('2026-11-27T08:30');
    await story.moveTo('2026-11-30T08:00');

    const sweep = await mara.reads();

    expect(notice).toContain('Ben Okoro has left. 3 open prospects, 2 promised, 2 overdue.');
    expect(sweep).toContain('Cracks, Mon 30 Nov: 4 prospects (last Monday 4).');
    expect(sweep).toContain(
      'Ben Okoro left Mon 23 Nov: 3 open prospects, 2 promised, 2 overdue. [Hand over]',
    );
    expect(sweep).not.toContain('Ben Okoro 3');
  });

  test('with nothing in it sends nothing, and the ledger says so', async () => {
    const story = await openStory(database, THURSDAY);
    await story.rep('Ana Silva');
    const mara = await story.rep('Mara Lind', { isManager: true });

    await story.moveTo('2026-11-23T08:00');

    expect(await mara.sees()).toEqual([]);
    const sweeps = and(
      eq(deliveries.workspaceId, story.ctx().workspaceId),
      eq(deliveries.kind, 'manager_sweep'),
    );
    expect(await database.db.select().from(deliveries).where(sweeps)).toMatchObject([
      { occurrenceKey: '2026-11-23', state: 'skipped', reason: 'empty' },
    ]);
  });
});

describe('/followup cracks', () => {
  test('me shows what goes on Monday and from when it is settled', async () => {
    const { ben } = await openTeam();

    await ben.types('/followup cracks me');

    const own = await ben.reads();
    expect(own).toContain('What your manager sees on Mon 23 Nov: 3 prospects');
    expect(own).toContain('Dana Reyes, Acme. Promised Tue 10 Nov, missed. [Add a line]');
    expect(own).toContain('What is still here on Fri 20 Nov goes there.');
  });

  test('of a manager is the sweep as it stands, of a rep their own', async () => {
    const { story, ben, mara } = await openTeam();
    await mara.types('/followup cracks');
    const before = await mara.reads();
    await story.moveTo('2026-11-20T08:30');
    await story.moveTo('2026-11-24T10:00');

    await mara.types('/followup cracks');
    await ben.types('/followup cracks');

    expect(before).toBe(
      'Cracks, Mon 16 Nov: none.\nOnly what a rep’s digest announced is listed here.',
    );
    expect(await mara.reads()).toContain('Cracks, Mon 23 Nov: 4 prospects');
    expect(await ben.reads()).toContain('What your manager sees on Mon 30 Nov: 3 prospects');
  });

  test('of anybody else says what to write', async () => {
    const { mara } = await openTeam();

    await mara.types('/followup cracks ben');

    expect(await mara.reads()).toBe('Whose? Write /followup cracks, or /followup cracks me.');
  });
});

test('the digest counts down as the rep works', async () => {
  const { story, ben } = await openTeam();
  await story.moveTo('2026-11-20T08:30');

  await ben.chooses('Dana Reyes', 'No answer');

  expect((await ben.sees()).join('\n')).toContain('2 go to your manager Monday.');
});
