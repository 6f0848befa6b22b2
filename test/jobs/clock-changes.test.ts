import { expect, test } from 'vitest';
import { deliveries, workspaces } from '../../src/db/schema.ts';
import { createSweep } from '../../src/jobs/sweep.ts';
import { syncRepSchedule } from '../../src/services/sync-schedules.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createRep, createWorkspace } from '../support/factories.ts';
import { readLedger } from '../support/ledger.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();
const EVERY_DAY = 0b1111111;
const HOUR = 3600;

test.each([
  // Clocks that skip midnight, or the hour before it: then the day keeps its own key.
  [44, 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z'],
  [44, 'Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:30:00Z'],
  [44, 'America/Havana', '2026-03-08', '00:00', '2026-03-08T05:00:00Z'],
  [44, 'Asia/Beirut', '2026-03-29', '00:30', '2026-03-28T22:30:00Z'],
  [44, 'America/Santiago', '2026-09-06', '00:15', '2026-09-06T04:15:00Z'],
  [44, 'America/Scoresbysund', '2026-03-28', '23:30', '2026-03-29T01:30:00Z'],
  // Clocks that go back over midnight, or to it.
  [45, 'Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T20:30:00Z'],
  [45, 'Africa/Cairo', '2026-10-30', '00:00', '2026-10-29T22:00:00Z'],
  [45, 'Asia/Beirut', '2026-10-24', '23:30', '2026-10-24T20:30:00Z'],
  [45, 'America/Santiago', '2026-04-04', '23:30', '2026-04-05T02:30:00Z'],
  [45, 'America/Havana', '2026-11-01', '00:30', '2026-11-01T04:30:00Z'],
  [45, 'Atlantic/Azores', '2026-10-25', '00:30', '2026-10-25T00:30:00Z'],
  // Halves and quarters of an hour, and clocks that change no more.
  [46, 'Asia/Kathmandu', '2026-11-17', '08:30', '2026-11-17T02:45:00Z'],
  [46, 'Australia/Eucla', '2026-10-04', '08:30', '2026-10-03T23:45:00Z'],
  [46, 'Pacific/Chatham', '2026-09-27', '02:50', '2026-09-26T14:05:00Z'],
  [46, 'Asia/Tehran', '2026-03-22', '00:30', '2026-03-21T21:00:00Z'],
  [46, 'America/Mexico_City', '2026-04-05', '02:30', '2026-04-05T08:30:00Z'],
  [46, 'America/Sao_Paulo', '2026-11-01', '00:30', '2026-11-01T03:30:00Z'],
])(
  'case %i: in %s the digest of %s at %s is sent once, though nobody was up at %s',
  async (_case, zone, localDate, digestTime, instant) => {
    const { db } = database;
    await db.update(workspaces).set({ state: 'uninstalled' });
    await db.update(deliveries).set({ nextAttemptAt: new Date('2100-01-01T00:00:00Z') });
    const clock = new TestClock(instant);
    const slack = stub.fresh(() => clock.machine);
    const workspace = await createWorkspace(db);
    const change = { zone, digestTime, weekdays: EVERY_DAY, slackDmId: 'D1' };
    const rep = await createRep(db, workspace, change);
    const { workspaceId } = workspace;
    const before = new Date(Date.parse(instant) - 30 * HOUR * 1000);
    await syncRepSchedule({ db, workspaceId, now: before }, rep);
    const { sweep } = createSweep(createSenderDeps(db, { slack, clock }), { name: 'one' });

    clock.advance(-1.5 * HOUR);
    await sweep();
    // Every replica is down for an hour and a half, the digest's minute included.
    clock.advance(1.9 * HOUR);
    await sweep();
    for (let hour = 0; hour < 5; hour++) {
      clock.advance(HOUR);
      await sweep();
    }

    const sent = slack.messages.filter(({ text }) => text === `digest ${localDate}`);
    expect(sent).toHaveLength(1);
    const ofThatDay = (await readLedger(db, workspaceId)).filter(
      ({ occurrenceKey }) => occurrenceKey === localDate,
    );
    expect(ofThatDay).toMatchObject([{ state: 'sent', dueAt: new Date(instant) }]);
  },
);
