import { expect, test } from 'vitest';
import { rankReps } from '../../src/domain/leaderboard.ts';

const rep = (name: string, followUps: number, hidden = false) => ({
  repId: name.toLowerCase(),
  name,
  followUps,
  hidden,
});

test('ties share a rank, by name, and the next rank is left out', () => {
  const ranked = rankReps([rep('Chi', 4), rep('Ben', 9), rep('Ana', 9), rep('Dee', 0)]);

  expect(ranked.map(({ name, rank }) => `${rank} ${name}`)).toEqual(['1 Ana', '1 Ben', '3 Chi']);
});

test('who opted out keeps the rank', () => {
  const [first, second] = rankReps([rep('Ana', 3), rep('Ben', 5, true)]);

  expect(first).toMatchObject({ name: 'Ben', rank: 1, hidden: true });
  expect(second).toMatchObject({ name: 'Ana', rank: 2 });
});

test('nobody is no board', () => {
  expect(rankReps([])).toEqual([]);
});
