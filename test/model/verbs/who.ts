import fc from 'fast-check';
import { prospectAt } from '../model.ts';
import { actorAt, MOVED, prospectNumber, type World } from '../world.ts';

/** Mostly the owner acts, mostly on one of the first few, so that chases grow long. */
export const who = {
  rep: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(4) }),
  prospect: fc.oneof(
    { weight: 8, arbitrary: fc.nat(4) },
    { weight: 2, arbitrary: fc.nat(30) },
    { weight: 3, arbitrary: fc.integer({ min: MOVED, max: MOVED + 5 }) },
  ),
};

/** Who does what only a manager may: mostly one. */
export const manager = fc.oneof(
  { weight: 5, arbitrary: fc.constant(4) },
  { weight: 1, arbitrary: fc.nat(4) },
);

export type Who = { actor: number; at: number };

/** Who does it to whom; null when that rep has left. */
export function whoIn(
  world: World,
  { rep, prospect }: { rep: number | null; prospect: number },
): Who | null {
  const at = prospectNumber(world, prospect);
  const actor = actorAt(world, rep ?? prospectAt(world.model, at).state.owner);
  return actor === null ? null : { actor, at };
}
