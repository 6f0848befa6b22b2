import * as limits from '../limits.ts';
import { among, anything, byType, fields, flag, list, number, type Rule, string } from './rules.ts';

// No page states limits for the parts of a rich text; these bounds only stop nonsense.
const MANY = 1000;
const style = anything;

const inline: Rule = byType({
  text: fields({ text: string(limits.POST_TEXT, 1) }, { style }),
  link: fields({ url: string(limits.IMAGE_URL, 1) }, { text: string(3000), style, unsafe: flag }),
  emoji: fields({ name: string(255, 1) }, { unicode: string(255), skin_tone: number(1, 6), style }),
  user: fields({ user_id: string(255, 1) }, { style }),
  channel: fields({ channel_id: string(255, 1) }, { style }),
  usergroup: fields({ usergroup_id: string(255, 1) }, { style }),
  broadcast: fields({ range: among('here', 'channel', 'everyone') }, { style }),
  color: fields({ value: string(20, 1) }, { style }),
  date: fields(
    { timestamp: number(0, 9_999_999_999), format: string(255, 1) },
    { url: string(limits.IMAGE_URL), fallback: string(3000), style },
  ),
});

const elements = list(inline, { max: MANY });
const section = fields({ elements });

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const richText: Rule = fields(
  {
    elements: list(
      byType({
        rich_text_section: section,
        rich_text_preformatted: fields(
          { elements },
          { border: number(0, 1), language: string(50) },
        ),
        rich_text_quote: fields({ elements }, { border: number(0, 1) }),
        rich_text_list: fields(
          {
            style: among('bullet', 'ordered'),
            elements: list(byType({ rich_text_section: section }), { max: MANY }),
          },
          { indent: number(0, 8), offset: number(0, 10_000), border: number(0, 1) },
        ),
      }),
      { max: MANY },
    ),
  },
  { block_id: string(limits.BLOCK_ID, 1) },
);
