import * as limits from '../limits.ts';
import { anyText, plainText } from './composition-rules.ts';
import { ACTION_ELEMENTS, MULTI_ELEMENTS, TYPING_ELEMENTS } from './element-rules.ts';
import { richText } from './rich-text-rules.ts';
import {
  among,
  anything,
  both,
  byType,
  type Fields,
  fields,
  flag,
  isAbsent,
  isRecord,
  list,
  number,
  oneOf,
  problem,
  type Rule,
  string,
} from './rules.ts';
import { dataTable, dataVisualization, table } from './table-rules.ts';

export type Surface = 'message' | 'modal' | 'home';

const EVERYWHERE: readonly Surface[] = ['message', 'modal', 'home'];

/** Blocks that Slack shows on some surfaces only. */
const SURFACES: Record<string, readonly Surface[]> = {
  alert: ['modal'],
  table: ['message', 'home'],
  data_table: ['message', 'home'],
  data_visualization: ['message'],
  markdown: ['message'],
};

const blockId: Fields = { block_id: string(limits.BLOCK_ID, 1) };

const imageFields: Fields = {
  image_url: string(limits.IMAGE_URL, 1),
  slack_file: anything,
};
const imageElement = both(
  fields({ alt_text: string(limits.ALT_TEXT, 1) }, imageFields),
  oneOf('image_url', 'slack_file'),
);
const imageBlock = both(
  fields(
    { alt_text: string(limits.ALT_TEXT, 1) },
    { ...blockId, ...imageFields, title: plainText(limits.IMAGE_TITLE) },
  ),
  oneOf('image_url', 'slack_file'),
);

const section = both(
  fields(
    {},
    {
      ...blockId,
      text: anyText(limits.SECTION_TEXT),
      fields: list(anyText(limits.SECTION_FIELD_TEXT), { min: 1, max: limits.SECTION_FIELDS }),
      accessory: byType({ ...ACTION_ELEMENTS, ...MULTI_ELEMENTS, image: imageElement }),
      expand: flag,
    },
  ),
  (value, pointer) =>
    isRecord(value) && isAbsent(value.text) && isAbsent(value.fields)
      ? problem('missing required field: text', pointer)
      : [],
);

const { button: _button, overflow: _overflow, ...answerable } = ACTION_ELEMENTS;

const input = fields(
  {
    label: plainText(limits.INPUT_LABEL),
    element: byType({ ...answerable, ...MULTI_ELEMENTS, ...TYPING_ELEMENTS }),
  },
  { ...blockId, hint: plainText(limits.INPUT_HINT), optional: flag, dispatch_action: flag },
);

const textElement = anyText(limits.TEXT_OBJECT);

export const BLOCKS: Record<string, Rule> = {
  section,
  input,
  image: imageBlock,
  table,
  rich_text: richText,
  data_table: dataTable,
  data_visualization: dataVisualization,
  divider: fields({}, blockId),
  header: fields({ text: plainText(limits.HEADER_TEXT) }, { ...blockId, level: number(1, 4) }),
  context: fields(
    {
      elements: list(
        byType({ image: imageElement, plain_text: textElement, mrkdwn: textElement }),
        {
          min: 1,
          max: limits.CONTEXT_ELEMENTS,
        },
      ),
    },
    blockId,
  ),
  actions: fields(
    { elements: list(byType(ACTION_ELEMENTS), { min: 1, max: limits.ACTIONS_ELEMENTS }) },
    blockId,
  ),
  alert: fields(
    { text: anyText(limits.ALERT_TEXT) },
    { ...blockId, level: among('default', 'info', 'warning', 'error', 'success') },
  ),
  markdown: fields({ text: string(limits.MARKDOWN_TEXT, 1) }, blockId),
};

export function surfacesOf(type: string): readonly Surface[] {
  return (Object.hasOwn(SURFACES, type) && SURFACES[type]) || EVERYWHERE;
}
