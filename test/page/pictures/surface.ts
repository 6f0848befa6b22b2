import type { Locator } from 'playwright-core';
import type { Walk } from './walk.ts';

/** One thing a rep or manager meets: `show` reaches it and answers where it stands. */
export type Surface = { name: string; show(walk: Walk): Promise<Locator> };

/** Surfaces that are reached one after the other, from where the group before left off. */
export type Group = {
  name: string;
  /** Whether any rep can walk it, or only the one the sandbox's story is about. */
  of: 'any rep' | 'the story';
  /** What has to happen before. */
  begin?(walk: Walk): Promise<void>;
  surfaces: Surface[];
};
