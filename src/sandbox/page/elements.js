import { buildCheckboxes, buildRadios } from './choice-input.js';
import { buildDatepicker, buildTimepicker } from './date-input.js';
import { askConfirm } from './dialog.js';
import { h } from './dom.js';
import { sendAction } from './form.js';
import { icon } from './icons.js';
import { openListbox } from './listbox.js';
import { closePopover, isPopoverOpenFor } from './popover.js';
import { buildSelect } from './select.js';
import { readPlain } from './text.js';
import { buildTextInput } from './text-input.js';

const BUILDERS = {
  button: buildButton,
  overflow: buildOverflow,
  static_select: buildSelect,
  external_select: buildSelect,
  users_select: buildSelect,
  channels_select: buildSelect,
  conversations_select: buildSelect,
  multi_static_select: buildSelect,
  multi_external_select: buildSelect,
  multi_users_select: buildSelect,
  multi_channels_select: buildSelect,
  multi_conversations_select: buildSelect,
  datepicker: buildDatepicker,
  timepicker: buildTimepicker,
  radio_buttons: buildRadios,
  checkboxes: buildCheckboxes,
  plain_text_input: buildTextInput,
  email_text_input: buildTextInput,
  url_text_input: buildTextInput,
  number_input: buildTextInput,
  image: buildImage,
};

/**
 * One element of Block Kit. `context` says where it stands: `{ form, block, inInput, controlId, labelId }`.
 */
export function buildElement(element, context) {
  const build = BUILDERS[element?.type];
  if (!build) return h('span', { class: 'unsupported' }, `Unsupported element: ${element?.type}`);
  return build(element, context);
}

export function buildImage(element) {
  return h('img', {
    class: 'thumb',
    src: element.image_url,
    alt: element.alt_text,
    loading: 'lazy',
  });
}

function buildButton(element, context) {
  const style = element.style ? ` button-${element.style}` : '';
  const button = h(
    'button',
    {
      type: 'button',
      class: `button${style}`,
      'aria-label': element.accessibility_label,
      'data-action-id': element.action_id,
    },
    readPlain(element.text),
  );
  button.addEventListener('click', async () => {
    if (button.getAttribute('aria-busy') === 'true') return;
    if (element.confirm && !(await askConfirm(element.confirm))) return;
    if (element.url) window.open(element.url, '_blank', 'noopener');
    const { type, text, value } = element;
    await sendAction(
      context,
      element,
      { type, text, ...(value !== undefined && { value }) },
      button,
    );
  });
  return button;
}

function buildOverflow(element, context) {
  const trigger = h(
    'button',
    {
      type: 'button',
      class: 'button button-icon',
      'aria-label': 'More options',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-action-id': element.action_id,
    },
    icon('dots'),
  );
  const items = element.options.map((option) => ({
    id: option.value,
    label: readPlain(option.text),
    description: readPlain(option.description),
    option,
  }));
  const pick = async ({ option }) => {
    if (element.confirm && !(await askConfirm(element.confirm))) return;
    if (option.url) window.open(option.url, '_blank', 'noopener');
    await sendAction(context, element, { type: 'overflow', selected_option: option }, trigger);
  };
  trigger.addEventListener('click', () => {
    if (isPopoverOpenFor(trigger)) return closePopover();
    openListbox(trigger, {
      role: 'menu',
      label: 'More options',
      alignEnd: true,
      load: () => [{ items }],
      onPick: pick,
    });
  });
  return trigger;
}
