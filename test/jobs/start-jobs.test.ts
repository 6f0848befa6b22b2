import { expect, test } from 'vitest';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { useDatabase } from '../support/database.ts';
import { createSenderDeps, TestClock } from '../support/delivery-machine.ts';
import { createPlannedRep } from '../support/planned-rep.ts';
import { useSlackStub } from '../support/slack-stub.ts';

const database = useDatabase();
const stub = useSlackStub();

test('jobs sweep at once when they start, and stop for good', async () => {
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  await createPlannedRep(database.db);

  const jobs = startJobs(createSenderDeps(database.db, { slack, clock }), { name: 'one' });
  await expect.poll(() => slack.messages.length, { timeout: 5_000 }).toBe(1);
  await expect.poll(() => jobs.lastSweepAt(), { timeout: 5_000 }).toEqual(clock.machine);
  await jobs.stop();
  clock.advance(24 * 3600);
  await jobs.sweep();

  expect(slack.messages).toHaveLength(1);
});

test('a database that fails is reported and does not end the process', async () => {
  const clock = new TestClock('2026-11-17T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  const deps = createSenderDeps(database.db, { slack, clock });
  const broken = {
    ...deps,
    clocks: { ...deps.clocks, machine: () => Promise.reject(new Error('away')) },
  };

  const jobs = startJobs(broken, { name: 'one' });
  const errors = () => new Set(deps.troubles.map(({ error }) => error));
  await expect
    .poll(errors, { timeout: 5_000 })
    .toEqual(new Set(['sweep: Error', 'refresh-schedules: Error']));
  await jobs.stop();

  expect(jobs.lastSweepAt()).toBeNull();
});

test('an audit that finds something is reported, and remembered for readiness', async () => {
  const { db } = database;
  const clock = new TestClock('2026-11-18T07:30:00Z');
  const slack = stub.fresh(() => clock.machine);
  await createPlannedRep(db);
  const deps = createSenderDeps(db, { slack, clock });
  const jobs = startJobs(deps, { name: 'one', ticks: false });
  expect(jobs.lastAudit()).toBeNull();

  await jobs.audit();

  expect(jobs.lastAudit()?.missing).toBeGreaterThan(0);
  expect(deps.troubles).toContainEqual(expect.objectContaining({ kind: 'audit' }));
});
