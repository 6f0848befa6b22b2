import { spawn } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { localDataFolder } from '../../src/local-data.ts';
import { readOptions } from './options.ts';
import { writeReport } from './report.ts';
import { runChaos } from './run-chaos.ts';

test('case 18: fifteen kills while Slack fails lose nothing and repeat nothing', async () => {
  const asked = '--kills 15 --deliveries 40 --divisor 100 --seconds 8 --seed 1'.split(' ');
  const options = readOptions(asked);
  if (!options) throw new Error('no options');

  const report = await runChaos(options);
  if (!report) throw new Error('it was not told to end');

  const said = writeReport(options, report);
  expect(report.lost, said).toEqual([]);
  expect(report.repeated, said).toEqual([]);
  expect(report.calm, said).toBe(true);
  expect(report.unannounced, said).toEqual([]);
  expect([report.kills, report.freezes, report.cuts], said).toEqual([15, 1, 2]);
}, 240_000);

test('a run that is interrupted stops its Postgres and leaves nothing behind', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const args = ['--import', 'tsx', main, '--kills', '2', '--seconds', '600'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  const folder = join(localDataFolder('chaos'), `run-${child.pid}`);
  const lines = (await readFile(join(folder, 'cluster/postmaster.pid'), 'utf8')).split('\n');
  const port = Number(lines[3]);
  expect(await listens(port)).toBe(true);

  child.kill('SIGINT');

  expect(await exited).toBe(2);
  expect(await listens(port)).toBe(false);
  await expect(access(folder)).rejects.toThrow('ENOENT');
}, 120_000);

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
