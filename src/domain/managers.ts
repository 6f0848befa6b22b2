import type { Rep } from './rep.ts';

/**
 * Who is told about a rep: the managers of the rep's team who are still with us, or, where it has none,
 * every manager of the workspace.
 * @example managersOf(tom, [ana, mara]).map(({ name }) => name) //=> ['Mara Lind']
 */
export function managersOf(rep: Pick<Rep, 'teamId'>, reps: readonly Rep[]): Rep[] {
  const managers = reps.filter(({ isManager, deactivatedAt }) => isManager && !deactivatedAt);
  const own = managers.filter(({ teamId }) => teamId === rep.teamId);
  return own.length > 0 ? own : managers;
}
