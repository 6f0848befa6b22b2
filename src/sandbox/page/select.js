import { app } from './app.js';
import { h, nextId } from './dom.js';
import { choose, readValue, suggest } from './form.js';
import { icon } from './icons.js';
import { openListbox } from './listbox.js';
import { closePopover, isPopoverOpenFor } from './popover.js';
import { readPlain } from './text.js';
import { isMany } from './values.js';

const SEARCH_FROM = 9;

/** Every select of Slack; on a message or Home it is a compact menu button, in a form a full field. */
export function buildSelect(element, context) {
  const many = isMany(element);
  const textId = nextId('chosen');
  const words = h('span', { id: textId, class: 'select-words' });
  const trigger = h(
    'button',
    {
      type: 'button',
      class: context.inInput ? 'select select-field' : 'select select-compact',
      id: context.controlId,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-labelledby': context.labelId ? `${context.labelId} ${textId}` : textId,
      'data-action-id': element.action_id,
    },
    words,
    icon('chevron', 14),
  );
  const box = h('span', { class: 'select-box' }, trigger);
  const source = makeSource(element, context);

  const draw = () => {
    const chosen = readValue(context, element);
    const empty = many ? chosen.length === 0 : chosen === null;
    words.textContent = empty
      ? readPlain(element.placeholder) || source.prompt
      : source.describe(chosen);
    words.classList.toggle('is-placeholder', empty);
    box.querySelector('.select-clear')?.remove();
    if (!empty && !many && context.block.optional) box.append(makeClear(() => set(null)));
  };
  const set = async (chosen) => {
    await choose(context, element, chosen, trigger);
    draw();
  };
  const pick = (item) => {
    if (!many) return void set(item.value);
    const before = readValue(context, element);
    const same = (one) => source.idOf(one) === item.id;
    void set(before.some(same) ? before.filter((one) => !same(one)) : [...before, item.value]);
  };

  trigger.addEventListener('click', () => {
    if (isPopoverOpenFor(trigger)) return closePopover();
    const chosen = [readValue(context, element)].flat().filter((one) => one !== null);
    openListbox(trigger, {
      label: readPlain(element.placeholder) || context.labelText || source.prompt,
      width: context.inInput ? 'anchor' : undefined,
      alignEnd: context.alignEnd,
      isChosen: (item) => chosen.some((one) => source.idOf(one) === item.id),
      onPick: pick,
      ...source.list,
    });
  });
  draw();
  return box;
}

function makeClear(onClear) {
  return h(
    'button',
    { type: 'button', class: 'select-clear', 'aria-label': 'Clear', on: { click: onClear } },
    icon('close', 12),
  );
}

function makeSource(element, context) {
  const kind = element.type.replace('multi_', '');
  if (kind === 'external_select') return makeExternalSource(element, context);
  if (kind === 'static_select') return makeStaticSource(element);
  return makeIdSource(kind === 'users_select' ? listPeople() : listConversations(element, kind));
}

function makeStaticSource(element) {
  const groups = element.option_groups
    ? element.option_groups.map((group) => ({
        label: readPlain(group.label),
        items: group.options.map(showOption),
      }))
    : [{ items: (element.options ?? []).map(showOption) }];
  return { ...optionSource('Select an option'), list: filterList(groups) };
}

function makeExternalSource(element, context) {
  return {
    ...optionSource('Choose an option'),
    list: {
      search: true,
      slow: true,
      minQuery: element.min_query_length ?? 3,
      searchPlaceholder: readPlain(element.placeholder) || 'Type to search',
      load: async (query) => {
        const answer = await suggest(context, element, query);
        if (!answer.ok) return { problem: answer.problem ?? 'The list could not be loaded.' };
        if (!answer.groups) return [{ items: (answer.options ?? []).map(showOption) }];
        return answer.groups.map((group) => ({
          label: readPlain(group.label),
          items: group.options.map(showOption),
        }));
      },
    },
  };
}

function optionSource(prompt) {
  return {
    prompt,
    idOf: (option) => option.value,
    describe: (chosen) =>
      [chosen]
        .flat()
        .map((option) => readPlain(option.text))
        .join(', '),
  };
}

function showOption(option) {
  return {
    id: option.value,
    label: readPlain(option.text),
    description: readPlain(option.description),
    value: option,
  };
}

function listPeople() {
  return app.snapshot.people
    .filter((person) => !person.deleted)
    .map((person) => ({ id: person.id, label: person.realName, description: person.title }));
}

/** As in Slack, the viewer chooses among the conversations they can see. */
function listConversations(element, kind) {
  const include = element.filter?.include;
  const kinds = { channel: 'public', private: 'private', im: 'im' };
  return app.snapshot.conversations
    .filter((one) => !one.archived)
    .filter((one) => (kind === 'channels_select' ? one.kind === 'channel' : true))
    .filter((one) => !include || include.includes(kinds[one.kind]))
    .map((one) => ({ id: one.id, label: one.kind === 'im' ? one.label : `#${one.name}` }));
}

function makeIdSource(items) {
  const nameOf = (id) => items.find((item) => item.id === id)?.label ?? id;
  return {
    prompt: 'Select',
    idOf: (id) => id,
    describe: (chosen) => [chosen].flat().map(nameOf).join(', '),
    list: filterList([{ items: items.map((item) => ({ ...item, value: item.id })) }]),
  };
}

function filterList(groups) {
  const count = groups.reduce((sum, group) => sum + group.items.length, 0);
  const matches = (item, query) => item.label.toLowerCase().includes(query.toLowerCase());
  return {
    search: count > SEARCH_FROM,
    load: (query) =>
      groups.map((group) => ({
        ...group,
        items: group.items.filter((item) => matches(item, query)),
      })),
  };
}
