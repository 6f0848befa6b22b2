import { LONGEST, readOptions, USAGE } from './options.ts';
import { findFaults, writeReport } from './report.ts';
import { runChaos } from './run-chaos.ts';

/** Whatever happens, a run ends: so long after the longest that its troubles may take. */
const GRACE_MS = 900_000;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const end = new AbortController();
  setTimeout(() => end.abort(), LONGEST * options.seconds * 1000 + GRACE_MS).unref();
  // The servers of a run outlive it unless it stops them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => end.abort());
  }
  const report = await runChaos(options, {
    say: (line) => process.stdout.write(`  ${line}\n`),
    signal: end.signal,
  });
  if (report === null) {
    process.stderr.write('Ended before its time.\n');
    return 2;
  }
  process.stdout.write(writeReport(options, report));
  return findFaults(options, report).length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
