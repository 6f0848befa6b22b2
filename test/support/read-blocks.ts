import type { KnownBlock, ModalView } from '@slack/types';

/** What a person reads of blocks, line by line; buttons and menus in brackets. */
export function readBlocks(blocks: readonly KnownBlock[]): string {
  return blocks.flatMap(readBlock).join('\n');
}

/** The same of a window, as it goes over the wire. */
export function readView({ blocks }: ModalView): string {
  const sent: KnownBlock[] = JSON.parse(JSON.stringify(blocks));
  return readBlocks(sent);
}

function readBlock(block: KnownBlock): string[] {
  switch (block.type) {
    case 'section': {
      const label = labelOf(block.accessory);
      return [`${block.text?.text ?? ''}${label && ` [${label}]`}`];
    }
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? [element.text ?? ''] : []));
    case 'actions':
      return [block.elements.map((element) => `[${labelOf(element)}]`).join(' ')];
    case 'divider':
      return ['---'];
    default:
      return [`(${block.type})`];
  }
}

function labelOf(element: object | undefined): string {
  if (!element) return '';
  const shown = 'text' in element ? element.text : 'placeholder' in element && element.placeholder;
  const named = typeof shown === 'object' && shown !== null && 'text' in shown ? shown.text : '';
  return String(named);
}
