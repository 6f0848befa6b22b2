import { describe, expect, test } from 'vitest';
import { listAnnounced, replaceAnnounced } from '../../src/db/announced-cracks.ts';
import { updateRep } from '../../src/db/reps.ts';
import { changeOwner } from '../../src/services/change-owner.ts';
import { loadOwnCracks, loadToManager } from '../../src/services/load-cracks.ts';
import { loadDay } from '../../src/services/load-day.ts';
import { loadSweep } from '../../src/services/load-sweep.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { noteCrack } from '../../src/services/note-crack.ts';
import { loadNudge, nudgeRep } from '../../src/services/nudge-rep.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect, createRep, createWorkspace } from '../support/factories.ts';
import { createSentDigest } from '../support/sent-digest.ts';

const database = useDatabase();
const WEDNESDAY = '2026-11-18T08:00:00Z';
const THURSDAY = '2026-11-19T08:00:00Z';
const FRIDAY = '2026-11-20T07:30:00Z';
const SATURDAY = '2026-11-21T08:00:00Z';
const MONDAY = '2026-11-23T07:00:00Z';
const NEXT_MONDAY = '2026-11-30T07:00:00Z';
const SWEEP_ON = '2026-11-23';
const picked = { nextOn: '2026-12-14', nextRule: { kind: 'picked' as const } };
const promised = { promised: true, nextRule: { kind: 'agreed' as const } };

/** Ana's with one promise missed, one snoozed three times, one untouched, and two in order. */
async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, ben, mara, workspace } = team;
  const calm = { createdAt: new Date('2026-11-17T08:00:00Z') };
  const own = {
    missed: await createProspect(db, ana, { name: 'Mia', nextOn: '2026-11-12', ...promised }),
    snoozed: await createProspect(db, ana, { ...calm, ...picked, name: 'Sam', snoozes: 3 }),
    untouched: await createProspect(db, ana, { ...picked, name: 'Uma' }),
  };
  await createProspect(db, ana, { ...calm, nextOn: '2026-11-24' });
  await createProspect(db, ana, { inLine: true });
  const names = (rows: readonly { name: string | null }[]) => rows.map(({ name }) => name);
  const mine = async (at: string) => names((await loadOwnCracks(acting(db, ana, at))).rows);
  const announce = (prospectIds: string[], sweepOn = SWEEP_ON, owner = ana) =>
    replaceAnnounced(db, {
      ...{ workspaceId: workspace.id, ownerId: owner.id, sweepOn, prospectIds },
      now: new Date(FRIDAY),
    });
  const sweep = (at = MONDAY) => loadSweep(acting(db, mara, at));
  return { db, ...team, ben, own, mine, names, announce, sweep };
}

describe('what the manager will see of mine', () => {
  test('is each once under its worst crack, those in line and in order left out', async () => {
    const { db, ana } = await setUp();

    const { rows, sweepOn, announcedOn, isAnnounced } = await loadOwnCracks(
      acting(db, ana, WEDNESDAY),
    );

    expect(rows.map(({ name, crack }) => [name, crack.kind])).toEqual([
      ['Mia', 'promise_missed'],
      ['Sam', 'snoozed'],
      ['Uma', 'untouched'],
    ]);
    expect({ sweepOn, announcedOn, isAnnounced }).toEqual({
      ...{ sweepOn: SWEEP_ON, announcedOn: '2026-11-20', isAnnounced: false },
    });
  });

  test('is what the last digest of the week announced, once it went out', async () => {
    const { db, ana, own, mine, announce } = await setUp();
    await createSentDigest(db, ana, { on: '2026-11-20', rows: [] });
    await announce([own.missed.id, own.snoozed.id]);

    expect(await mine(FRIDAY)).toEqual(['Mia', 'Sam']);
    expect(await mine(SATURDAY)).toEqual(['Mia', 'Sam']);
    expect(await mine(MONDAY)).toEqual(['Mia', 'Sam']);
    expect(await mine('2026-11-24T08:00:00Z')).toEqual(['Mia', 'Sam', 'Uma']);
  });

  test('is nothing over the weekend when no digest announced anything', async () => {
    const { mine } = await setUp();

    expect(await mine(SATURDAY)).toEqual([]);
    expect(await mine(MONDAY)).toEqual([]);
  });

  test('is nothing where nobody manages', async () => {
    const { db } = database;
    const tess = await createRep(db, await createWorkspace(db));
    await createProspect(db, tess, { ...promised, nextOn: '2026-11-12' });

    expect((await loadOwnCracks(acting(db, tess, WEDNESDAY))).rows).toEqual([]);
  });

  test('counts a chase from the day it was opened again', async () => {
    const { db, workspace } = await setUp();
    const tess = await createRep(db, workspace, { name: 'Tess' });
    const lost = await createProspect(db, tess, {
      ...{ status: 'lost', closedReason: 'price', revisitOn: '2026-11-18' },
      ...{ nextOn: null, nextAction: null, nextChannel: null, nextRule: null },
    });
    const ctx = acting(db, tess, WEDNESDAY);
    await revisitProspect(ctx, { prospectId: lost.id, deed: 'reopen' });

    expect((await loadOwnCracks(ctx)).rows).toEqual([]);
    const later = await loadOwnCracks(acting(db, tess, '2026-12-03T08:00:00Z'));
    expect(later.rows).toHaveLength(1);
  });
});

describe('slipping', () => {
  test('counts from the second of the owner’s own digests that offered it', async () => {
    const { db, workspace } = await setUp();
    const tess = await createRep(db, workspace, { name: 'Tess' });
    const fresh = { createdAt: new Date('2026-11-05T08:00:00Z') };
    const dana = await createProspect(db, tess, { ...fresh, nextOn: '2026-11-09' });
    for (const on of ['2026-11-09', '2026-11-10', '2026-11-11']) {
      await createSentDigest(db, tess, { on, rows: [dana] });
    }
    const cracksAt = async (at: string) =>
      (await loadOwnCracks(acting(db, tess, at))).rows.map(({ crack }) => crack);

    expect(await cracksAt('2026-11-17T08:00:00Z')).toEqual([]);
    expect(await cracksAt(WEDNESDAY)).toEqual([{ kind: 'slipping', workingDays: 6 }]);
  });
});

describe('the digest says what goes to the manager', () => {
  test.each([
    ['on Friday', FRIDAY, 3],
    ['not on Thursday', THURSDAY, null],
    ['not on a day off', SATURDAY, null],
  ])('%s', async (_what, at, count) => {
    const { db, ana } = await setUp();

    const { toManager } = await loadDay(acting(db, ana, at));

    expect(toManager?.prospectIds.length ?? null).toBe(count);
  });

  test('on Thursday when Friday is off', async () => {
    const { db, ana } = await setUp();
    await createAbsence(db, ana, { fromOn: '2026-11-20', toOn: '2026-11-20' });

    expect(await loadToManager(acting(db, ana, THURSDAY))).toMatchObject({ sweepOn: SWEEP_ON });
  });

  test('as their own sweep to one who manages alone', async () => {
    const { db, mara } = await setUp();
    await createProspect(db, mara, { ...promised, nextOn: '2026-11-12' });

    const { toManager } = await loadDay(acting(db, mara, FRIDAY));

    expect(toManager).toMatchObject({ isOwn: true, prospectIds: [expect.any(String)] });
  });
});

describe('the manager’s sweep', () => {
  test('lists what was announced and still cracks, by rep', async () => {
    const { db, ana, ben, own, announce, sweep, names } = await setUp();
    await announce([own.missed.id, own.snoozed.id]);
    const bens = await createProspect(db, ben, { ...promised, nextOn: '2026-11-13' });
    await announce([bens.id], SWEEP_ON, ben);
    await logTouch(acting(db, ben, SATURDAY), {
      ...{ prospectId: bens.id, channel: 'call', outcome: 'no_answer' },
    });

    const { groups, total, othersAreClear, lastTotal } = await sweep();

    expect(groups.map(({ repId, rows }) => [repId, names(rows)])).toEqual([
      [ana.id, ['Mia', 'Sam']],
    ]);
    expect({ total, othersAreClear, lastTotal }).toEqual({
      ...{ total: 2, othersAreClear: true, lastTotal: null },
    });
  });

  test('says nothing of what somebody else was told about', async () => {
    const { db, ben, own, announce, sweep, mara } = await setUp();
    await announce([own.missed.id]);
    await changeOwner(acting(db, mara), { prospectId: own.missed.id, toRepId: ben.id });

    expect((await sweep()).groups).toEqual([]);
  });

  test('lists one who left without having been told, until somebody has theirs', async () => {
    const { db, workspace, ana, sweep } = await setUp();
    const change = { deactivatedAt: new Date(FRIDAY) };
    await updateRep(db, { workspaceId: workspace.id, repId: ana.id, change });

    for (const at of [MONDAY, NEXT_MONDAY]) {
      const { gone, total, groups } = await sweep(at);
      expect(gone).toMatchObject([{ repId: ana.id, owned: { open: 5, promised: 1 } }]);
      expect({ total, groups }).toEqual({ total: 5, groups: [] });
    }
  });
});

test('an announcement made again takes the place of the first', async () => {
  const { db, workspace, ana, own, announce } = await setUp();

  await announce([own.missed.id, own.snoozed.id]);
  await announce([own.snoozed.id]);

  const asked = { workspaceId: workspace.id, sweepOn: SWEEP_ON, ownerIds: [ana.id] };
  expect(await listAnnounced(db, asked)).toEqual([{ prospectId: own.snoozed.id, ownerId: ana.id }]);
});

describe('the line beside a prospect', () => {
  test('stands there until the next touch, and again after its undo', async () => {
    const { db, ana, own } = await setUp();
    const ctx = acting(db, ana, WEDNESDAY);
    const noteOf = async () =>
      (await loadOwnCracks(ctx)).rows.find((row) => row.prospectId === own.untouched.id)?.note;
    const { id: prospectId } = own.untouched;

    await noteCrack(ctx, { prospectId, note: 'Waiting for their legal' });
    expect(await noteOf()).toBe('Waiting for their legal');
    const { touch, prospect } = await logTouch(ctx, {
      ...{ prospectId, channel: 'email', outcome: 'sent', nextOn: '2026-12-14' },
    });
    expect(prospect.crackNote).toBeNull();
    await undoTouch(ctx, { touchId: touch.id });
    expect(await noteOf()).toBe('Waiting for their legal');
    await noteCrack(ctx, { prospectId, note: null });
    expect(await noteOf()).toBeNull();
  });

  test.each([
    ['somebody else’s', 'ben', 'x', 'not_allowed'],
    ['one too long', 'ana', 'x'.repeat(141), 'invalid'],
  ] as const)('is refused: %s', async (_what, who, note, code) => {
    const team = await setUp();
    const ctx = acting(team.db, team[who], WEDNESDAY);

    await expect(noteCrack(ctx, { prospectId: team.own.missed.id, note })).rejects.toMatchObject({
      code,
    });
  });
});

describe('a nudge', () => {
  test('goes once a day from a manager, about what cracks', async () => {
    const { db, ana, mara, own, announce } = await setUp();
    await announce([own.missed.id]);
    const nudge = (at: string) => nudgeRep(acting(db, mara, at), { repId: ana.id });

    expect(await nudge(MONDAY)).toMatchObject({ count: 1, rep: { id: ana.id } });
    await expect(nudge('2026-11-23T15:00:00Z')).rejects.toMatchObject({ code: 'conflict' });
    expect(await nudge('2026-11-24T07:00:00Z')).toMatchObject({ count: 1 });
    const occurrence = `nudge:${mara.id}:2026-11-23`;
    expect(await loadNudge(acting(db, ana, MONDAY), occurrence)).toMatchObject({
      ...{ by: 'Mara Lind', rows: [{ name: 'Mia' }] },
    });
    await logTouch(acting(db, ana, MONDAY), {
      ...{ prospectId: own.missed.id, channel: 'call', outcome: 'spoke' },
    });
    expect(await loadNudge(acting(db, ana, MONDAY), occurrence)).toBeNull();
  });

  test('is refused when nothing cracks, to oneself, and to a rep who asks', async () => {
    const { db, ana, ben, mara } = await setUp();
    const ctx = acting(db, mara, MONDAY);

    await expect(nudgeRep(ctx, { repId: ben.id })).rejects.toMatchObject({ code: 'conflict' });
    await expect(nudgeRep(ctx, { repId: mara.id })).rejects.toMatchObject({ code: 'invalid' });
    const asked = nudgeRep(acting(db, ana, MONDAY), { repId: ben.id });
    await expect(asked).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
