import { expect, test } from 'vitest';
import { managersOf } from '../../src/domain/managers.ts';
import type { Rep } from '../../src/domain/rep.ts';
import { repOf } from '../support/views.ts';

function person(name: string, change: Partial<Rep> = {}): Rep {
  return repOf({ id: name, teamId: 'north', name, ...change });
}

const tom = person('Tom');
const mara = person('Mara', { isManager: true });
const sven = person('Sven', { isManager: true, teamId: 'south' });
const gone = { deactivatedAt: new Date('2026-11-13T15:00:00Z') };

test.each<[string, Rep[], string[]]>([
  ['the team’s managers are told', [tom, mara, sven], ['Mara']],
  ['without one, the workspace’s are', [tom, sven], ['Sven']],
  ['one who left is not', [tom, { ...mara, ...gone }, sven], ['Sven']],
  ['without any manager nobody is', [tom], []],
])('%s', (_what, reps, names) => {
  expect(managersOf(tom, reps).map(({ name }) => name)).toEqual(names);
});
