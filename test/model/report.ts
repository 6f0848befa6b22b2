import type { Figures } from './figures.ts';
import type { ModelFailure } from './run-model.ts';

/** What a run found, a line for each figure. */
export function writeReport(
  figures: Figures,
  { failure, seconds }: { failure: ModelFailure | null; seconds: number },
): string {
  const rate = (figures.sequences / Math.max(seconds, 0.001)).toFixed(1);
  const verbs = [...new Set([...figures.done.keys(), ...figures.refused.keys()])].sort();
  const lines = [
    `${figures.sequences} sequences in ${Math.round(seconds)} s (${rate} a second), ${sum(figures.done) + sum(figures.refused)} steps, ${figures.checks} checks`,
    ...verbs.map(
      (verb) =>
        `  ${verb}: ${figures.done.get(verb) ?? 0} done, ${figures.refused.get(verb) ?? 0} refused`,
    ),
    ...(failure ? sayFailure(failure) : ['no failure']),
  ];
  return `${lines.join('\n')}\n`;
}

/** The steps in words, what broke, and the command that replays them. */
export function sayFailure({ seed, path, told }: ModelFailure): string[] {
  return ['', told, '', `npm run test:model -- --seed ${seed} --path ${path}`];
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}
