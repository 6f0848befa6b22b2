import { afterEach, expect, test, vi } from 'vitest';
import { startJobs } from '../../src/jobs/start-jobs.ts';
import { pinProcessZone } from '../../src/process-zone.ts';
import type { SenderDeps, Trouble } from '../../src/slack/send/sender-deps.ts';

const MINUTE_MS = 60_000;
const zoneBefore = process.env.TZ;

afterEach(() => {
  vi.useRealTimers();
  if (zoneBefore === undefined) delete process.env.TZ;
  else process.env.TZ = zoneBefore;
});

/** The bot's jobs on a faked clock, and when they came to sweep; there is no database to sweep. */
function startAt(instant: string) {
  vi.useFakeTimers({
    now: new Date(instant),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  const sweptAt: number[] = [];
  const away = () => Promise.reject(new Error('no database'));
  const deps: Partial<SenderDeps> = {
    clocks: { business: away, machine: away },
    ownClock: () => new Date(),
    onTrouble: ({ error }: Trouble) => {
      if (error.startsWith('sweep:')) sweptAt.push(Date.now());
    },
  };
  // A pass ends at the first clock it reads, so nothing else is asked for.
  const jobs = startJobs(deps as SenderDeps, { name: 'one' });
  // There are no claims that could be given back.
  const stop = () => jobs.stop().catch(() => undefined);
  return { sweptAt, stop };
}

test.each([
  [40, 'America/New_York', '2026-11-01T04:30:00Z', 210, ['01:30', '01:30']],
  [40, 'America/New_York', '2027-03-14T05:30:00Z', 210, ['01:30', '03:30']],
  [41, 'Europe/Berlin', '2026-10-24T23:30:00Z', 180, ['02:30', '02:30']],
  [41, 'Europe/Berlin', '2027-03-27T23:30:00Z', 180, ['01:30', '03:30']],
])(
  'case %i: on a computer in %s, from %s on, each of %i minutes has its sweep and none spins',
  async (_case, zone, from, minutes, halfPast) => {
    process.env.TZ = zone;
    // The computer's clocks do change on the way.
    expect([60, 120].map((minute) => localTimeAfter(from, minute))).toEqual(halfPast);
    pinProcessZone(process.env);
    const { sweptAt, stop } = startAt(from);
    const timers = vi.spyOn(globalThis, 'setTimeout');

    for (let minute = 1; minute <= minutes; minute++) {
      const before = sweptAt.length;
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
      expect(sweptAt.length - before, `minute ${minute}`).toBeGreaterThanOrEqual(1);
      expect(timers.mock.calls.length, `minute ${minute}`).toBeLessThan(minute * 30);
    }

    await stop();
  },
);

function localTimeAfter(from: string, minutes: number): string {
  return new Date(Date.parse(from) + minutes * MINUTE_MS).toTimeString().slice(0, 5);
}

test('case 47: an event loop that stood still over the minute sweeps within 20 seconds', async () => {
  const { sweptAt, stop } = startAt('2026-11-17T08:58:00Z');
  await vi.advanceTimersByTimeAsync(118_000);
  const nine = Date.parse('2026-11-17T09:00:00Z');
  expect(sweptAt.at(-1)).toBe(nine - 15_000);

  // Five seconds pass in which no timer runs.
  vi.setSystemTime(Date.now() + 5_000);
  await vi.advanceTimersByTimeAsync(60_000);

  const after = sweptAt.filter((at) => at >= nine);
  expect(after[0]).toBeLessThanOrEqual(nine + 20_000);
  expect(after.length).toBeGreaterThanOrEqual(3);
  await stop();
});
