import type {
  Button,
  ContextBlock,
  HeaderBlock,
  KnownBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
} from '@slack/types';
import { cutText } from '../../domain/typed-text.ts';
import { composeText, type Line, lengthOfLine, SECTION_LENGTH } from './compose.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** Slack's limits on what these helpers build. */
const BUTTON_LENGTH = 75;
const OPTION_LENGTH = 75;
const HEADER_LENGTH = 150;

/** Plain text of ours or a person's; never parsed by Slack. */
export function plainText(text: string, length = 150): PlainTextElement {
  return { type: 'plain_text', text: cutText(text, length) || ' ', emoji: false };
}

export function section(...lines: Line[]): SectionBlock {
  return { type: 'section', text: composeText(lines) };
}

/** Lines in as few sections as hold them all. */
export function sections(lines: readonly Line[]): SectionBlock[] {
  const packs: Line[][] = [];
  let room = 0;
  for (const line of lines) {
    const length = lengthOfLine(line) + 1;
    const pack = packs.at(-1);
    if (pack && length <= room) pack.push(line);
    else packs.push([line]);
    room = (pack && length <= room ? room : SECTION_LENGTH) - length;
  }
  return packs.map((pack) => section(...pack));
}

/** What a section adds to a message, as Slack counts: its text, and what its button or menu says. */
export function textLength(block: KnownBlock): number {
  if (block.type !== 'section' || !block.text) return 0;
  const { type, text } = block.text;
  const own = type === 'mrkdwn' ? text.length : escapeMrkdwn(text).length;
  return own + labelsLength(block.accessory);
}

function labelsLength(element: unknown): number {
  if (typeof element !== 'object' || element === null) return 0;
  const lengths = Object.entries(element).map(([key, value]: [string, unknown]) =>
    key === 'text' && typeof value === 'string' ? escapeMrkdwn(value).length : labelsLength(value),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}

export function sectionWith(accessory: SectionBlock['accessory'], ...lines: Line[]): SectionBlock {
  return { ...section(...lines), ...(accessory === undefined ? {} : { accessory }) };
}

export function context(...lines: Line[]): ContextBlock {
  return { type: 'context', elements: [composeText(lines)] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plainText(text, HEADER_LENGTH) };
}

export function divider(): KnownBlock {
  return { type: 'divider' };
}

export function button(
  actionId: string,
  label: string,
  more: { value?: string; style?: 'primary' | 'danger'; says?: string } = {},
): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: plainText(label, BUTTON_LENGTH),
    ...(more.value === undefined ? {} : { value: more.value }),
    ...(more.style === undefined ? {} : { style: more.style }),
    ...(more.says === undefined ? {} : { accessibility_label: cutText(more.says, BUTTON_LENGTH) }),
  };
}

export function option(value: string, label: string): PlainTextOption {
  return { text: plainText(label, OPTION_LENGTH), value };
}
