import { type Element, findElement } from '../blocks/read-blocks.ts';
import type { Block, Person, Surface } from '../contract.ts';
import type { Place } from '../deliver/payloads.ts';
import { homeOf, topModal } from '../modals.ts';
import { findMessage } from '../state.ts';
import type { World } from '../world.ts';

export type FoundElement = { place: Place; block: Block; element: Element };

/** The element a person points at, where they can see it; null when it is gone. */
export function findOnSurface(
  world: World,
  person: Person,
  at: { on: Surface; blockId: string; actionId: string },
): FoundElement | null {
  const place = findPlace(world, person, at.on);
  if (!place) return null;
  const blocks = place.kind === 'message' ? place.message.blocks : place.view.payload.blocks;
  const block = blocks.find((item) => item.block_id === at.blockId);
  const element = findElement(blocks, at.blockId, at.actionId);
  return block && element ? { place, block, element } : null;
}

function findPlace(world: World, person: Person, on: Surface): Place | null {
  if (on.kind === 'home') {
    const view = homeOf(world, person.id);
    return view && { kind: 'view', view };
  }
  if (on.kind === 'modal') {
    const view = topModal(world, person.id);
    return view?.id === on.viewId ? { kind: 'view', view } : null;
  }
  const channel = world.state.channels.get(on.channelId);
  const message = findMessage(world.state, on.channelId, on.ts);
  const visible = message?.ephemeralFor === undefined || message.ephemeralFor === person.id;
  if (!channel?.members.includes(person.id) || !message || !visible) return null;
  return { kind: 'message', channel, message };
}
