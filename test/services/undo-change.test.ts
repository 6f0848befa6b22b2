import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { prospects } from '../../src/db/schema.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { markNotAProspect } from '../../src/services/mark-not-a-prospect.ts';
import { revisitProspect } from '../../src/services/revisit-prospect.ts';
import { snoozeProspect } from '../../src/services/snooze-prospect.ts';
import { undoChange } from '../../src/services/undo-change.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
const lost = {
  ...{ ...closed, status: 'lost' as const, closedReason: 'price' as const },
  revisitOn: '2026-11-17',
};
const duplicate = {
  ...{ ...closed, status: 'not_a_prospect' as const, closedReason: 'duplicate' as const },
};
const promised = {
  nextAt: new Date('2026-11-17T09:00:00Z'),
  ...{
    nextStep: 'Send pricing',
    promised: true,
    snoozes: 2,
    nextRule: { kind: 'agreed' as const },
  },
};
const inLine = { inLine: true, linePosition: 7 };

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const { ana } = team;
  const dana = await createProspect(db, ana, change);
  const prospectId = dana.id;
  const stored = async () => {
    const [row] = await db.select().from(prospects).where(eq(prospects.id, prospectId));
    const { version, changedAt, ...rest } = row ?? dana;
    return rest;
  };
  const mark = () => markNotAProspect(acting(db, ana), { prospectId, reason: 'company_gone' });
  const revisit = (deed: 'reopen' | 'later' | 'drop') =>
    revisitProspect(acting(db, ana), { prospectId, deed });
  const undo = (version: number, rep = ana) => undoChange(acting(db, rep), { prospectId, version });
  return { db, ...team, dana, prospectId, stored, mark, revisit, undo };
}

describe('puts back exactly what was', () => {
  test.each([
    ['a promise with its time', promised],
    ['a place in line', inLine],
    ['a No with its reason and day', lost],
  ])('marked as not a prospect: %s', async (_what, change) => {
    const { stored, mark, undo } = await setUp(change);
    const before = await stored();
    const { version } = await mark();

    const { already } = await undo(version);

    expect(already).toBe(false);
    expect(await stored()).toEqual(before);
  });

  test.each([
    ['reopen', lost],
    ['later', lost],
    ['drop', lost],
    ['reopen', duplicate],
  ] as const)('%s', async (deed, change) => {
    const { stored, revisit, undo } = await setUp(change);
    const before = await stored();
    const { version } = await revisit(deed);

    await undo(version);

    expect(await stored()).toEqual(before);
  });
});

test('twice is once', async () => {
  const { mark, undo, stored } = await setUp();
  const { version } = await mark();
  await undo(version);
  const after = await stored();

  expect((await undo(version)).already).toBe(true);
  expect(await stored()).toEqual(after);
});

describe('is refused', () => {
  test('to others than its author and managers', async () => {
    const { ben, mara, mark, undo } = await setUp();
    const { version } = await mark();

    await expect(undo(version, ben)).rejects.toThrow(
      'Only the one who made a change, or a manager, can undo it.',
    );
    expect((await undo(version, mara)).prospect.standing.status).toBe('open');
  });

  test('once somebody changed it since, naming them', async () => {
    const { db, mara, prospectId, mark, undo } = await setUp();
    const { version } = await mark();
    await revisitProspect(acting(db, mara), { prospectId, deed: 'reopen' });

    await expect(undo(version)).rejects.toThrow(
      'Mara Lind re-opened Dana Reyes since, so this can no longer be undone.',
    );
  });

  test.each(['a touch', 'a snooze'])('for %s, which has its own', async (what) => {
    const { db, ana, prospectId, undo } = await setUp();
    const ctx = acting(db, ana);
    if (what === 'a touch')
      await logTouch(ctx, { prospectId, channel: 'call', outcome: 'no_answer' });
    else await snoozeProspect(ctx, { prospectId, version: 1, to: 'tomorrow' });

    await expect(undo(2)).rejects.toMatchObject({ code: 'conflict' });
  });
});
