import type { ControlAnswer } from '../contract.ts';
import type { World } from '../world.ts';
import { DONE, problem } from './actor.ts';

/** Empties every conversation and screen, then lets whoever started this Slack set the scene again. */
export async function startOver(world: World): Promise<ControlAnswer> {
  const { hooks } = world.options;
  if (!hooks) return problem('There is nothing to start over from.');
  const { messages, views, stacks, homes, responseUrls, readUpTo, triggers } = world.state;
  for (const map of [messages, views, stacks, homes, responseUrls, readUpTo, triggers]) map.clear();
  world.faults.clear();
  world.traffic.clear();
  await hooks.startOver();
  for (const kind of ['message', 'modal', 'home', 'clock', 'people', 'fault'] as const) {
    world.changed(kind);
  }
  return DONE;
}
