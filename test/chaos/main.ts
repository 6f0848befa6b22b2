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
  const guard = setTimeout(() => process.exit(2), options.seconds * 1000 + GRACE_MS);
  const report = await runChaos(options, (line) => process.stdout.write(`  ${line}\n`));
  clearTimeout(guard);
  process.stdout.write(writeReport(options, report));
  if (report.lost.length + report.repeated.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
