import { sql } from 'drizzle-orm';
import type { Database } from '../src/db/client.ts';
import { DELIVERY_TIMINGS } from '../src/domain/delivery.ts';
import { expectedOccurrences } from '../src/domain/schedule.ts';
import { auditDeliveries } from '../src/services/audit-deliveries.ts';
import { after } from '../src/services/delivery-context.ts';
import { say, withBenchDatabase } from './bench-database.ts';

const SCHEDULES = Number(process.argv[2] ?? 100_000);
const WORKSPACES = 500;
const TIMES_MEASURED = 7;
const NOW = new Date('2026-11-17T12:00:00Z');
const ZONES = [
  ...['Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Chicago', 'America/Denver'],
  ...['America/Los_Angeles', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Dubai', 'Asia/Kolkata'],
  ...['Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'Etc/UTC'],
];
const TIMES = Array.from({ length: 24 }, (_none, index) => {
  const hour = String(6 + Math.floor(index / 4)).padStart(2, '0');
  return `${hour}:${String((index % 4) * 15).padStart(2, '0')}`;
});
const EVERY_DAY = 0b1111111;

/** How long the auditor takes when that many schedules each have their rows of two days in the ledger. */
async function main(): Promise<void> {
  await withBenchDatabase(async ({ db }) => {
    await fill(db);
    const context = { db, timings: DELIVERY_TIMINGS, now: NOW, machineNow: NOW };
    const taken: number[] = [];
    for (let round = 0; round < TIMES_MEASURED; round++) {
      const began = performance.now();
      const { missing, stuck, late } = await auditDeliveries(context);
      taken.push(Math.round(performance.now() - began));
      if (missing + stuck + late > 0) throw new Error(`It found ${missing}, ${stuck}, ${late}.`);
    }
    const sorted = taken.toSorted((a, b) => a - b);
    say(
      `${SCHEDULES} schedules in ${WORKSPACES} workspaces, ${ZONES.length * TIMES.length} rhythms`,
    );
    say(`audit in ms: first ${taken[0]}, median ${sorted[3]}, longest ${sorted.at(-1)}`);
  });
}

async function fill(db: Database['db']): Promise<void> {
  const rhythms = ZONES.flatMap((zone) => TIMES.map((localTime) => ({ zone, localTime })));
  await db.execute(sql`
    insert into workspaces (slack_team_id, name, state, hash_key, installed_at, active_from)
    select 'T' || n, 'Northwind', 'active', decode(repeat('00', 32), 'hex'), '2026-01-05', '2026-01-05'
    from generate_series(1, ${WORKSPACES}::int) n`);
  await db.execute(sql`
    with rhythms as (
      select zone, "localTime", row_number() over () - 1 as place
      from jsonb_to_recordset(${JSON.stringify(rhythms)}::text::jsonb) as r(zone text, "localTime" time)
    ), homes as (select id, row_number() over (order by id) - 1 as place from workspaces)
    insert into schedules
      (workspace_id, kind, subject_key, zone, local_time, weekdays, next_local_date, next_due_at, tzdb, since_at)
    select h.id, 'digest', 'rep:' || n, r.zone, r."localTime", ${EVERY_DAY}::int, '2026-11-18',
      '2026-11-18T12:00:00Z', '', '2026-01-05'
    from generate_series(1, ${SCHEDULES}::int) n
    join homes h on h.place = n % ${WORKSPACES}::int
    join rhythms r on r.place = (n / ${WORKSPACES}::int) % ${rhythms.length}::int`);
  // A statement may take ten seconds, so the ledger is filled zone by zone.
  for (const zone of ZONES) await fillLedger(db, zone);
  await db.execute(sql`vacuum analyze deliveries`);
  await db.execute(sql`analyze`);
}

/** A row for each occurrence of the last three days. */
async function fillLedger(db: Database['db'], zone: string): Promise<void> {
  const span = { from: after(NOW, -72 * 3_600_000), to: NOW };
  const occurrences = TIMES.flatMap((localTime) =>
    expectedOccurrences({ zone, localTime, weekdays: EVERY_DAY }, span).map((one) => ({
      ...{ zone, localTime },
      ...one,
    })),
  );
  await db.execute(sql`
    insert into deliveries (workspace_id, kind, subject_key, occurrence_key, zone, due_at, expires_at,
      state, reason, next_attempt_at, created_at, finished_at)
    select s.workspace_id, s.kind, s.subject_key, o."localDate", s.zone, o."dueAt", o."dueAt",
      'skipped', 'empty', o."dueAt", o."dueAt", o."dueAt"
    from jsonb_to_recordset(${JSON.stringify(occurrences)}::text::jsonb)
      as o(zone text, "localTime" time, "localDate" text, "dueAt" timestamptz)
    join schedules s on s.zone = o.zone and s.local_time = o."localTime"`);
}

await main();
