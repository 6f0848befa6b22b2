/** A rep's place on the board. */
export type Ranked = {
  repId: string;
  name: string;
  followUps: number;
  rank: number;
  hidden: boolean;
};

/**
 * Ranks reps by follow-ups, most first; ties share a rank and the next one is left out. Reps without
 * any are not ranked. Those who opted out keep their rank and are shown to nobody else.
 * @example
 * rankReps([{ repId: 'a', name: 'Ana', followUps: 9, hidden: false }, …]).map((row) => row.rank) //=> [1, 1, 3]
 */
export function rankReps(rows: readonly Omit<Ranked, 'rank'>[]): Ranked[] {
  const sorted = rows
    .filter((row) => row.followUps > 0)
    .sort((a, b) => b.followUps - a.followUps || a.name.localeCompare(b.name, 'en'));
  return sorted.map((row) => ({
    ...row,
    rank: sorted.findIndex((other) => other.followUps === row.followUps) + 1,
  }));
}
