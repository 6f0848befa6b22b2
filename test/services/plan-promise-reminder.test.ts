import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries } from '../../src/db/schema.ts';
import { findOneProspect } from '../../src/services/get-prospect.ts';
import { loadPromiseReminder } from '../../src/services/load-promise-reminder.ts';
import { logTouch } from '../../src/services/log-touch.ts';
import { saveChange } from '../../src/services/save-change.ts';
import { acting, createSalesTeam } from '../support/acting.ts';
import { useDatabase } from '../support/database.ts';
import { createProspect } from '../support/factories.ts';

const database = useDatabase();
const agreed = { channel: 'call', outcome: 'spoke', agreed: true } as const;

/** Ana promised Dana a call on Wednesday at 10:00. */
async function setUp() {
  const { db } = database;
  const team = await createSalesTeam(db);
  const dana = await createProspect(db, team.ana);
  const log = (nextOn: string, nextTime: string | null) =>
    logTouch(acting(db, team.ana), { prospectId: dana.id, ...agreed, nextOn, nextTime });
  await log('2026-11-18', '10:00');
  const ledger = () =>
    db
      .select()
      .from(deliveries)
      .where(
        and(
          eq(deliveries.workspaceId, team.ana.workspaceId),
          eq(deliveries.kind, 'promise_reminder'),
        ),
      );
  return { db, ...team, dana, log, ledger };
}

test('a promise with a time enters its reminder, one without enters none', async () => {
  const { ana, dana, log, ledger } = await setUp();
  await log('2026-11-19', null);

  expect(await ledger()).toMatchObject([
    {
      ...{ subjectKey: `rep:${ana.id}`, occurrenceKey: `${dana.id}@2026-11-18T09:00:00.000Z` },
      ...{ state: 'pending', dueAt: new Date('2026-11-18T08:45:00Z') },
      expiresAt: new Date('2026-11-18T09:05:00Z'),
    },
  ]);
});

test('the same promise, saved again, has the same reminder', async () => {
  const { log, ledger } = await setUp();
  await log('2026-11-18', '10:00');

  expect(await ledger()).toHaveLength(1);
});

test('in other hands, the new owner is reminded and the old one no more', async () => {
  const { db, ana, ben, mara, dana, ledger } = await setUp();
  const prospect = await findOneProspect(acting(db, mara), dana.id);
  const change = { standing: prospect.standing, ownerId: ben.id };
  await saveChange(acting(db, mara), { prospect, change, verb: 'undo' });

  const rows = await ledger();
  const at = '2026-11-18T08:45:00Z';
  const key = rows[0]?.occurrenceKey ?? '';

  expect(rows.map((row) => row.subjectKey).sort()).toEqual(
    [`rep:${ana.id}`, `rep:${ben.id}`].sort(),
  );
  expect(await loadPromiseReminder(acting(db, ana, at), key)).toEqual({
    ...{ kind: 'skip', reason: 'changed' },
  });
  expect(await loadPromiseReminder(acting(db, ben, at), key)).toMatchObject({ kind: 'remind' });
});
