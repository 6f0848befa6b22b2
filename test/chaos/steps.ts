/** The moments of a delivery's way at which a process can be made to die or freeze. */
export const STEPS = [
  'plan: before commit',
  'plan: after commit',
  'claim: before',
  'claim: after',
  'claim: after commit',
  'gate: passed',
  'intent: before commit',
  'intent: after commit',
  'post: before the bytes',
  'post: bytes on their way',
  'post: answered',
  'settle: before commit',
  'settle: after commit',
  'look: taken',
  'look: answered',
  'look: before update',
  'look: after update',
] as const;
export type Step = (typeof STEPS)[number];

/** What the driver tells a replica, and what the replica is about to suffer when it gets there. */
export type Order = { step: Step; fate: 'die' | 'freeze' };

export type Simulation = {
  divisor: number;
  speed: number;
  /** Machine time at which business time was `businessFrom`, both in milliseconds. */
  machineFrom: number;
  businessFrom: number;
  /** Business time stands still from here on. */
  businessTo: number;
};

/** Business time at a moment of machine time; every replica reads the same from the one database. */
export function businessTimeAt(machineMs: number, simulation: Simulation): number {
  const { machineFrom, businessFrom, businessTo, speed } = simulation;
  return Math.min(businessFrom + Math.max(machineMs - machineFrom, 0) * speed, businessTo);
}
