import { addDays } from '../../src/domain/local-date.ts';
import { createChance } from '../chaos/chance.ts';
import { DAYS, FIRST_DAY, findInstantFault, findSweepFault, TIMES } from './zone-property.ts';

/** Every sweep is too slow: each day's instant is looked at, and one sweep in so many. */
const SWEEP_EACH = 20;

/** Case 49 in full: every zone, every day of three years, nine times of day. */
function main(): void {
  const zones = Intl.supportedValuesOf('timeZone');
  const chance = createChance(Number(process.argv[2] ?? 1));
  const began = performance.now();
  const faults: string[] = [];
  let instants = 0;
  let sweeps = 0;
  for (const zone of zones) {
    for (let index = 0; index < DAYS; index++) {
      const day = addDays(FIRST_DAY, index);
      for (const time of TIMES) {
        const sweep = chance() * SWEEP_EACH < 1;
        const found = [findInstantFault({ zone, time, day })];
        if (sweep) found.push(findSweepFault({ zone, time, day }, chance()));
        faults.push(...found.filter((fault) => fault !== null));
        instants += 1;
        sweeps += sweep ? 1 : 0;
      }
    }
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${zones.length} zones, ${instants} instants, ${sweeps} sweeps in ${seconds} s: ${faults.length} faults\n`,
  );
  for (const fault of faults.slice(0, 20)) process.stdout.write(`  ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

main();
