import * as limits from '../limits.ts';
import {
  choiceOption,
  confirm,
  menuOption,
  optionGroup,
  overflowOption,
  plainText,
} from './composition-rules.ts';
import {
  among,
  anything,
  both,
  type Fields,
  fields,
  flag,
  isRecord,
  list,
  number,
  oneOf,
  pattern,
  problem,
  type Rule,
  string,
} from './rules.ts';

const actionId: Fields = { action_id: string(limits.ACTION_ID, 1) };
const acting: Fields = { ...actionId, confirm };
const prompting: Fields = {
  ...actionId,
  placeholder: plainText(limits.PLACEHOLDER),
  focus_on_load: flag,
};
const choosing: Fields = { ...prompting, confirm };
const menu: Fields = {
  options: list(menuOption, { min: 1, max: limits.SELECT_OPTIONS }),
  option_groups: list(optionGroup, { min: 1, max: limits.OPTION_GROUPS }),
};
const several: Fields = { max_selected_items: number(1, limits.SELECT_OPTIONS) };
const conversation: Fields = {
  default_to_current_conversation: flag,
  response_url_enabled: flag,
  filter: anything,
};
const typing: Fields = { ...prompting, dispatch_action_config: anything };
const choices: Fields = { options: list(choiceOption, { min: 1, max: limits.CHOICES }) };
const ids: Rule = list(string(limits.ACTION_ID, 1), { max: limits.SELECT_OPTIONS });

const button = fields(
  { text: plainText(limits.BUTTON_TEXT) },
  {
    ...acting,
    value: string(limits.BUTTON_VALUE),
    url: string(limits.BUTTON_URL, 1),
    style: among('primary', 'danger'),
    accessibility_label: string(limits.ACCESSIBILITY_LABEL),
  },
);

const date = pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must match YYYY-MM-DD');
const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'must match HH:mm');

/** Menus, dates and buttons: what may stand in actions and beside a section. */
export const ACTION_ELEMENTS: Record<string, Rule> = {
  button,
  static_select: both(
    fields({}, { ...choosing, ...menu, initial_option: menuOption }),
    oneOf('options', 'option_groups'),
    initialOffered,
  ),
  external_select: fields(
    {},
    { ...choosing, initial_option: menuOption, min_query_length: number(0, 3000) },
  ),
  users_select: fields({}, { ...choosing, initial_user: string(255, 1) }),
  channels_select: fields(
    {},
    { ...choosing, initial_channel: string(255, 1), response_url_enabled: flag },
  ),
  conversations_select: fields(
    {},
    { ...choosing, ...conversation, initial_conversation: string(255, 1) },
  ),
  overflow: fields(
    { options: list(overflowOption, { min: 1, max: limits.OVERFLOW_OPTIONS }) },
    acting,
  ),
  datepicker: fields({}, { ...choosing, initial_date: date }),
  timepicker: fields({}, { ...choosing, initial_time: time, timezone: string(255, 1) }),
  datetimepicker: fields(
    {},
    { ...actionId, confirm, focus_on_load: flag, initial_date_time: number(0, 9_999_999_999) },
  ),
  radio_buttons: both(
    fields(choices, { ...acting, focus_on_load: flag, initial_option: choiceOption }),
    initialOffered,
  ),
  checkboxes: both(
    fields(choices, {
      ...acting,
      focus_on_load: flag,
      initial_options: list(choiceOption, { min: 1, max: limits.CHOICES }),
    }),
    initialOffered,
  ),
};

/** Menus for several choices, which Slack accepts beside sections and in inputs only. */
export const MULTI_ELEMENTS: Record<string, Rule> = {
  multi_static_select: both(
    fields(
      {},
      { ...choosing, ...menu, ...several, initial_options: list(menuOption, { min: 1, max: 100 }) },
    ),
    oneOf('options', 'option_groups'),
    initialOffered,
  ),
  multi_external_select: fields(
    {},
    {
      ...choosing,
      ...several,
      min_query_length: number(0, 3000),
      initial_options: list(menuOption, { min: 1, max: 100 }),
    },
  ),
  multi_users_select: fields({}, { ...choosing, ...several, initial_users: ids }),
  multi_channels_select: fields({}, { ...choosing, ...several, initial_channels: ids }),
  multi_conversations_select: fields(
    {},
    { ...choosing, ...several, ...conversation, initial_conversations: ids },
  ),
};

/** Fields to type into, for input blocks only. */
export const TYPING_ELEMENTS: Record<string, Rule> = {
  plain_text_input: fields(
    {},
    {
      ...typing,
      initial_value: string(limits.INPUT_TEXT),
      multiline: flag,
      min_length: number(0, limits.INPUT_TEXT),
      max_length: number(1, limits.INPUT_TEXT),
    },
  ),
  email_text_input: fields({}, { ...typing, initial_value: string(limits.INPUT_TEXT) }),
  url_text_input: fields({}, { ...typing, initial_value: string(limits.INPUT_TEXT) }),
  number_input: fields(
    { is_decimal_allowed: flag },
    { ...typing, initial_value: string(50), min_value: string(50), max_value: string(50) },
  ),
  file_input: fields(
    {},
    {
      ...actionId,
      filetypes: list(string(50, 1), { max: 100 }),
      max_files: number(1, limits.FILE_INPUT_FILES),
    },
  ),
};

/** What Slack requires of `initial_option(s)`: each is one of the options, in every field. */
function initialOffered(element: unknown, pointer: string): ReturnType<Rule> {
  if (!isRecord(element)) return [];
  const offered = new Set(offeredOptions(element).map((option) => JSON.stringify(option)));
  const initial = [element.initial_option, element.initial_options].flat().filter(Boolean);
  return initial.every((option) => offered.has(JSON.stringify(option)))
    ? []
    : problem('initial option must exactly match one of the options', pointer);
}

export function offeredOptions(element: Record<string, unknown>): Record<string, unknown>[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const grouped = groups.filter(isRecord).flatMap((group) => group.options ?? []);
  return [...(Array.isArray(element.options) ? element.options : []), ...grouped].filter(isRecord);
}
