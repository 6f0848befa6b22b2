import { runMigrations } from 'graphile-worker';
import { addDueReps, say, withBenchDatabase } from './bench-database.ts';
import { runCommits } from './run-commits.ts';
import { QUIET, runGraphile } from './run-graphile.ts';
import { runLedger } from './run-ledger.ts';

const JOBS = Number(process.argv[2] ?? 5_000);
const PAIRS = Number(process.argv[3] ?? 5);
/** Ten messages each: what production's burst lets a workspace send at once. */
const WORKSPACES = Math.ceil(JOBS / 10);

const BATCHED = {
  localQueue: { size: 500 },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
};

type Round = { ours: number; plain: number; batched: number; commits: number };

/**
 * Planning, claiming, gating, intending and settling deliveries against as many jobs of
 * graphile-worker that do nothing, on the same durable server, in turns. Every limit of production is
 * in force, and each send commits an intent of its own; nothing is rendered and Slack is not called.
 */
async function main(): Promise<void> {
  await withBenchDatabase(async ({ db, url }) => {
    await addDueReps(db, { workspaces: WORKSPACES, reps: JOBS });
    await runMigrations({ connectionString: url, logger: QUIET });
    say(`${JOBS} each, ${WORKSPACES} workspaces, ${PAIRS} rounds in turns after one to warm up`);
    const rounds: Round[] = [];
    for (let day = 0; day <= PAIRS; day++) {
      const round = await measureRound(url, day);
      if (day > 0) rounds.push(round);
    }
    report(rounds);
  });
}

/** The order turns round every time: what runs first finds another server than what runs last. */
async function measureRound(url: string, day: number): Promise<Round> {
  const round: Round = { ours: 0, plain: 0, batched: 0, commits: 0 };
  const runs: (() => Promise<void>)[] = [
    async () => {
      const { seconds, counts, planSeconds } = await runLedger(url, { jobs: JOBS, day });
      round.ours = JOBS / seconds;
      const [statements, commits] = [counts.statements / JOBS, counts.commits / JOBS];
      say(
        `ours ${round.ours.toFixed(0)}/s (planned at ${(JOBS / planSeconds).toFixed(0)}/s); a delivery takes ${statements.toFixed(2)} statements, ${commits.toFixed(2)} commits`,
      );
    },
    async () => {
      round.plain = await runGraphile(url, { jobs: JOBS });
      say(`graphile-worker ${round.plain.toFixed(0)}/s`);
    },
    async () => {
      round.batched = await runGraphile(url, { jobs: JOBS, ...BATCHED });
      say(`graphile-worker batched ${round.batched.toFixed(0)}/s`);
    },
    async () => {
      round.commits = await runCommits(url, { commits: JOBS });
      say(`one commit each and nothing else ${round.commits.toFixed(0)}/s`);
    },
  ];
  for (const run of day % 2 === 0 ? runs : runs.toReversed()) await run();
  return round;
}

function report(rounds: readonly Round[]): void {
  const speed = (of: keyof Round) => median(rounds.map((round) => round[of])).toFixed(0);
  const ratio = (to: keyof Round) =>
    median(rounds.map((round) => round.ours / round[to])).toFixed(2);
  say(
    `median: ours ${speed('ours')}/s, graphile-worker ${speed('plain')}/s, batched ${speed('batched')}/s, commits alone ${speed('commits')}/s`,
  );
  say(
    `median ratio to graphile-worker ${ratio('plain')}, batched ${ratio('batched')}, to commits alone ${ratio('commits')}`,
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

await main();
