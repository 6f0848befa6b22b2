import { readOptions, USAGE } from './options.ts';
import { writeReport } from './report.ts';
import { runChaos } from './run-chaos.ts';

/** Whatever happens, a run ends: so long after the time that was asked for. */
const GRACE_MS = 600_000;

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(USAGE);
    return;
  }
  const end = new AbortController();
  const guard = setTimeout(() => end.abort(), options.seconds * 1000 + GRACE_MS);
  // The servers of a run outlive it unless it stops them.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());
  const report = await runChaos(options, {
    say: (line) => process.stdout.write(`  ${line}\n`),
    signal: end.signal,
  });
  clearTimeout(guard);
  if (report === null) {
    process.stderr.write('Ended before its time.\n');
    process.exit(2);
  }
  process.stdout.write(writeReport(options, report));
  if (report.lost.length + report.repeated.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
