import type { Block } from '../../src/sandbox/contract.ts';
import { flatten, parseMrkdwn } from '../../src/sandbox/page/mrkdwn.js';

type Text = { type: string; text: string; verbatim?: boolean; emoji?: boolean };
type Node = { type: string; text?: string; label?: string; id?: string; children?: Node[] };

export type Choice = { text: Text; value?: string };
/** A button, a menu or a field as Slack's blocks describe it. */
export type Element = {
  type: string;
  action_id: string;
  text?: Text;
  placeholder?: Text;
  value?: string;
  options?: Choice[];
  option_groups?: { options: Choice[] }[];
} & Record<string, unknown>;

/** A block as lines a person reads; formatting other than bold, and whatever pings, is marked. */
export function linesOf(block: Block): string[] {
  const shown = [textOf(block.text), ...listOf(block.elements).map(shownElement)].filter(Boolean);
  const accessory = elementsOf(block).filter((element) => element === block.accessory);
  const label = textOf(block.label);
  const hint = textOf(block.hint);
  const text = [...shown, label, hint].filter(Boolean).join(' ');
  return [text, ...accessory.map(shownElement)].join(' ').trim().split('\n');
}

export function shown(blocks: readonly Block[]): string {
  return blocks.flatMap(linesOf).join('\n');
}

export function elementsOf(block: Block): Element[] {
  const found = [block.accessory, block.element, ...listOf(block.elements)];
  return found.filter((item): item is Element => isRecord(item) && 'action_id' in item);
}

export function choicesOf({ options, option_groups: groups }: Element): Choice[] {
  return [...(options ?? []), ...(groups ?? []).flatMap((group) => group.options)];
}

export function labelOf(element: Element): string {
  return textOf(element.text) || textOf(element.placeholder);
}

/** A text object as it looks: plain text as it is, mrkdwn with what Slack makes of it. */
export function textOf(value: unknown): string {
  if (!isRecord(value) || typeof value.text !== 'string') return '';
  const { type, text, verbatim, emoji } = value as Text;
  if (type === 'plain_text') return emoji === false ? text : text.replace(EMOJI, '⟨emoji $1⟩');
  return readMarkup(text, verbatim ?? false);
}

const EMOJI = /:([a-z_]+):/g;

export function readMarkup(text: string, verbatim = true): string {
  const nodes: Node[] = parseMrkdwn(text, { verbatim });
  return nodes.map(shownNode).join('');
}

function shownNode(node: Node): string {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'break') return '\n';
  if (node.type === 'bold') return (node.children ?? []).map(shownNode).join('');
  const words: string = flatten([node]);
  if (node.type === 'link' && words.includes('@')) return words;
  return `⟨${node.type} ${words}⟩`;
}

function shownElement(element: unknown): string {
  if (!isRecord(element)) return '';
  if (!('action_id' in element)) return textOf(element);
  const { type } = element as Element;
  if (type === 'button') return `[${textOf(element.text)}]`;
  return `[${textOf(element.placeholder)} ▾]`;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
