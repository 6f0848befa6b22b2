import type { InputBlock, PlainTextOption } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import { cutText } from '../../domain/typed-text.ts';
import { plainText } from './blocks.ts';

type Common = { id: string; label: string; optional?: boolean; hint?: string };

/** Input blocks; a block and its element share their id, which stays private to the form. */
function input(common: Common, element: InputBlock['element'], dispatches = false): InputBlock {
  return {
    type: 'input',
    block_id: common.id,
    label: plainText(common.label),
    optional: common.optional ?? true,
    element,
    ...(common.hint === undefined ? {} : { hint: plainText(common.hint, 300) }),
    ...(dispatches ? { dispatch_action: true } : {}),
  };
}

export function textInput(
  common: Common & {
    initial?: string | null;
    lines?: boolean;
    length: number;
    placeholder?: string;
  },
): InputBlock {
  return input(common, {
    type: 'plain_text_input',
    action_id: common.id,
    multiline: common.lines ?? false,
    max_length: common.length,
    // Longer than its field, it would make Slack refuse the whole form.
    ...(common.initial ? { initial_value: cutText(common.initial, common.length) } : {}),
    ...(common.placeholder ? { placeholder: plainText(common.placeholder) } : {}),
  });
}

/** With `dispatches`, choosing tells the app at once, under that action id. */
export function selectInput(
  common: Common & {
    options: PlainTextOption[];
    initial?: string | null;
    dispatches?: string;
    placeholder?: string;
  },
): InputBlock {
  const initial = common.options.find((entry) => entry.value === common.initial);
  return input(
    common,
    {
      type: 'static_select',
      action_id: common.dispatches ?? common.id,
      options: common.options,
      ...(initial ? { initial_option: initial } : {}),
      ...(common.placeholder ? { placeholder: plainText(common.placeholder) } : {}),
    },
    common.dispatches !== undefined,
  );
}

/** Choosing tells the app at once, unless it is `quiet`. */
export function searchInput(
  common: Common & {
    actionId: string;
    initial: PlainTextOption | null;
    placeholder: string;
    quiet?: boolean;
  },
): InputBlock {
  return input(
    common,
    {
      type: 'external_select',
      action_id: common.actionId,
      min_query_length: 0,
      placeholder: plainText(common.placeholder),
      ...(common.initial ? { initial_option: common.initial } : {}),
    },
    !common.quiet,
  );
}

export function dateInput(common: Common & { initial?: LocalDate | null }): InputBlock {
  return input(common, {
    type: 'datepicker',
    action_id: common.id,
    ...(common.initial ? { initial_date: common.initial } : {}),
  });
}

/** Without a zone it is everybody's own. */
export function timeInput(common: Common & { initial?: string | null; zone?: string }): InputBlock {
  return input(common, {
    type: 'timepicker',
    action_id: common.id,
    ...(common.zone ? { timezone: common.zone } : {}),
    ...(common.initial ? { initial_time: common.initial } : {}),
  });
}

export function checkInput(
  common: Common & { option: PlainTextOption; checked?: boolean },
): InputBlock {
  return input(common, {
    type: 'checkboxes',
    action_id: common.id,
    options: [common.option],
    ...(common.checked ? { initial_options: [common.option] } : {}),
  });
}

export function checksInput(
  common: Common & { options: PlainTextOption[]; checked: readonly string[] },
): InputBlock {
  const initial = common.options.filter(({ value = '' }) => common.checked.includes(value));
  return input(common, {
    type: 'checkboxes',
    action_id: common.id,
    options: common.options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  });
}

/** A whole number; its range is checked where the form is read, in our own words. */
export function numberInput(common: Common & { initial: number }): InputBlock {
  return input(common, {
    type: 'number_input',
    action_id: common.id,
    is_decimal_allowed: false,
    initial_value: String(common.initial),
  });
}

export function peopleInput(
  common: Common & { initial: readonly string[]; most: number; placeholder: string },
): InputBlock {
  return input(common, {
    type: 'multi_users_select',
    action_id: common.id,
    max_selected_items: common.most,
    placeholder: plainText(common.placeholder),
    ...(common.initial.length > 0 ? { initial_users: [...common.initial] } : {}),
  });
}

export function radioInput(
  common: Common & {
    options: PlainTextOption[];
    initial: string | null;
    /** Brought into sight when the form is drawn. */
    focused?: boolean;
  },
): InputBlock {
  const initial = common.options.find((entry) => entry.value === common.initial);
  return input(common, {
    type: 'radio_buttons',
    action_id: common.id,
    options: common.options,
    ...(common.focused ? { focus_on_load: true } : {}),
    ...(initial ? { initial_option: initial } : {}),
  });
}
