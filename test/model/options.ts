import { parseArgs } from 'node:util';
import type { ModelRun } from './run-model.ts';

export const USAGE = `npm run test:model -- [options]

  --sequences N    random sequences (2000)
  --seed S         chooses them (1)
  --path P         replays one failing sequence of that seed, as a failure prints it
  --minutes M      no more sequences after so many minutes
`;

export function readOptions(args: string[]): ModelRun | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      ...{ sequences: text, seed: text, path: text, minutes: text },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const minutes = values.minutes === undefined ? null : count('minutes', values.minutes);
  return {
    sequences: count('sequences', values.sequences ?? '2000'),
    seed: count('seed', values.seed ?? '1'),
    path: values.path ?? null,
    withinMs: minutes === null ? null : minutes * 60_000,
  };
}

function count(name: string, given: string): number {
  const value = Number(given);
  if (Number.isInteger(value)) return value;
  throw new Error(`--${name} ${given} is no whole number.`);
}
