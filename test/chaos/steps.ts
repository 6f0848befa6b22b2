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

/** What the driver tells a replica, and what it is about to suffer at the first of these steps it gets to. */
export type Order = { steps: readonly Step[]; fate: 'die' | 'freeze' };

/** A replica that was started waits for this before it opens anything. */
export const BEGIN = 'begin';
/** What a replica says of itself: that its code is there, and that it works. */
export type Progress = 'loaded' | 'ready';

export type Simulation = {
  divisor: number;
  /** Business time stands still here, in milliseconds; without it the driver of the run moves it. */
  standsAt?: number;
};
