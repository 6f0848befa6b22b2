import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { prospects, suppressions } from '../../src/db/schema.ts';
import type { LogTouchInput } from '../../src/domain/touch-input.ts';
import { editTouch } from '../../src/services/edit-touch.ts';
import { loadBoard } from '../../src/services/load-board.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoTouch } from '../../src/services/undo-touch.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const call = { channel: 'call', outcome: 'no_answer' } as const;
const stop = { channel: 'email', outcome: 'stop' } as const;
const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana, workspace } = team;
  const dana = await createProspect(db, ana, change);
  const log = (input: Omit<LogTouchInput, 'prospectId'>, rep = ana, prospectId = dana.id) =>
    logTouch(acting(db, rep), { prospectId, ...input });
  const undo = (touchId: string, rep = ana) => undoTouch(acting(db, rep), { touchId });
  const stored = async (id = dana.id) => {
    const where = and(eq(prospects.workspaceId, workspace.id), eq(prospects.id, id));
    const [row] = await db.select().from(prospects).where(where);
    if (!row) throw new Error('gone');
    const { version, changedAt, ...rest } = row;
    return rest;
  };
  const hashes = () =>
    db.select().from(suppressions).where(eq(suppressions.workspaceId, workspace.id));
  return { db, ...team, dana, log, undo, stored, hashes };
}

describe('undo puts everything back', () => {
  test.each<[string, Parameters<typeof createProspect>[2], Omit<LogTouchInput, 'prospectId'>]>([
    ['an unanswered call', {}, call],
    ['a touch on one in line', { inLine: true, linePosition: 4, snoozes: 2 }, call],
    [
      'a touch that kept a timed promise',
      {
        ...{ promised: true, nextAt: new Date('2026-11-17T09:00:00Z'), nextStep: 'Send pricing' },
        ...{ nextRule: { kind: 'agreed' as const } },
      },
      { ...call, interest: 'hot' },
    ],
    ['a Yes', { interest: 'warm' }, { channel: 'call', outcome: 'yes' }],
    ['a No', {}, no],
    ['a stop', { email: 'dana@acme.example' }, stop],
    ['a stop for one channel', { phone: '+1 512 555 0142' }, { ...stop, stopChannel: 'call' }],
  ])('after %s', async (_what, change, input) => {
    const { log, undo, stored } = await setUp(change);
    const before = await stored();
    const { touch } = await log(input);

    await undo(touch.id);

    expect(await stored()).toEqual(before);
  });

  test('after a Yes on a lost one, the reason of the No included', async () => {
    const { log, undo, stored } = await setUp();
    await log(no);
    const before = await stored();
    const { touch } = await log({ channel: 'email', outcome: 'yes' });
    expect(await stored()).toMatchObject({ status: 'won', closedReason: null });

    await undo(touch.id);

    expect(await stored()).toEqual(before);
    expect(before).toMatchObject({ status: 'lost', closedReason: 'price' });
  });
});

test('an undone touch counts neither as a contact nor on the board', async () => {
  const { db, workspace, log, undo } = await setUp();
  const { touch } = await log(call);
  await undo(touch.id);

  const week = { from: '2026-11-16', to: '2026-11-22' };
  expect((await loadBoard({ db, workspaceId: workspace.id }, week)).followUps).toBe(0);
  expect((await log(call)).contacts).toBe(1);
});

test('undoing twice, even at the same moment, is once (119)', async () => {
  const { log, undo } = await setUp();
  const { touch } = await log(call);

  const both = await Promise.all([undo(touch.id), undo(touch.id)]);

  expect(both.map(({ already }) => already).sort()).toEqual([false, true]);
});

describe('undo goes back as far as changes stand', () => {
  test('touch by touch, to where it all began', async () => {
    const { ben, log, undo, stored } = await setUp({ snoozes: 2, inLine: true, linePosition: 4 });
    const states = [await stored()];
    const touches = [];
    for (const input of [call, { ...stop, stopChannel: 'email' as const }, no]) {
      touches.push((await log(input, input === no ? undefined : ben)).touch);
      states.push(await stored());
    }
    // One that was undone in between does not count.
    await undo((await log({ channel: 'text', outcome: 'they_got_in_touch' })).touch.id);

    for (const { id, repId } of touches.toReversed()) {
      states.pop();
      await undo(id, repId === ben.id ? ben : undefined);
      expect(await stored()).toEqual(states.at(-1));
    }
    expect(states).toHaveLength(1);
  });

  test('with all that was edited', async () => {
    const { db, ana, dana, log, undo, stored } = await setUp();
    const before = await stored();
    const { touch } = await log(call);
    const edit = (input: Omit<LogTouchInput, 'prospectId'>) =>
      editTouch(acting(db, ana), { ...input, prospectId: dana.id, touchId: touch.id });
    await edit(no);
    await edit({ channel: 'email', outcome: 'spoke', interest: 'hot' });

    await undo(touch.id);

    expect(await stored()).toEqual(before);
  });
});

describe('undo is refused', () => {
  test('after a snooze, and says to when', async () => {
    const { db, mara, dana, log, undo } = await setUp();
    const { touch, prospect } = await log(call);
    const to = { on: '2026-11-26' };
    const snooze = { prospectId: dana.id, version: prospect.version, to };
    await snoozeProspect(acting(db, mara), snooze);

    await expect(undo(touch.id)).rejects.toThrow(
      'Mara Lind snoozed Dana Reyes to Thu 26 Nov since, so this can no longer be undone.',
    );
  });

  test.each([
    ['later', 'You put Dana Reyes off to Thu 17 Dec since'],
    ['drop', 'You dropped Dana Reyes since'],
  ] as const)('after a revisit that answered %s', async (deed, sentence) => {
    const { db, ana, dana, log, undo } = await setUp();
    const { touch } = await log(no);
    await revisitProspect(acting(db, ana), { prospectId: dana.id, deed });

    await expect(undo(touch.id)).rejects.toThrow(sentence);
  });

  test('once somebody else changed the prospect since, and names them (119)', async () => {
    const { ben, log, undo } = await setUp();
    const { touch } = await log(call);
    await log({ channel: 'email', outcome: 'sent' }, ben);

    await expect(undo(touch.id)).rejects.toThrow(
      'Ben Haas logged another touch with Dana Reyes since',
    );
  });

  test('after a re-opening', async () => {
    const { db, ana, dana, log, undo } = await setUp();
    const { touch } = await log(no);
    await revisitProspect(acting(db, ana), { prospectId: dana.id, deed: 'reopen' });

    await expect(undo(touch.id)).rejects.toThrow('You re-opened Dana Reyes since');
  });

  test('for somebody else’s touch, unless a manager does it', async () => {
    const { ben, mara, log, undo } = await setUp();
    const { touch } = await log(call);

    await expect(undo(touch.id, ben)).rejects.toMatchObject({ code: 'not_allowed' });
    expect((await undo(touch.id, mara)).already).toBe(false);
  });

  test.each(['nonsense', '00000000-0000-4000-8000-000000000000'])('for %s', async (touchId) => {
    const { undo } = await setUp();

    await expect(undo(touchId)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('undoing around a stop', () => {
  const person = { email: 'Dana@Acme.example', phone: '+1 512 555 0142' };

  test('lifts the stop, and every entry it ended', async () => {
    const { db, ben, log, undo, stored, hashes } = await setUp(person);
    const twin = await createProspect(db, ben, { name: 'D. Reyes', email: 'dana@acme.example' });
    const before = await stored(twin.id);
    const { touch } = await log(stop);
    expect((await stored(twin.id)).status).toBe('stopped');

    await undo(touch.id);

    expect(await hashes()).toEqual([]);
    expect(await stored(twin.id)).toEqual(before);
  });

  test('a touch after the stop, undone, leaves the stop as it is', async () => {
    const { log, undo, stored, hashes } = await setUp(person);
    await log(stop);
    const kept = await hashes();
    const { touch } = await log({ channel: 'email', outcome: 'they_got_in_touch' });

    await undo(touch.id);

    expect((await stored()).status).toBe('stopped');
    expect(await hashes()).toEqual(kept);
    expect(kept.length).toBeGreaterThan(0);
  });

  test('a second stop, undone, leaves the first', async () => {
    const { log, undo, stored, hashes } = await setUp(person);
    await log(stop);
    const { touch } = await log({ ...stop, channel: 'call' });

    await undo(touch.id);

    expect((await stored()).status).toBe('stopped');
    expect((await hashes()).length).toBeGreaterThan(0);
  });

  test('the person stays stopped while another entry of theirs is', async () => {
    const { db, ben, log, undo, stored, hashes } = await setUp(person);
    const twin = await createProspect(db, ben, { name: 'D. Reyes', email: 'dana@acme.example' });
    const { touch } = await log(stop);
    await log(stop, ben, twin.id);

    await undo(touch.id);

    expect((await stored(twin.id)).status).toBe('stopped');
    expect((await hashes()).length).toBeGreaterThan(0);
  });
});
