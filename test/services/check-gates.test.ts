import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reps } from '../../src/db/schema.ts';
import { type ClaimedDelivery, DELIVERY_TIMINGS } from '../../src/domain/delivery.ts';
import { subjectKey } from '../../src/domain/subject.ts';
import { checkGates } from '../../src/services/check-gates.ts';
import { useDatabase } from '../support/database.ts';
import { createAbsence, createHoliday, createRep, createWorkspace } from '../support/factories.ts';

const database = useDatabase();
const now = new Date('2026-11-17T07:30:00Z');

function digestOf(workspaceId: number, key: string): ClaimedDelivery {
  return {
    ...{ workspaceId, subjectKey: key, kind: 'digest', occurrenceKey: '2026-11-17' },
    ...{ id: crypto.randomUUID(), zone: 'Europe/Berlin', dueAt: now, expiresAt: now },
    ...{ attempts: 1, failures: 0, claimToken: crypto.randomUUID() },
  };
}

async function addRep(change: Parameters<typeof createWorkspace>[1] = {}) {
  const workspace = await createWorkspace(database.db, change);
  const rep = await createRep(database.db, workspace);
  const key = subjectKey({ kind: 'rep', id: rep.id });
  return { workspace, rep, delivery: digestOf(workspace.id, key) };
}

test('each of many deliveries gets the answer of its own workspace, person and day', async () => {
  const { db } = database;
  const ctx = { db, timings: DELIVERY_TIMINGS, now, machineNow: now };
  const open = await addRep();
  const gone = await addRep();
  await db.update(reps).set({ deactivatedAt: now }).where(eq(reps.id, gone.rep.id));
  const away = await addRep();
  await createAbsence(db, away.rep, { fromOn: '2026-11-16', toOn: '2026-11-18' });
  const holiday = await addRep();
  await createHoliday(db, holiday.workspace, '2026-11-17');
  const both = await addRep();
  await createHoliday(db, both.workspace, '2026-11-17');
  await createAbsence(db, both.rep, { fromOn: '2026-11-17', toOn: '2026-11-17' });
  const paused = await addRep({ pausedUntil: new Date('2026-11-18T00:00:00Z') });
  const cutOff = await addRep({ state: 'token_invalid' });
  const quiet = await addRep();
  const teamKey = subjectKey({ kind: 'team', id: quiet.workspace.teamId });
  const posted = await addRep({ team: { slackChannelId: 'C1' } });
  const postedKey = subjectKey({ kind: 'team', id: posted.workspace.teamId });

  const gates = await checkGates(ctx, [
    open.delivery,
    gone.delivery,
    away.delivery,
    holiday.delivery,
    both.delivery,
    paused.delivery,
    cutOff.delivery,
    { ...digestOf(quiet.workspace.id, teamKey), kind: 'team_post' },
    { ...digestOf(posted.workspace.id, postedKey), kind: 'team_post' },
    { ...away.delivery, kind: 'notice', occurrenceKey: 'set up' },
    digestOf(open.workspace.id, 'rep:nobody'),
    digestOf(open.workspace.id, gone.delivery.subjectKey),
    digestOf(open.workspace.id, 'what:ever'),
  ]);

  expect(gates.map((gate) => ('reason' in gate ? gate.reason : 'why' in gate ? gate.why : 'open')))
    // The order of the list above.
    .toEqual([
      ...['open', 'deactivated', 'away', 'holiday', 'away', 'paused', 'workspace_disconnected'],
      ...['no_channel', 'open', 'open', 'deactivated', 'deactivated', 'changed'],
    ]);
});
