import { h, nextId } from './dom.js';
import { choose, readValue } from './form.js';
import { showText } from './text.js';

export function buildRadios(element, context) {
  const chosen = readValue(context, element)?.value;
  return buildChoices(element, context, {
    type: 'radio',
    role: 'radiogroup',
    isOn: (option) => option.value === chosen,
    read: (options) => options[0] ?? null,
  });
}

export function buildCheckboxes(element, context) {
  const chosen = readValue(context, element).map((option) => option.value);
  return buildChoices(element, context, {
    type: 'checkbox',
    role: 'group',
    isOn: (option) => chosen.includes(option.value),
    read: (options) => options,
  });
}

function buildChoices(element, context, { type, role, isOn, read }) {
  const name = nextId('choice');
  const group = h('div', {
    class: 'choices',
    role,
    id: context.controlId,
    'aria-labelledby': context.labelId,
    'data-action-id': element.action_id,
  });
  const inputs = element.options.map((option) =>
    h('input', { type, name, value: option.value, checked: isOn(option) }),
  );
  const onChange = async () => {
    const options = element.options.filter((_, index) => inputs[index].checked);
    const kept = await choose(context, element, read(options), group);
    if (!kept) revert();
  };
  const revert = () => {
    const before = [readValue(context, element)].flat().map((option) => option?.value);
    for (const input of inputs) input.checked = before.includes(input.value);
  };
  group.addEventListener('change', onChange);
  group.append(
    ...element.options.map((option, index) =>
      h(
        'label',
        { class: 'choice' },
        inputs[index],
        h(
          'span',
          {},
          h('span', { class: 'choice-label' }, showText(option.text)),
          option.description
            ? h('span', { class: 'choice-description' }, showText(option.description))
            : null,
        ),
      ),
    ),
  );
  return group;
}
