import { type ClockFit, judgeSkew, saySkew } from '../domain/clock-skew.ts';
import type { SenderDeps } from '../slack/send/sender-deps.ts';

/** Keeps an eye on this computer's clock and the database's. */
export type ClockWatch = {
  /** Compares them; false when they are too far apart to plan or send by. */
  mayBeTrusted(): Promise<boolean>;
  /** How far this computer's clock is ahead, in milliseconds, as last compared; null before. */
  skewMs(): number | null;
};

export function watchClock(
  deps: Pick<SenderDeps, 'clocks' | 'ownClock' | 'onTrouble'>,
): ClockWatch {
  let skewMs: number | null = null;
  let told: ClockFit = 'close';
  return {
    async mayBeTrusted() {
      skewMs = await measureSkew(deps);
      const fit = judgeSkew(skewMs);
      // Once for each change: a sweep comes four times a minute.
      if (fit !== told && fit !== 'close') {
        deps.onTrouble({ kind: 'clock_skew', error: saySkew(skewMs) });
      }
      told = fit;
      return fit !== 'too_far';
    },
    skewMs: () => skewMs,
  };
}

/** A slow answer is no skew: what the database says is held against the whole time it took to ask. */
async function measureSkew({
  clocks,
  ownClock,
}: Pick<SenderDeps, 'clocks' | 'ownClock'>): Promise<number> {
  const before = ownClock().getTime();
  const theirs = (await clocks.machine()).getTime();
  const after = ownClock().getTime();
  if (theirs < before) return before - theirs;
  return Math.min(after - theirs, 0);
}
