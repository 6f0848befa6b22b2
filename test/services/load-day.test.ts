import { describe, expect, test } from 'vitest';
import { loadDay } from '../../src/services/load-day.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import {
  createAbsence,
  createHoliday,
  createProspect,
  createRep,
  createWorkspace,
} from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };
const won = {
  ...{ status: 'won' as const, nextOn: null, nextAction: null, nextChannel: null, nextRule: null },
};

async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const day = async (at = TUESDAY, rep = team.ana) => loadDay(acting(db, rep, at));
  const names = async (rep = team.ana) =>
    (await day(TUESDAY, rep)).due.map(({ prospect }) => prospect.name);
  return { db, ...team, day, names };
}

describe('the order', () => {
  test('is promised by time, missed, revisit, overdue, due, in line', async () => {
    const { db, ana, names, day } = await setUp();
    const at = (time: string) => ({ nextAt: new Date(`2026-11-17T${time}:00Z`), ...promised });
    await createProspect(db, ana, { name: 'line', inLine: true, nextOn: '2026-11-16' });
    await createProspect(db, ana, { name: 'today' });
    await createProspect(db, ana, { name: 'late 2 days', nextOn: '2026-11-13' });
    await createProspect(db, ana, { name: 'late 3 days', nextOn: '2026-11-12' });
    await createProspect(db, ana, { name: 'won', ...won, revisitOn: '2026-11-17' });
    await createProspect(db, ana, { name: 'missed', nextOn: '2026-11-16', ...promised });
    await createProspect(db, ana, { name: 'any time', ...promised });
    await createProspect(db, ana, { name: '15:00', ...at('14:00') });
    await createProspect(db, ana, { name: '10:00', ...at('09:00') });

    expect(await names()).toEqual([
      ...['10:00', '15:00', 'any time', 'missed', 'won', 'late 3 days', 'late 2 days', 'today'],
      'line',
    ]);
    expect(await day()).toMatchObject({ promisedCount: 3, firstTime: '10:00' });
  });

  test('takes as many in line as the pace leaves room for, in their order', async () => {
    const { db, workspace, names } = await setUp();
    const fay = await createRep(db, workspace, { pace: 5 });
    for (let n = 0; n < 3; n++) await createProspect(db, fay, { name: 'due' });
    for (const linePosition of [3, 1, 2]) {
      await createProspect(db, fay, { name: `line ${linePosition}`, inLine: true, linePosition });
    }

    expect(await names(fay)).toEqual(['due', 'due', 'due', 'line 1', 'line 2']);
  });

  test('leaves out tomorrow, others’ prospects and who is not open', async () => {
    const { db, ana, ben, names } = await setUp();
    await createProspect(db, ana, { nextOn: '2026-11-18' });
    await createProspect(db, ben);
    await createProspect(db, ana, { ...won, status: 'stopped' });
    await createProspect(db, ana, { ...won, revisitOn: '2026-11-18' });

    expect(await names()).toEqual([]);
  });
});

test('today is the rep’s own day', async () => {
  const { db, workspace, day } = await setUp();
  const kai = await createRep(db, workspace, { name: 'Kai', zone: 'Pacific/Auckland' });
  await createProspect(db, kai, { nextOn: '2026-11-18' });

  const { today, due } = await day('2026-11-17T12:00:00Z', kai);

  expect({ today, due: due.length }).toEqual({ today: '2026-11-18', due: 1 });
});

describe('a row', () => {
  test('carries their points and warns of a colleague’s call', async () => {
    const { db, ana, ben, day } = await setUp();
    const dana = await createProspect(db, ana);
    await logTouch(acting(db, ben, '2026-11-16T09:00:00Z'), {
      ...{ prospectId: dana.id, channel: 'call', outcome: 'spoke', points: 'budget in Jan' },
      nextOn: '2026-11-17',
    });

    const [row] = (await day()).due;

    expect(row).toMatchObject({
      points: 'budget in Jan',
      warning: { name: 'Ben Haas', touchedOn: '2026-11-16', betterFrom: '2026-11-18' },
    });
  });
});

describe('the next day', () => {
  test('on a Friday is Monday, and holds what falls on the weekend', async () => {
    const { db, ana, day } = await setUp();
    for (const nextOn of ['2026-11-21', '2026-11-23', '2026-11-24']) {
      await createProspect(db, ana, { nextOn });
    }

    expect((await day('2026-11-20T08:00:00Z')).nextDay).toEqual({ on: '2026-11-23', count: 2 });
  });

  test('comes after leave', async () => {
    const { db, ana, day } = await setUp();
    await createAbsence(db, ana, { fromOn: '2026-11-18', toOn: '2026-11-27' });

    expect((await day()).nextDay.on).toBe('2026-11-30');
  });
});

describe('what the team sees', () => {
  const BEFORE_THE_POST = '2026-11-17T07:30:00Z';

  async function setUpSlipping(change: Parameters<typeof createRep>[2] = {}) {
    const set = await setUp();
    const { db } = set;
    const workspace = await createWorkspace(db, { team: { slackChannelId: 'C1' } });
    const rep = await createRep(db, workspace, { name: 'Fay', ...change });
    const dana = await createProspect(db, rep, { nextOn: '2026-11-12' });
    for (const on of ['2026-11-13', '2026-11-16']) {
      await createSentDigest(db, rep, { on, rows: [dana] });
    }
    return { ...set, workspace, rep };
  }

  test('is told while the post is ahead, in the rep’s own time', async () => {
    const { day, rep } = await setUpSlipping({ zone: 'Europe/London' });

    expect((await day(BEFORE_THE_POST, rep)).teamSees).toEqual({
      ...{ at: '08:15', slipping: 1, inTotal: false },
    });
    expect((await day('2026-11-17T08:16:00Z', rep)).teamSees).toBeNull();
  });

  test('counts the digest that is being drawn as one of the two days', async () => {
    const { db, workspace, day } = await setUpSlipping();
    const rep = await createRep(db, workspace, { name: 'Gus' });
    const dana = await createProspect(db, rep, { nextOn: '2026-11-16' });
    await createSentDigest(db, rep, { on: '2026-11-16', rows: [dana] });

    expect((await day(BEFORE_THE_POST, rep)).teamSees?.slipping).toBe(1);
    await createSentDigest(db, rep, { on: '2026-11-17', rows: [dana] });
    expect((await day(BEFORE_THE_POST, rep)).teamSees?.slipping).toBe(1);
  });

  test('is nothing for a rep whom the post spares', async () => {
    const { day, rep } = await setUpSlipping({ createdAt: new Date('2026-11-09T08:00:00Z') });

    expect((await day(BEFORE_THE_POST, rep)).teamSees).toBeNull();
  });

  test('is nothing on a holiday or without a channel', async () => {
    const { db, workspace, day, rep, ana } = await setUpSlipping();
    await createHoliday(db, workspace, '2026-11-17');

    expect((await day(BEFORE_THE_POST, rep)).teamSees).toBeNull();
    expect((await day(BEFORE_THE_POST, ana)).teamSees).toBeNull();
  });
});
