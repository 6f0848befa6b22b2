/** What a run did. */
export type Figures = {
  sequences: number;
  checks: number;
  done: Map<string, number>;
  refused: Map<string, number>;
  count(verb: string, outcome: 'done' | 'refused'): void;
};

export function createFigures(): Figures {
  const done = new Map<string, number>();
  const refused = new Map<string, number>();
  return {
    ...{ sequences: 0, checks: 0, done, refused },
    count(verb, outcome) {
      const counted = outcome === 'done' ? done : refused;
      counted.set(verb, (counted.get(verb) ?? 0) + 1);
    },
  };
}
