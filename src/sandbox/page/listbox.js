import { h, nextId } from './dom.js';
import { icon } from './icons.js';
import { closePopover, openPopover, place } from './popover.js';

const SEARCH_PAUSE_MS = 200;

/**
 * A list in a panel: menus and selects alike. `load(query)` answers groups of
 * `{ label?, items: [{ id, label, description?, danger? }] }` or `{ problem }`.
 */
export function openListbox(anchor, options) {
  const list = makeList(anchor, options);
  openPopover(anchor, [list.search, list.body], {
    width: options.width,
    label: options.label,
    alignEnd: options.alignEnd,
    onClose: list.stop,
  });
  (list.search?.querySelector('input') ?? list.body).focus();
  void list.show('');
}

function makeList(anchor, options) {
  const menu = options.role === 'menu';
  const id = nextId('list');
  const body = h('div', {
    id,
    class: 'list',
    role: menu ? 'menu' : 'listbox',
    tabindex: -1,
    'aria-label': options.label,
  });
  const search = options.search ? makeSearch(id, options) : null;
  const state = { active: -1, run: 0, timer: 0, typed: '' };
  const focusHolder = () => search?.querySelector('input') ?? body;
  const rows = () => [...body.querySelectorAll('.list-item')];

  const setActive = (index) => {
    const all = rows();
    if (all.length === 0) return;
    state.active = (index + all.length) % all.length;
    for (const row of all) row.classList.toggle('is-active', row === all[state.active]);
    all[state.active].scrollIntoView({ block: 'nearest' });
    focusHolder().setAttribute('aria-activedescendant', all[state.active].id);
  };

  const pick = (item) => {
    closePopover({ focusAnchor: true });
    options.onPick(item);
  };

  const show = async (query) => {
    const run = ++state.run;
    if (options.minQuery && query.length < options.minQuery) {
      return note(
        `Type ${options.minQuery === 1 ? 'a letter' : `at least ${options.minQuery} letters`} to search`,
      );
    }
    if (options.slow) note('Searching…');
    const groups = await options.load(query);
    if (run !== state.run) return;
    if (groups.problem) return note(groups.problem, true);
    draw(groups);
  };

  const note = (text, problem = false) => {
    body.replaceChildren(h('p', { class: problem ? 'list-note list-problem' : 'list-note' }, text));
    state.active = -1;
    place();
  };

  const draw = (groups) => {
    const filled = groups.filter((group) => group.items.length > 0);
    if (filled.length === 0) return note('No results');
    body.replaceChildren(
      ...filled.map((group) => drawGroup(group, { menu, options, pick, setActive, rows })),
    );
    place();
    const chosen = rows().findIndex((row) => row.getAttribute('aria-selected') === 'true');
    setActive(Math.max(chosen, 0));
  };

  const onKey = (event) => {
    const moves = { ArrowDown: state.active + 1, ArrowUp: state.active - 1 };
    const ends = search ? {} : { Home: 0, End: -1 };
    const next = { ...moves, ...ends }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === 'Enter' || (event.key === ' ' && !search)) {
      event.preventDefault();
      rows()[state.active]?.click();
    } else if (event.key === 'Tab') {
      closePopover({ focusAnchor: true });
    } else if (!search && event.key.length === 1) {
      jumpTo(event.key);
    }
  };

  const jumpTo = (letter) => {
    clearTimeout(state.timer);
    state.typed += letter.toLowerCase();
    state.timer = setTimeout(() => {
      state.typed = '';
    }, 600);
    const at = rows().findIndex((row) => row.dataset.label.toLowerCase().startsWith(state.typed));
    if (at >= 0) setActive(at);
  };

  const onSearch = (event) => {
    clearTimeout(state.timer);
    const query = event.target.value;
    state.timer = setTimeout(() => void show(query), options.slow ? SEARCH_PAUSE_MS : 0);
  };

  body.addEventListener('keydown', onKey);
  search?.addEventListener('keydown', onKey);
  search?.addEventListener('input', onSearch);
  const stop = () => {
    state.run += 1;
    clearTimeout(state.timer);
    options.onClose?.();
  };
  return { body, search, show, stop, anchor };
}

function makeSearch(listId, options) {
  const input = h('input', {
    type: 'text',
    class: 'text-field',
    role: 'combobox',
    autocomplete: 'off',
    'aria-controls': listId,
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-label': options.label,
    'data-testid': 'select-search',
    placeholder: options.searchPlaceholder ?? 'Search',
  });
  return h('div', { class: 'list-search' }, input);
}

function drawGroup(group, { menu, options, pick, setActive, rows }) {
  const labelId = nextId('group');
  const items = group.items.map((item) => {
    const chosen = options.isChosen?.(item) === true;
    const row = h(
      'div',
      {
        id: nextId('item'),
        class: `list-item${item.danger ? ' is-danger' : ''}`,
        role: menu ? 'menuitem' : 'option',
        'aria-selected': menu ? undefined : String(chosen),
        'data-label': item.label,
        'data-value': item.id,
      },
      item.icon ?? null,
      h(
        'span',
        { class: 'list-words' },
        h('span', { class: 'list-label' }, item.label),
        item.description ? h('span', { class: 'list-description' }, item.description) : null,
      ),
      chosen ? icon('check', 14) : null,
    );
    row.addEventListener('click', () => pick(item));
    row.addEventListener('pointermove', () => {
      if (!row.classList.contains('is-active')) setActive(rows().indexOf(row));
    });
    return row;
  });
  if (!group.label) return h('div', { class: 'list-group', role: 'presentation' }, items);
  return h(
    'div',
    { class: 'list-group', role: 'group', 'aria-labelledby': labelId },
    h('div', { id: labelId, class: 'list-heading' }, group.label),
    items,
  );
}
