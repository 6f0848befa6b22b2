import { h } from './dom.js';
import { readValue, sendAction, writeValue } from './form.js';
import { readPlain } from './text.js';
import { makeValue } from './values.js';

const KINDS = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'email', inputmode: 'email', autocomplete: 'off' },
  url_text_input: { type: 'url', inputmode: 'url' },
  number_input: { type: 'text', inputmode: 'decimal' },
};

export function buildTextInput(element, context) {
  const input = h(element.multiline ? 'textarea' : 'input', {
    class: 'text-field',
    id: context.controlId,
    placeholder: readPlain(element.placeholder) || undefined,
    'aria-label': context.labelId ? undefined : readPlain(element.placeholder),
    'data-action-id': element.action_id,
    rows: element.multiline ? 4 : undefined,
    ...(element.multiline ? {} : KINDS[element.type]),
    value: readValue(context, element) ?? '',
  });
  const counter = element.max_length
    ? h('span', { class: 'counter', 'aria-live': 'polite' })
    : null;
  const count = () => {
    if (!counter) return;
    const left = element.max_length - input.value.length;
    counter.textContent = left < Math.max(20, element.max_length / 10) ? String(left) : '';
    counter.classList.toggle('is-over', left < 0);
  };
  input.addEventListener('input', () => {
    writeValue(context, element, input.value === '' ? null : input.value);
    count();
  });
  if (context.block.dispatch_action) addDispatch(input, element, context);
  count();
  return h('span', { class: 'text-box' }, input, counter);
}

/** Slack tells the app on Enter, unless the element asks for every character. */
function addDispatch(input, element, context) {
  const when = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const tell = () => sendAction(context, element, makeValue(element, input.value || null), input);
  if (when.includes('on_character_entered')) input.addEventListener('input', tell);
  if (!when.includes('on_enter_pressed')) return;
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void tell();
  });
}
