import { sql } from 'drizzle-orm';
import type { Db } from '../src/db/client.ts';
import { listReps } from '../src/db/reps.ts';
import type { HomePlace } from '../src/domain/home-place.ts';
import { en } from '../src/domain/words/en.ts';
import type { RepContext } from '../src/services/context.ts';
import { loadHome } from '../src/services/load-home.ts';
import { standOnHome } from '../src/services/stand-on-home.ts';
import { buildHome } from '../src/slack/views/home-view.ts';
import { createRep, createWorkspace } from '../test/support/factories.ts';
import { say, withBenchDatabase } from './bench-database.ts';
import { type Counts, openCounted } from './counted-database.ts';

const PROSPECTS = 50_000;
const REPS = 25;
const TOUCHES = 200_000;
const TIMES_MEASURED = Number(process.argv[2] ?? 50);
/** Connections opened and plans cached. */
const WARM_UP = 5;
/** Tuesday morning in Berlin. */
const NOW = new Date('2026-11-17T08:00:00Z');

const PAGES: [string, HomePlace][] = [
  ['first page', { tab: 'today', from: 0 }],
  ['today, second', { tab: 'today', from: 10 }],
  ['week, first', { tab: 'week', from: 0 }],
  ['week, last', { tab: 'week', from: 999_999 }],
  ['nurture, first', { tab: 'nurture', from: 0 }],
  ['nurture, last', { tab: 'nurture', from: 999_999 }],
  ['all, first', { tab: 'all', from: 0 }],
  ['all, last', { tab: 'all', from: 999_999 }],
  ['recent, first', { tab: 'recent', from: 0 }],
];

/** How long each page of App Home takes a rep with 2,000 prospects among 50,000, and a manager. */
async function main(): Promise<void> {
  await withBenchDatabase(async ({ db, url }) => {
    const workspaceId = await fill(db);
    const counted = openCounted(url, { connections: 5 });
    say(`${PROSPECTS} prospects of ${REPS} reps, ${TOUCHES} touches, ${TIMES_MEASURED} times each`);
    try {
      const reps = await listReps(db, workspaceId);
      for (const isManager of [false, true]) {
        const rep = reps.find((one) => one.isManager === isManager);
        if (!rep) throw new Error('Nobody to measure.');
        const ctx = { db: counted.db, workspaceId, rep, now: NOW };
        for (const [name, place] of PAGES) {
          say(`${rep.name}, ${name}: ${await measure(ctx, place, counted.counts)}`);
        }
      }
    } finally {
      await counted.close();
    }
    await explainQueries(db, workspaceId);
  });
}

async function measure(ctx: RepContext, place: HomePlace, counts: Counts): Promise<string> {
  await standOnHome(ctx, place);
  const taken: number[] = [];
  let queries = 0;
  let blocks = 0;
  let bytes = 0;
  for (let time = 0; time < TIMES_MEASURED + WARM_UP; time++) {
    const before = counts.statements;
    const began = performance.now();
    const view = buildHome(await loadHome(ctx), en);
    if (time >= WARM_UP) taken.push(performance.now() - began);
    queries = counts.statements - before;
    blocks = view.blocks.length;
    bytes = JSON.stringify(view).length;
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  const size = `${blocks} blocks, ${Math.round(bytes / 1000)} kB`;
  // On a busy machine the quickest says most about the work itself.
  return `quickest ${at(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${queries} queries, ${size}`;
}

/** Reps with 2,000 prospects each: one in ten due, one in five quiet, the rest over eight weeks. */
async function fill(db: Db): Promise<number> {
  const workspace = await createWorkspace(db, { team: { slackChannelId: 'C1' } });
  const { workspaceId } = workspace;
  for (let n = 0; n < REPS; n++) {
    const isManager = n === REPS - 1;
    await createRep(db, workspace, {
      name: isManager ? 'Mara, who manages' : `Rep ${n}`,
      isManager,
    });
  }
  await db.execute(sql`
    insert into prospects (workspace_id, owner_id, name, company, email, phone, status, next_on,
      next_action, next_channel, next_rule, promised, version, created_at, changed_at)
    select ${workspaceId}, r.id, 'Prospect ' || n, 'Company ' || n, 'p' || n || '@acme.example',
      '+1 512 555 0142', 'open',
      case when n % 10 = 0 then date '2026-11-10' + n / 10 % 8 else date '2026-11-18' + n % 56 end,
      case when n % 5 = 1 then 'send_useful' else 'try_again' end, 'email',
      '{"kind": "nurture", "days": 21}', n % 37 = 3, 1, '2026-10-01', '2026-10-01'
    from reps r cross join generate_series(1, ${PROSPECTS / REPS}::int) n
    where r.workspace_id = ${workspaceId}`);
  // A statement may take ten seconds, so the touches come rep by rep.
  for (const { id } of await listReps(db, workspaceId)) {
    await db.execute(sql`
      insert into touches (workspace_id, prospect_id, rep_id, channel, outcome, touched_on,
        touched_at, scores, created_at, points)
      select p.workspace_id, p.id, p.owner_id, 'call', 'no_answer', d::date, d, true, d, 'budget in Jan'
      from prospects p cross join generate_series(1, ${TOUCHES / PROSPECTS}::int) n
      cross join lateral (
        select timestamptz '2026-11-17 07:00Z'
          - (hashtext(p.id::text || n) & 127) * interval '1 day' as d
      ) days where p.workspace_id = ${workspaceId} and p.owner_id = ${id}`);
  }
  await fillDigests(db, workspaceId);
  await db.execute(sql`vacuum analyze`);
  return workspaceId;
}

/** Forty sent digests of ten rows for each rep, and what was announced for this Monday. */
async function fillDigests(db: Db, workspaceId: number): Promise<void> {
  await db.execute(sql`
    insert into deliveries (workspace_id, kind, subject_key, occurrence_key, zone, due_at, expires_at,
      state, next_attempt_at, slack_channel_id, slack_ts, created_at, finished_at)
    select r.workspace_id, 'digest', 'rep:' || r.id, to_char(date '2026-11-17' - n, 'YYYY-MM-DD'),
      r.zone, d, d, 'sent', d, 'D' || r.id, n::text, d, d
    from reps r cross join generate_series(1, 40) n
    cross join lateral (select timestamptz '2026-11-17 07:30Z' - n * interval '1 day' as d) days
    where r.workspace_id = ${workspaceId}`);
  await db.execute(sql`
    insert into delivery_items (workspace_id, delivery_id, position, prospect_id, section, drawn_on,
      drawn_version)
    select d.workspace_id, d.id, place, p.id, 'overdue', p.next_on, 1
    from deliveries d cross join lateral (
      select id, next_on, row_number() over (order by next_on, id) - 1 as place from prospects
      where workspace_id = d.workspace_id and owner_id = substr(d.subject_key, 5)::uuid
        and status = 'open' order by next_on, id limit 10
    ) p where d.workspace_id = ${workspaceId}`);
  await db.execute(sql`
    insert into announced_cracks (workspace_id, sweep_on, prospect_id, owner_id, announced_at)
    select distinct i.workspace_id, date '2026-11-16', p.id, p.owner_id, timestamptz '2026-11-13 07:30Z'
    from delivery_items i join prospects p on p.workspace_id = i.workspace_id and p.id = i.prospect_id
    where i.workspace_id = ${workspaceId}`);
}

/** The plans of the queries of a page, as Postgres ran them for one rep. */
async function explainQueries(db: Db, workspaceId: number): Promise<void> {
  const [rep] = await listReps(db, workspaceId);
  const own = sql`workspace_id = ${workspaceId} and owner_id = ${rep?.id ?? null} and status = 'open'`;
  const order = sql`order by next_on, line_position, id limit 15`;
  const queries = {
    'days counted': sql`select next_on, count(*), count(*) filter (where next_action = 'send_useful')
      from prospects where ${own} group by next_on order by next_on`,
    'a page of the week': sql`select * from prospects where ${own} and next_on > '2026-11-17'
      and next_on <= '2026-11-22' and (not promised or next_on >= '2026-11-18') ${order}`,
    'the last page of nurture': sql`select * from prospects where ${own}
      and next_action = 'send_useful' and not promised ${order} offset 375`,
    'the last page of all': sql`select * from prospects where ${own} ${order} offset 1985`,
  };
  for (const [name, query] of Object.entries(queries)) {
    const rows = await db.execute<{ 'QUERY PLAN': string }>(
      sql`explain (analyze, buffers) ${query}`,
    );
    say(`\n${name}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
}

await main();
