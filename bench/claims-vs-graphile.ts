import { runMigrations } from 'graphile-worker';
import { addDueReps, say, withBenchDatabase } from './bench-database.ts';
import { runCommits } from './run-commits.ts';
import { QUIET, runGraphile } from './run-graphile.ts';
import { type Intents, runLedger } from './run-ledger.ts';

const JOBS = Number(process.argv[2] ?? 5_000);
const PAIRS = Number(process.argv[3] ?? 5);
/** Ten messages each: what production's burst lets a workspace send at once. */
const WORKSPACES = Math.ceil(JOBS / 10);

const BATCHED = {
  localQueue: { size: 500 },
  completeJobBatchDelay: 0,
  failJobBatchDelay: 0,
};

type Round = Record<'ours' | 'alone' | 'plain' | 'batched' | 'commits', number>;

/**
 * Planning, claiming, gating, intending and settling deliveries against as many jobs of
 * graphile-worker that do nothing, on the same durable server, in turns. Every limit of production is
 * in force, and every send's intent is committed before it: with others that are ready in the same
 * moment, as production does it, and by itself. Nothing is rendered and Slack is not called.
 */
async function main(): Promise<void> {
  await withBenchDatabase(async ({ db, url }) => {
    await addDueReps(db, { workspaces: WORKSPACES, reps: JOBS });
    await runMigrations({ connectionString: url, logger: QUIET });
    say(`${JOBS} each, ${WORKSPACES} workspaces, ${PAIRS} rounds in turns after one to warm up`);
    const rounds: Round[] = [];
    for (let number = 0; number <= PAIRS; number++) {
      const round = await measureRound(url, number);
      if (number > 0) rounds.push(round);
    }
    report(rounds);
  });
}

/** The order turns round every time: what runs first finds another server than what runs last. */
async function measureRound(url: string, number: number): Promise<Round> {
  const round: Round = { ours: 0, alone: 0, plain: 0, batched: 0, commits: 0 };
  const runs: (() => Promise<void>)[] = [
    async () => {
      round.ours = await measureOurs(url, 'together');
    },
    async () => {
      round.alone = await measureOurs(url, 'alone');
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
  for (const run of number % 2 === 0 ? runs : runs.toReversed()) await run();
  return round;
}

/** Each run sends the messages of a day of its own. */
let day = 0;

async function measureOurs(url: string, intents: Intents): Promise<number> {
  const { seconds, counts, planSeconds } = await runLedger(url, {
    jobs: JOBS,
    day: day++,
    intents,
  });
  const [statements, commits] = [counts.statements / JOBS, counts.commits / JOBS];
  const [speed, planned] = [JOBS / seconds, JOBS / planSeconds];
  say(
    `ours, intents ${intents} ${speed.toFixed(0)}/s (planned at ${planned.toFixed(0)}/s); a delivery takes ${statements.toFixed(2)} statements, ${commits.toFixed(2)} commits`,
  );
  return speed;
}

function report(rounds: readonly Round[]): void {
  const speed = (of: keyof Round) => median(rounds.map((round) => round[of])).toFixed(0);
  say(
    `median: ours ${speed('ours')}/s, each intent alone ${speed('alone')}/s, graphile-worker ${speed('plain')}/s, batched ${speed('batched')}/s, commits alone ${speed('commits')}/s`,
  );
  for (const [name, of] of [
    ['ours', 'ours'],
    ['each intent alone', 'alone'],
    ['commits and nothing else', 'commits'],
  ] as const) {
    const ratio = (to: keyof Round) =>
      median(rounds.map((round) => round[of] / round[to])).toFixed(2);
    say(`${name}: ${ratio('plain')} of graphile-worker, ${ratio('batched')} of batched`);
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

await main();
