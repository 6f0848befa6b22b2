import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reps } from '../../src/db/schema.ts';
import { type RevisitDeed, revisitProspect } from '../../src/services/revisit-prospect.ts';
import { acting, createSalesTeam, TUESDAY } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createProspect } from '../support/factories.ts';

const database = useDatabase();
const closed = { nextOn: null, nextAction: null, nextChannel: null, nextRule: null };
const lost = { ...closed, status: 'lost' as const, revisitOn: '2026-11-17' };

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const revisit = (deed: RevisitDeed, rep = team.ana, at = TUESDAY) =>
    revisitProspect(acting(db, rep, at), { prospectId: dana.id, version: 1, deed });
  return { db, ...team, dana, revisit };
}

describe('on its day', () => {
  test('re-opening makes it due today', async () => {
    const { revisit } = await setUp({ ...lost, phone: '+1 512 555 0142' });

    expect((await revisit('reopen')).standing).toMatchObject({
      ...{ status: 'open', revisitOn: null },
      next: { on: '2026-11-17', action: 'ask_again', channel: 'call', rule: { kind: 'reopened' } },
    });
  });

  test('a manager re-opens it for the owner’s next working day', async () => {
    const { db, ana, mara, revisit } = await setUp(lost);
    await createAbsence(db, ana, { fromOn: '2026-11-16', toOn: '2026-11-20' });

    const { ownerId, standing } = await revisit('reopen', mara);

    expect(ownerId).toBe(ana.id);
    expect(standing.next?.on).toBe('2026-11-23');
  });

  test.each<[RevisitDeed, string | null]>([
    ['later', '2026-12-17'],
    ['drop', null],
  ])('%s leaves it lost', async (deed, revisitOn) => {
    const { revisit } = await setUp(lost);

    expect((await revisit(deed)).standing).toEqual({ status: 'lost', next: null, revisitOn });
  });
});

describe('is refused', () => {
  test.each([
    ['for one that is open', {}, 'open already'],
    ['for one who asked us to stop', { ...closed, status: 'stopped' as const }, 'asked us to stop'],
  ])('%s', async (_what, change, words) => {
    const { revisit } = await setUp(change);

    await expect(revisit('reopen')).rejects.toThrow(words);
  });

  test('the second of two clicks', async () => {
    const { revisit } = await setUp(lost);
    await revisit('later');

    await expect(revisit('later')).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('what was no prospect', () => {
  const none = {
    ...{ ...closed, status: 'not_a_prospect' as const, closedReason: 'duplicate' as const },
    ...{ phone: '+1 512 555 0142', stoppedChannels: ['call' as const, 'text' as const] },
    email: 'dana@acme.example',
  };

  test('is re-opened, on a channel that is open, without its reason', async () => {
    const { revisit } = await setUp(none);

    expect(await revisit('reopen')).toMatchObject({
      closedReason: null,
      standing: {
        ...{ status: 'open', revisitOn: null },
        next: { on: '2026-11-17', action: 'first_contact', channel: 'email' },
      },
    });
  });

  test.each(['later', 'drop'] as const)('has no day for %s', async (deed) => {
    const { revisit } = await setUp(none);

    await expect(revisit(deed)).rejects.toThrow('has no day to look at it again');
  });
});

test('whose owner is gone goes to the manager who re-opens it', async () => {
  const { db, ana, mara, revisit } = await setUp(lost);
  await db
    .update(reps)
    .set({ deactivatedAt: new Date(TUESDAY) })
    .where(eq(reps.id, ana.id));

  expect((await revisit('reopen', mara)).ownerId).toBe(mara.id);
});
