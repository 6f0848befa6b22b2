import type { Block } from '../contract.ts';
import * as limits from '../limits.ts';
import { BLOCKS, type Surface, surfacesOf } from './block-rules.ts';
import { elementsOf, escapedLength, textsOf } from './read-blocks.ts';
import { byType, list, type Problem, problem } from './rules.ts';

export type BlocksAnswer =
  | { ok: true; blocks: Block[] }
  | { ok: false; error: 'invalid_blocks' | 'msg_blocks_too_long'; problems: Problem[] };

/** What Slack would say of these blocks on this surface. */
export function validateBlocks(value: unknown, surface: Surface): BlocksAnswer {
  const pointer = surface === 'message' ? '/blocks' : '/view/blocks';
  const max = surface === 'message' ? limits.MESSAGE_BLOCKS : limits.VIEW_BLOCKS;
  const problems = list(byType(BLOCKS), { max })(value, pointer);
  if (problems.length > 0) return { ok: false, error: 'invalid_blocks', problems };

  // Safe because the rules above accept lists of typed blocks only.
  const blocks = value as Block[];
  const placed = [
    ...findMisplaced(blocks, surface, pointer),
    ...findRepeatedIds(blocks, pointer),
    ...findOversizedTables(blocks, pointer),
    ...findFocus(blocks, pointer),
  ];
  if (placed.length > 0) return { ok: false, error: 'invalid_blocks', problems: placed };
  if (surface === 'message' && isTooLong(blocks)) {
    return { ok: false, error: 'msg_blocks_too_long', problems: [] };
  }
  return { ok: true, blocks };
}

function findMisplaced(blocks: Block[], surface: Surface, pointer: string): Problem[] {
  return blocks.flatMap((block, index) =>
    surfacesOf(block.type).includes(surface)
      ? []
      : problem(`unsupported type: ${block.type}`, `${pointer}/${index}/type`),
  );
}

function findRepeatedIds(blocks: Block[], pointer: string): Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    const at = `${pointer}/${index}`;
    const problems: Problem[] = [];
    if (block.block_id !== undefined && seen.has(block.block_id)) {
      problems.push(...problem(`block_id already exists: ${block.block_id}`, `${at}/block_id`));
    }
    if (block.block_id !== undefined) seen.add(block.block_id);
    const actionIds = elementsOf(block).map((element) => element.action_id);
    for (const [position, id] of actionIds.entries()) {
      if (id === undefined || actionIds.indexOf(id) === position) continue;
      problems.push(...problem(`action_id already exists: ${String(id)}`, at));
    }
    return problems;
  });
}

function findOversizedTables(blocks: Block[], pointer: string): Problem[] {
  const sum = (type: string): number => totalText(blocks.filter((block) => block.type === type));
  const count = (type: string): number => blocks.filter((block) => block.type === type).length;
  if (count('table') > limits.TABLES_PER_MESSAGE) return problem('only_one_table_allowed', pointer);
  if (count('data_visualization') > limits.CHARTS_PER_MESSAGE) {
    return problem(`no more than ${limits.CHARTS_PER_MESSAGE} charts allowed`, pointer);
  }
  const totals = [
    { type: 'table', max: limits.TABLE_TEXT },
    { type: 'data_table', max: limits.DATA_TABLE_TEXT },
    { type: 'markdown', max: limits.MARKDOWN_TEXT },
  ];
  return totals.flatMap(({ type, max }) =>
    sum(type) > max ? problem(`${type} text must be less than ${max + 1} characters`, pointer) : [],
  );
}

function findFocus(blocks: Block[], pointer: string): Problem[] {
  const focused = blocks.flatMap(elementsOf).filter((element) => element.focus_on_load === true);
  return focused.length > 1 ? problem('only one element may have focus_on_load', pointer) : [];
}

function isTooLong(blocks: Block[]): boolean {
  const total = textsOf(blocks).reduce((sum, text) => sum + escapedLength(text), 0);
  return total > limits.MESSAGE_BLOCKS_TEXT;
}

function totalText(blocks: Block[]): number {
  return textsOf(blocks).reduce((sum, text) => sum + text.length, 0);
}
