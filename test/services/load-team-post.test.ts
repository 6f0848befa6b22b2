import { describe, expect, test } from 'vitest';
import { findTeam } from '../../src/db/teams.ts';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { en } from '../../src/domain/words/en.ts';
import { loadTeamPost } from '../../src/services/load-team-post.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { buildTeamPost } from '../../src/slack/views/team-post.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createHoliday, createProspect, createRep } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const MONDAY_POST = '2026-11-16T08:15:00Z';
const TUESDAY_POST = '2026-11-17T08:15:00Z';
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { workspaceId, teamId } = team.workspace;
  const post = async (at = TUESDAY_POST) => {
    const found = await findTeam(db, { workspaceId, teamId });
    if (!found) throw new Error('no team');
    return loadTeamPost({ db, workspaceId, now: new Date(at) }, { team: found });
  };
  const log = (
    rep: typeof team.ana,
    prospectId: string,
    at: string,
    input?: Partial<LogTouchInput>,
  ) =>
    logTouch(acting(db, rep, at), { prospectId, channel: 'call', outcome: 'no_answer', ...input });
  return { db, ...team, post, log };
}

describe('follow-ups', () => {
  test('of Friday stand in Monday’s post, and last week’s board beside them', async () => {
    const { db, ana, ben, post, log } = await setUp();
    for (const at of ['2026-11-12T09:00:00Z', '2026-11-13T09:00:00Z']) {
      await log(ana, (await createProspect(db, ana)).id, at);
    }
    await log(ben, (await createProspect(db, ben)).id, '2026-11-13T10:00:00Z');

    const { lastDay, followUps, lastWeek } = await post(MONDAY_POST);

    expect({ lastDay, followUps }).toEqual({ lastDay: '2026-11-13', followUps: 2 });
    expect(lastWeek).toMatchObject({ monday: '2026-11-09', followUps: 3 });
    expect(lastWeek?.board.map((row) => [row.name, row.followUps])).toEqual([
      ['Ana Silva', 2],
      ['Ben Haas', 1],
    ]);
  });

  test('case 55: of the year’s last week stand under its Monday in the new year’s first post', async () => {
    const { db, ana, post, log } = await setUp();
    for (const at of ['2026-12-29T09:00:00Z', '2027-01-01T09:00:00Z', '2027-01-04T07:00:00Z']) {
      await log(ana, (await createProspect(db, ana)).id, at);
    }

    const model = await post('2027-01-04T08:15:00Z');

    expect(model).toMatchObject({ today: '2027-01-04', lastDay: '2027-01-01', followUps: 1 });
    expect(model.lastWeek).toMatchObject({ monday: '2026-12-28', followUps: 2 });
    expect(model.most).toMatchObject([{ followUps: 1 }]);
    expect(JSON.stringify(buildTeamPost(model, en).blocks)).toContain(
      'Last week, from Mon 28 Dec: 2',
    );
  });

  test('last week’s board comes on Tuesday when Monday is a holiday, and only then', async () => {
    const { db, workspace, ana, post, log } = await setUp();
    await createHoliday(db, workspace, '2026-11-16');
    await log(ana, (await createProspect(db, ana)).id, '2026-11-13T09:00:00Z');

    expect(await post(TUESDAY_POST)).toMatchObject({
      ...{ lastDay: '2026-11-13', followUps: 1, lastWeek: { monday: '2026-11-09' } },
    });
    expect((await post('2026-11-18T08:15:00Z')).lastWeek).toBeNull();
  });

  test('of a rep who hides count in the sum and name nobody', async () => {
    const { db, workspace, post, log } = await setUp();
    const gus = await createRep(db, workspace, { name: 'Gus', hiddenOnBoard: true });
    await log(gus, (await createProspect(db, gus)).id, '2026-11-16T09:00:00Z');

    const { followUps, most } = await post();

    expect(followUps).toBe(1);
    expect(most).toEqual([]);
  });
});

describe('promises of the week', () => {
  test('kept, late, missed and put off without their word are all due', async () => {
    const { db, ana, post, log } = await setUp();
    const make = () => createProspect(db, ana, { nextOn: '2026-11-16', ...promised });
    const [kept, late, , snoozed] = [await make(), await make(), await make(), await make()];
    await log(ana, kept.id, '2026-11-16T09:00:00Z');
    await log(ana, late.id, '2026-11-17T07:00:00Z');
    const version = snoozed.version;
    const input = { prospectId: snoozed.id, version, to: 'tomorrow', agreed: false } as const;
    await snoozeProspect(acting(db, ana, '2026-11-16T10:00:00Z'), input);

    expect((await post()).promises).toEqual({ kept: 1, due: 4 });
  });

  test('one kept early counts in the week it was kept, and never again', async () => {
    const { db, ana, post, log } = await setUp();
    const tom = await createProspect(db, ana, { nextOn: '2026-11-25', ...promised });
    await log(ana, tom.id, '2026-11-16T09:00:00Z', { outcome: 'spoke', nextOn: '2026-12-01' });

    expect((await post()).promises).toEqual({ kept: 1, due: 1 });
    expect((await post('2026-11-26T08:15:00Z')).promises).toEqual({ kept: 0, due: 0 });
  });

  test.each([
    ['moved by agreement is not due', true, { kept: 0, due: 0 }],
    ['still to come today is not due', null, { kept: 0, due: 0 }],
  ])('one %s', async (_what, agreed, promises) => {
    const { db, ana, post } = await setUp();
    const tom = await createProspect(db, ana, { nextOn: '2026-11-17', ...promised });
    const input = { prospectId: tom.id, version: 1, to: 'in_three', agreed } as const;
    await snoozeProspect(acting(db, ana, '2026-11-16T09:00:00Z'), input);

    expect((await post()).promises).toEqual(promises);
  });

  test('an undone log leaves the promise missed', async () => {
    const { db, ana, post, log } = await setUp();
    const tom = await createProspect(db, ana, { nextOn: '2026-11-16', ...promised });
    const { touch } = await log(ana, tom.id, '2026-11-16T09:00:00Z');
    await undoTouch(acting(db, ana), { touchId: touch.id });

    expect((await post()).promises).toEqual({ kept: 0, due: 1 });
  });
});

describe('slipping', () => {
  /** A prospect of the rep that their digests offered on these days. */
  async function offered(
    db: Parameters<typeof createProspect>[0],
    rep: Parameters<typeof createProspect>[1],
    days: string[],
  ) {
    const prospect = await createProspect(db, rep, { nextOn: '2026-11-12' });
    for (const on of days) await createSentDigest(db, rep, { on, rows: [prospect] });
    return prospect;
  }
  const TWO_DAYS = ['2026-11-13', '2026-11-16'];

  test('needs two digests on two days, and ends with a touch or a snooze', async () => {
    const { db, ana, ben, mara, post, log } = await setUp();
    await offered(db, ana, TWO_DAYS);
    await offered(db, mara, ['2026-11-16']);
    const done = await offered(db, ben, TWO_DAYS);
    await log(ben, done.id, '2026-11-16T09:00:00Z');

    const { slipping, nothingSlipping } = await post();

    expect(slipping).toEqual([{ name: 'Ana Silva', count: 1 }]);
    expect(nothingSlipping).toEqual(['Ben Haas', 'Mara Lind']);
  });

  test('somebody else’s digests do not count for a new owner', async () => {
    const { db, ana, ben, post } = await setUp();
    const dana = await createProspect(db, ben, { nextOn: '2026-11-12' });
    for (const on of TWO_DAYS) await createSentDigest(db, ana, { on, rows: [dana] });

    expect((await post()).slipping).toEqual([]);
  });

  test.each([
    ['a rep in the first 10 working days', '2026-11-04T08:00:00Z', null, []],
    ['a rep who joined long ago is named', '2026-10-30T08:00:00Z', null, ['Fay']],
    ['a rep back from leave for 2 days', '2026-01-05T08:00:00Z', '2026-11-13', []],
    ['a rep back for 4 days is named', '2026-01-05T08:00:00Z', '2026-11-11', ['Fay']],
  ])('spares or names: %s', async (_what, createdAt, leaveUntil, names) => {
    const { db, workspace, post } = await setUp();
    const fay = await createRep(db, workspace, { name: 'Fay', createdAt: new Date(createdAt) });
    if (leaveUntil) await createAbsence(db, fay, { fromOn: '2026-11-09', toOn: leaveUntil });
    await offered(db, fay, TWO_DAYS);

    const { slipping, nothingSlipping } = await post();

    expect(slipping.map(({ name }) => name)).toEqual(names);
    expect(nothingSlipping).not.toContain('Fay');
  });
});

test('who is away is named with their last day, and stands nowhere else', async () => {
  const { db, ana, post } = await setUp();
  await createAbsence(db, ana, { fromOn: '2026-11-16', toOn: '2026-11-20' });

  const { away, slipping, nothingSlipping } = await post();

  expect(away).toEqual([{ name: 'Ana Silva', until: '2026-11-20' }]);
  expect(slipping).toEqual([]);
  expect(nothingSlipping).toEqual(['Ben Haas', 'Mara Lind']);
});

test('an all clear morning counts nothing and names everybody who is clear', async () => {
  const { post } = await setUp();

  expect(await post()).toMatchObject({
    ...{ followUps: 0, promises: { kept: 0, due: 0 }, slipping: [], away: [], most: [] },
    nothingSlipping: ['Ana Silva', 'Ben Haas', 'Mara Lind'],
  });
});
