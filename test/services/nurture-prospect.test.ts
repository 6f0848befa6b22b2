import { expect, test } from 'vitest';
import { countPromises } from '../../src/db/promises.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { nurtureProspect } from '../../src/services/nurture-prospect.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createHoliday, createProspect, createRep } from '../support/factories.ts';

const database = useDatabase();

async function setUp(change: Parameters<typeof createProspect>[2] = {}) {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana, change);
  const nurture = (rep = team.ana, version = 1) =>
    nurtureProspect(acting(db, rep), { prospectId: dana.id, version });
  return { db, ...team, dana, nurture };
}

test('something useful comes in 21 days, by message, and snoozes count anew', async () => {
  const { nurture } = await setUp({ snoozes: 2, email: 'dana@acme.example', nextStep: 'Call' });

  const { standing, snoozes } = await nurture();

  expect(snoozes).toBe(0);
  expect(standing.next).toEqual({
    ...{ on: '2026-12-08', at: null, action: 'send_useful', step: null, channel: 'email' },
    ...{ promised: false, rule: { kind: 'nurture', days: 21 } },
  });
});

test('a day off moves it, and somebody hot comes back in half the time', async () => {
  const { db, workspace, nurture } = await setUp({ interest: 'hot' });
  await createHoliday(db, workspace, '2026-11-30');

  // 11 days on is a Saturday, and the Monday after it is a holiday.
  expect((await nurture()).standing.next?.on).toBe('2026-12-01');
});

test('by a manager where it is still yesterday counts from the owner’s day', async () => {
  const { db, workspace } = await setUp();
  const chi = await createRep(db, workspace, { name: 'Chi Okoye', zone: 'Pacific/Auckland' });
  const nia = await createRep(db, workspace, { zone: 'America/New_York', isManager: true });
  const { id: prospectId } = await createProspect(db, chi);
  // Tuesday 10:00 in New York, Wednesday 04:00 in Auckland.
  const ctx = acting(db, nia, '2026-11-17T15:00:00Z');

  const { standing } = await nurtureProspect(ctx, { prospectId, version: 1 });

  expect(standing.next?.on).toBe('2026-12-09');
});

test('a promise given up for it counts as not kept', async () => {
  const { db, ana, nurture } = await setUp({ promised: true, nextRule: { kind: 'agreed' } });

  await nurture();

  const span = { workspaceId: ana.workspaceId, from: '2026-11-16', before: '2026-11-18' };
  expect(await countPromises(db, span)).toEqual({ kept: 0, due: 1 });
});

test('is the owner’s and the managers’, for who is open, from a fresh button', async () => {
  const { db, ana, ben, mara, dana, nurture } = await setUp();

  await expect(nurture(ben)).rejects.toThrow('only the owner or a manager can let it rest');
  await expect(nurture(ana, 7)).rejects.toThrow('changed meanwhile');
  expect((await nurture(mara)).version).toBe(2);
  const no = { channel: 'call', outcome: 'no', noReason: 'price' } as const;
  await logTouch(acting(db, ana), { prospectId: dana.id, ...no });
  await expect(nurture(ana, 3)).rejects.toThrow('is not open');
});
