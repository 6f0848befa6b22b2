import type { Block } from '../contract.ts';
import { isRecord } from './rules.ts';

export type Element = { type: string } & Record<string, unknown>;

/** Everything in a block that carries an action id: its elements, its accessory or its input. */
export function elementsOf(block: Block): Element[] {
  const candidates =
    block.type === 'actions' ? listed(block.elements) : [block.accessory, block.element];
  return candidates.filter(
    (item): item is Element =>
      isRecord(item) && typeof item.type === 'string' && item.type !== 'image',
  );
}

export function findElement(blocks: Block[], blockId: string, actionId: string): Element | null {
  const block = blocks.find((candidate) => candidate.block_id === blockId);
  return (block && elementsOf(block).find((item) => item.action_id === actionId)) ?? null;
}

/** Every piece of text in a block, for Slack's limits on totals. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    name === 'text' && typeof item === 'string' ? [item] : textsOf(item),
  );
}

/** Length as Slack stores it: each of & < > as its entity, whether or not it was sent as one. */
export function escapedLength(text: string): number {
  const plain = text.replace(/&(amp|lt|gt);/g, (entity) => (entity === '&amp;' ? '&' : '<'));
  return plain.replace(/&/g, '&amp;').replace(/[<>]/g, '&lt;').length;
}

/** Blocks as Slack keeps them: every block has a block id, every element an action id. */
export function fillIds(blocks: Block[], nextId: () => string): Block[] {
  return blocks.map((block) => {
    const copy: Block = structuredClone(block);
    copy.block_id ??= nextId();
    for (const element of elementsOf(copy)) element.action_id ??= nextId();
    return copy;
  });
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
