import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';
import { runChaos } from './run-chaos.ts';

test('case 18: fifteen kills while Slack fails lose nothing and repeat nothing', async () => {
  const asked = '--kills 15 --deliveries 40 --divisor 100 --seconds 8 --seed 1'.split(' ');
  const options = readOptions(asked);
  if (!options) throw new Error('no options');

  const report = await runChaos(options);

  const said = writeReport(options, report);
  expect(report.lost, said).toEqual([]);
  expect(report.repeated, said).toEqual([]);
  expect(report.calm, said).toBe(true);
  expect(report.kills, said).toBeGreaterThanOrEqual(10);
}, 120_000);
