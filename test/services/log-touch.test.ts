import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../src/db/client.ts';
import { findProspect } from '../../src/db/prospects.ts';
import { prospects } from '../../src/db/schema.ts';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;

/** Ana's prospect, and what logging on it does. */
async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const log = (
    input: Omit<LogTouchInput, 'prospectId'> & { prospectId?: string },
    rep = team.ana,
    at = TUESDAY,
  ) => logTouch(acting(db, rep, at), { prospectId: dana.id, ...input });
  return { db, ...team, dana, log };
}

async function readReason(db: Db, workspaceId: number, id: string) {
  const [row] = await db
    .select({ reason: prospects.closedReason })
    .from(prospects)
    .where(and(eq(prospects.workspaceId, workspaceId), eq(prospects.id, id)));
  return row?.reason ?? null;
}

const promise = { promised: true, nextRule: { kind: 'agreed' as const } };

describe('the next step', () => {
  test('after a first unanswered call is due in 2 working days', async () => {
    const { log } = await setUp();

    const { prospect, contacts } = await log(call);

    expect(contacts).toBe(1);
    expect(prospect.standing.next).toMatchObject({
      on: '2026-11-19',
      promised: false,
      rule: { kind: 'unanswered', inARow: 1, wait: 2 },
    });
  });

  test.each([
    ['counts from Mon 16 Nov, when it happened', '2026-11-16', '2026-11-18'],
    ['is never before today, however long ago it happened', '2026-11-09', '2026-11-17'],
  ])('%s', async (_what, touchedOn, on) => {
    const { log } = await setUp();

    expect((await log({ ...call, touchedOn })).prospect.standing.next?.on).toBe(on);
  });

  test('is never before the owner’s today, where it is tomorrow already', async () => {
    const { db, workspace, log } = await setUp();
    const chi = await createRep(db, workspace, { name: 'Chi Okoye', zone: 'Pacific/Auckland' });
    const nia = await createRep(db, workspace, { name: 'Nia', zone: 'America/New_York' });
    const { id: prospectId } = await createProspect(db, chi);
    // Tuesday 10:00 in New York, Wednesday 04:00 in Auckland.
    const late = { ...call, prospectId, touchedOn: '2026-11-09' };

    const { prospect } = await log(late, nia, '2026-11-17T15:00:00Z');

    expect(prospect.standing.next?.on).toBe('2026-11-18');
  });

  test('moves from a chosen Saturday to Monday and says so', async () => {
    const { log } = await setUp();

    const { prospect, movedFrom } = await log({ ...call, nextOn: '2026-11-21' });

    expect(movedFrom).toBe('2026-11-21');
    expect(prospect.standing.next).toMatchObject({ on: '2026-11-23', rule: { kind: 'picked' } });
  });

  test('keeps clear of the leave of its owner, whoever logs', async () => {
    const { db, ana, ben, log } = await setUp();
    await createAbsence(db, ana, { fromOn: '2026-11-19', toOn: '2026-11-20' });

    expect((await log(call, ben)).prospect.standing.next?.on).toBe('2026-11-23');
  });

  test('at a time in another zone falls on the day it has for its owner', async () => {
    const { db, workspace, log, dana } = await setUp();
    const lee = await createRep(db, workspace, { zone: 'America/Los_Angeles' });

    await log({ channel: 'call', outcome: 'spoke', nextOn: '2026-11-18', nextTime: '20:00' }, lee);

    const stored = await findProspect(db, { workspaceId: workspace.id, prospectId: dana.id });
    expect(stored?.standing.next).toMatchObject({
      on: '2026-11-19',
      at: new Date('2026-11-19T04:00:00Z'),
    });
  });

  test('finds room on a day that is full only with the prospect itself', async () => {
    const { db, workspace, log } = await setUp();
    const fay = await createRep(db, workspace, { name: 'Fay', pace: 5 });
    const tom = await createProspect(db, fay, { nextOn: '2026-11-19' });
    for (let n = 0; n < 4; n++) await createProspect(db, fay, { nextOn: '2026-11-19' });

    const { prospect } = await log({ ...call, prospectId: tom.id }, fay);

    expect(prospect.standing.next?.on).toBe('2026-11-19');
  });

  test('goes to the next day with room when its day is full, and ignores those in line', async () => {
    const { db, workspace, log } = await setUp();
    const fay = await createRep(db, workspace, { name: 'Fay', pace: 5 });
    const tom = await createProspect(db, fay);
    for (let n = 0; n < 5; n++) await createProspect(db, fay, { nextOn: '2026-11-19' });
    for (let n = 0; n < 5; n++)
      await createProspect(db, fay, { nextOn: '2026-11-20', inLine: true });

    const { prospect } = await log({ ...call, prospectId: tom.id }, fay);

    expect(prospect.standing.next?.on).toBe('2026-11-20');
  });
});

describe('a promise', () => {
  test('not yet due stays, whoever logs', async () => {
    const { ben, log } = await setUp({ nextOn: '2026-11-20', ...promise });

    const logged = await log(call, ben);

    expect(logged.promise).toBe('stays');
    expect(logged.prospect.standing.next).toMatchObject({ on: '2026-11-20', promised: true });
    expect(logged.touch).toMatchObject({ answeredOn: null, promiseKept: null });
  });

  test('is kept early by a touch that names the step after it', async () => {
    const { log } = await setUp({ nextOn: '2026-11-20', ...promise });

    const logged = await log({ channel: 'call', outcome: 'spoke', nextOn: '2026-11-25' });

    expect(logged.promise).toBe('kept');
    expect(logged.touch).toMatchObject({ answeredOn: '2026-11-20', promiseKept: true });
    expect(logged.prospect.standing.next).toMatchObject({ on: '2026-11-25', promised: false });
  });

  test.each([
    ['kept on its day', '2026-11-17', 'kept', true],
    ['late a day after', '2026-11-16', 'late', false],
  ])('is %s', async (_what, nextOn, result, kept) => {
    const { log } = await setUp({ nextOn, ...promise });

    const logged = await log(call);

    expect(logged.promise).toBe(result);
    expect(logged.touch).toMatchObject({ answeredPromise: true, promiseKept: kept });
  });

  test('is what “Not now, later” makes of the day they named', async () => {
    const { log } = await setUp();

    const { prospect } = await log({ channel: 'call', outcome: 'not_now', nextOn: '2027-01-12' });

    expect(prospect.standing.next).toMatchObject({ on: '2027-01-12', promised: true });
  });
});

describe('an ending', () => {
  test('Yes is looked at again in 14 days', async () => {
    const { log } = await setUp();

    const { prospect } = await log({ channel: 'call', outcome: 'yes' });

    expect(prospect.standing).toEqual({ status: 'won', next: null, revisitOn: '2026-12-01' });
  });

  test('No keeps its reason when they get in touch later', async () => {
    const { db, workspace, dana, log } = await setUp();
    await log({ channel: 'call', outcome: 'no', noReason: 'price', lesson: 'Ask sooner' });

    const { prospect } = await log({ channel: 'email', outcome: 'they_got_in_touch' });

    expect(prospect.standing.status).toBe('lost');
    expect(await readReason(db, workspace.id, dana.id)).toBe('price');
  });

  test('one channel they do not want is never proposed or used again', async () => {
    const { log } = await setUp({ phone: '+1 512 555 0142', email: 'dana@acme.example' });
    await log({ ...call, touchedOn: '2026-11-12' });

    const { prospect } = await log({ channel: 'email', outcome: 'stop', stopChannel: 'call' });

    expect(prospect).toMatchObject({ stoppedChannels: ['call'], standing: { status: 'open' } });
    expect(prospect.standing.next?.channel).not.toBe('call');
    await expect(log(call)).rejects.toThrow('not to use this channel');
  });
});

describe('what scores', () => {
  test('a touch a day after a colleague’s does not, and says whose', async () => {
    const { ana, ben, log } = await setUp();
    await log({ ...call, touchedOn: '2026-11-16' }, ben);

    const logged = await log({ channel: 'email', outcome: 'sent' });

    expect(logged.touch.scores).toBe(false);
    expect(logged.touch.repId).toBe(ana.id);
    expect(logged.warning).toMatchObject({ repId: ben.id, betterFrom: '2026-11-18' });
  });

  test('their answer on the day after our call is no pestering', async () => {
    const { log } = await setUp();
    await log({ ...call, touchedOn: '2026-11-16' });

    const logged = await log({ channel: 'email', outcome: 'they_got_in_touch' });

    expect(logged).toMatchObject({ warning: null, touch: { scores: true } });
  });

  test.each([
    ['3 working days back, over a weekend, does', '2026-11-12', true],
    ['4 working days back does not', '2026-11-11', false],
  ])('a touch %s', async (_what, touchedOn, scores) => {
    const { log } = await setUp();

    expect((await log({ ...call, touchedOn })).touch.scores).toBe(scores);
  });
});

describe('what is refused', () => {
  test.each([
    ['a touch tomorrow', { ...call, touchedOn: '2026-11-18' }, 'touchedOn'],
    ['a touch 31 days ago', { ...call, touchedOn: '2026-10-17' }, 'touchedOn'],
    ['a next date that is past', { ...call, nextOn: '2026-11-16' }, 'nextOn'],
    ['a time without its day', { ...call, nextTime: '10:00' }, 'nextOn'],
    ['a promise without its day', { ...call, agreed: true }, 'nextOn'],
    ['Not now without a day', { channel: 'call', outcome: 'not_now' }, 'nextOn'],
    ['No without a reason', { channel: 'call', outcome: 'no' }, 'noReason'],
    ['a revisit today', { channel: 'call', outcome: 'yes', revisitOn: '2026-11-17' }, 'revisitOn'],
  ] as const)('%s, at its field', async (_what, input, field) => {
    const { log } = await setUp();

    await expect(log(input)).rejects.toMatchObject({ code: 'invalid', field });
  });

  test('a button drawn from an older version', async () => {
    const { log } = await setUp();
    await log(call);

    await expect(log({ ...call, version: 1 })).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('the row of snoozes ends with a touch', async () => {
  const { log } = await setUp({ snoozes: 2 });

  expect((await log(call)).prospect.snoozes).toBe(0);
});
