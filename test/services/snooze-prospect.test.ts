import { describe, expect, test } from 'vitest';
import { findProspect } from '../../src/db/prospects.ts';
import { type SnoozeInput, snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createHoliday, createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const snooze = async (
    to: SnoozeInput['to'],
    { at = TUESDAY, ...input }: Partial<SnoozeInput> & { at?: string } = {},
  ) => snoozeProspect(acting(db, team.ana, at), { prospectId: dana.id, version: 1, to, ...input });
  return { db, ...team, dana, snooze };
}

describe('a snooze', () => {
  test.each<[string, SnoozeInput['to'], string, string]>([
    ['tomorrow on a Tuesday is Wednesday', 'tomorrow', TUESDAY, '2026-11-18'],
    ['tomorrow on a Friday is Monday', 'tomorrow', '2026-11-20T08:00:00Z', '2026-11-23'],
    ['in 3 working days over a weekend', 'in_three', '2026-11-19T08:00:00Z', '2026-11-24'],
    ['30 days on', { on: '2026-12-17' }, TUESDAY, '2026-12-17'],
  ])('%s', async (_what, to, at, on) => {
    const { snooze } = await setUp();

    expect(await snooze(to, { at })).toMatchObject({ kind: 'snoozed', on, movedFrom: null });
  });

  test('to a day off moves to the next working day and says so', async () => {
    const { db, workspace, snooze } = await setUp();
    await createHoliday(db, workspace, '2026-11-23');

    expect(await snooze({ on: '2026-11-21' })).toMatchObject({
      ...{ kind: 'snoozed', on: '2026-11-24', movedFrom: '2026-11-21' },
    });
  });

  test('keeps what is to be done, takes the time off and is counted', async () => {
    const { snooze } = await setUp({ nextStep: 'Send pricing', snoozes: 1, inLine: true });

    const snoozed = await snooze('tomorrow');

    expect(snoozed.prospect).toMatchObject({ snoozes: 2, inLine: false, version: 2 });
    expect(snoozed.prospect.standing.next).toMatchObject({
      ...{ step: 'Send pricing', at: null, rule: { kind: 'snoozed' } },
    });
  });

  test('by a manager where it is still yesterday counts from the owner’s day', async () => {
    const { db, workspace } = await setUp();
    const chi = await createRep(db, workspace, { name: 'Chi Okoye', zone: 'Pacific/Auckland' });
    const nia = await createRep(db, workspace, { zone: 'America/New_York', isManager: true });
    const { id: prospectId } = await createProspect(db, chi, { nextOn: '2026-11-18' });
    // Tuesday 10:00 in New York, Wednesday 04:00 in Auckland.
    const ctx = acting(db, nia, '2026-11-17T15:00:00Z');

    const today = snoozeProspect(ctx, { prospectId, version: 1, to: { on: '2026-11-18' } });
    await expect(today).rejects.toThrow('Choose a day after today.');
    expect(await snoozeProspect(ctx, { prospectId, version: 1, to: 'tomorrow' })).toMatchObject({
      on: '2026-11-19',
    });
  });

  test('clicked twice moves once (115)', async () => {
    const { snooze } = await setUp();

    const both = await Promise.allSettled([snooze('in_three'), snooze('in_three')]);

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('case 113: of two managers who saw the same, the second is told and changes nothing', async () => {
    const { db, workspace, mara, dana } = await setUp();
    const nils = await createRep(db, workspace, { name: 'Nils Aho', isManager: true });
    const act = (rep: typeof mara, on: string) =>
      snoozeProspect(acting(db, rep), { prospectId: dana.id, version: dana.version, to: { on } });
    await act(mara, '2026-11-19');

    await expect(act(nils, '2026-11-24')).rejects.toThrow('This changed meanwhile. Look at how');

    const kept = await findProspect(db, { workspaceId: workspace.id, prospectId: dana.id });
    expect(kept?.standing.next?.on).toBe('2026-11-19');
  });

  test.each([
    ['today', '2026-11-17', 'after today'],
    ['31 days on', '2026-12-18', 'Not now, later'],
  ])('to %s is refused at its field', async (_what, on, words) => {
    const { snooze } = await setUp();

    await expect(snooze({ on })).rejects.toMatchObject({ field: 'on' });
    await expect(snooze({ on })).rejects.toThrow(words);
  });

  test('of one that is not open is refused', async () => {
    const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
    const { snooze } = await setUp({ status: 'won', ...closed });

    await expect(snooze('tomorrow')).rejects.toThrow('not open');
  });
});

describe('the third snooze in a row', () => {
  test.each([
    ['asks what is in the way', {}, { snoozes: 2 }, 'ask_why'],
    [
      'asks also where an agreement is spoken of without a promise',
      { agreed: true },
      { snoozes: 2 },
      'ask_why',
    ],
    [
      'of a promise to a day agreed with them is answered',
      { agreed: true },
      { ...promised, snoozes: 2 },
      'snoozed',
    ],
    ['goes ahead once it was answered', { anyway: true }, { snoozes: 2 }, 'snoozed'],
    ['is none when it is the second', {}, { snoozes: 1 }, 'snoozed'],
  ])('%s', async (_what, input, prospect, kind) => {
    const { snooze } = await setUp(prospect);

    expect(await snooze('tomorrow', input)).toMatchObject({ kind });
  });
});

describe('snoozing a promise', () => {
  test('to an agreed day keeps that day, even a Saturday: nothing automatic moves a promise', async () => {
    const { snooze } = await setUp(promised);

    expect(await snooze({ on: '2026-11-21' }, { agreed: true })).toMatchObject({
      ...{ kind: 'snoozed', on: '2026-11-21', movedFrom: null },
    });
  });

  test('asks first whether the new date was agreed, and changes nothing', async () => {
    const { snooze } = await setUp(promised);

    expect(await snooze('tomorrow')).toMatchObject({
      ...{ kind: 'ask_agreed', on: '2026-11-18', prospect: { version: 1 } },
    });
  });

  test.each([
    ['agreed stays a promise', true, 'agreed'],
    ['not agreed is one no more', false, 'snoozed'],
  ])('%s', async (_what, agreed, kind) => {
    const { snooze } = await setUp(promised);

    const { prospect } = await snooze('tomorrow', { agreed });

    expect(prospect.standing.next).toMatchObject({
      ...{ on: '2026-11-18', promised: agreed, rule: { kind } },
    });
  });
});
