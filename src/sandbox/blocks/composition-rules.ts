import * as limits from '../limits.ts';
import { byType, fields, flag, list, type Rule, string } from './rules.ts';

export function plainText(max: number): Rule {
  return byType({ plain_text: fields({ text: string(max, 1) }, { emoji: flag }) });
}

export function anyText(max: number): Rule {
  return byType({
    plain_text: fields({ text: string(max, 1) }, { emoji: flag }),
    mrkdwn: fields({ text: string(max, 1) }, { verbatim: flag }),
  });
}

export const confirm: Rule = fields(
  {
    title: plainText(limits.CONFIRM_TITLE),
    text: anyText(limits.CONFIRM_TEXT),
    confirm: plainText(limits.CONFIRM_BUTTON),
    deny: plainText(limits.CONFIRM_BUTTON),
  },
  { style: string(10) },
);

/** An option of a menu; Slack draws its text as it is, without markup. */
export const menuOption: Rule = fields(
  { text: plainText(limits.OPTION_TEXT), value: string(limits.OPTION_VALUE) },
  { description: plainText(limits.OPTION_DESCRIPTION) },
);

export const overflowOption: Rule = fields(
  { text: plainText(limits.OPTION_TEXT), value: string(limits.OPTION_VALUE) },
  { description: plainText(limits.OPTION_DESCRIPTION), url: string(limits.OPTION_URL, 1) },
);

/** An option of radio buttons and checkboxes, which may carry markup. */
export const choiceOption: Rule = fields(
  { text: anyText(limits.OPTION_TEXT), value: string(limits.OPTION_VALUE) },
  { description: anyText(limits.OPTION_DESCRIPTION) },
);

export const optionGroup: Rule = fields({
  label: plainText(limits.OPTION_GROUP_LABEL),
  options: list(menuOption, { min: 1, max: limits.SELECT_OPTIONS }),
});
