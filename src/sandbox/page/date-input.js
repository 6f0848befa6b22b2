import { app } from './app.js';
import {
  formatCalendarDay,
  formatMonth,
  listWeeks,
  parseDay,
  parseTime,
  readDay,
  shiftDay,
  shiftMonth,
} from './dates.js';
import { h } from './dom.js';
import { choose, readValue, writeValue } from './form.js';
import { icon } from './icons.js';
import { closePopover, isPopoverOpenFor, openPopover, place } from './popover.js';
import { readPlain } from './text.js';

/** A day: typed, or picked from a month. */
export function buildDatepicker(element, context) {
  return buildTyped(element, context, {
    glyph: 'calendar',
    prompt: 'Select a date',
    parse: (text) => parseDay(text, readToday()),
    show: formatCalendarDay,
    fill: (pick, input) => buildCalendar(readValue(context, element), pick, input),
  });
}

/** A time of day: typed, or picked from half hours. */
export function buildTimepicker(element, context) {
  return buildTyped(element, context, {
    glyph: 'clock',
    prompt: 'Select a time',
    parse: parseTime,
    show: (time) => time,
    fill: (pick) => buildTimes(readValue(context, element), pick),
  });
}

function readToday() {
  return readDay(app.snapshot.clock.now, app.snapshot.clock.zone);
}

function buildTyped(element, context, { glyph, prompt, parse, show, fill }) {
  const input = h('input', {
    type: 'text',
    class: 'text-field',
    id: context.controlId,
    autocomplete: 'off',
    role: 'combobox',
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
    'aria-label': context.labelId ? undefined : readPlain(element.placeholder) || prompt,
    placeholder: readPlain(element.placeholder) || prompt,
    'data-action-id': element.action_id,
  });
  const clear = h(
    'button',
    { type: 'button', class: 'field-clear', 'aria-label': 'Clear' },
    icon('close', 12),
  );
  const box = h('span', { class: `typed-box typed-${glyph}` }, icon(glyph), input, clear);
  const draw = () => {
    const chosen = readValue(context, element);
    input.value = chosen ? show(chosen) : '';
    clear.hidden = !chosen || !context.block.optional;
  };
  const set = async (chosen) => {
    if (chosen !== readValue(context, element)) await choose(context, element, chosen, input);
    draw();
  };
  const pick = (chosen) => {
    closePopover({ focusAnchor: true });
    void set(chosen);
  };
  const open = () => {
    if (isPopoverOpenFor(input)) return;
    openPopover(input, fill(pick, input), { label: prompt });
    document.querySelector('.popover .is-chosen')?.scrollIntoView({ block: 'center' });
  };
  const settle = () => {
    const text = input.value.trim();
    const read = text === '' ? null : parse(text);
    void set(read ?? (text === '' ? null : readValue(context, element)));
  };
  input.addEventListener('click', open);
  input.addEventListener('change', settle);
  input.addEventListener('input', () => {
    const read = parse(input.value);
    if (read && context.inInput && !context.block.dispatch_action)
      writeValue(context, element, read);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      open();
      focusPanel();
    } else if (event.key === 'Tab') closePopover();
    else if (event.key === 'Enter') {
      event.preventDefault();
      closePopover();
      settle();
    }
  });
  clear.addEventListener('click', () => {
    void set(null);
    input.focus();
  });
  draw();
  return box;
}

/** Into the panel: the chosen day or time, else today. */
function focusPanel() {
  const panel = document.querySelector('.popover');
  const choices = ['.is-chosen', '.is-today', 'button'];
  choices
    .map((choice) => panel?.querySelector(choice))
    .find(Boolean)
    ?.focus();
}

function buildCalendar(chosen, pick, input) {
  const today = readToday();
  const panel = h('div', { class: 'calendar' });
  const draw = (month, focused) => {
    panel.replaceChildren(
      h(
        'div',
        { class: 'calendar-head' },
        makeStep('Previous month', 'is-back', () => draw(shiftMonth(month, -1))),
        h('span', { 'aria-live': 'polite' }, formatMonth(month)),
        makeStep('Next month', 'is-next', () => draw(shiftMonth(month, 1))),
      ),
      drawMonth(month, { today, chosen, pick }),
    );
    if (focused) panel.querySelector(`[data-day="${focused}"]`)?.focus();
    place();
  };
  panel.addEventListener('keydown', (event) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    const from = event.target.dataset?.day;
    if (event.key === 'Tab' && event.shiftKey && !from) input.focus();
    if (!days || !from) return;
    event.preventDefault();
    const next = shiftDay(from, days);
    draw(next.slice(0, 7), next);
  });
  draw((chosen ?? today).slice(0, 7));
  return panel;
}

function makeStep(label, direction, onClick) {
  const glyph = icon(direction === 'is-back' ? 'back' : 'chevron');
  return h(
    'button',
    {
      type: 'button',
      class: `calendar-step ${direction}`,
      'aria-label': label,
      on: { click: onClick },
    },
    glyph,
  );
}

function drawMonth(month, { today, chosen, pick }) {
  const head = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((name) =>
    h('span', { class: 'calendar-name' }, name),
  );
  const days = listWeeks(month)
    .flat()
    .map((day) => {
      const classes = ['calendar-day'];
      if (day === chosen) classes.push('is-chosen');
      if (day === today) classes.push('is-today');
      if (day.slice(0, 7) !== month) classes.push('is-outside');
      return h(
        'button',
        {
          type: 'button',
          class: classes.join(' '),
          'data-day': day,
          'aria-label': formatCalendarDay(day),
          'aria-current': day === today ? 'date' : undefined,
          on: { click: () => pick(day) },
        },
        String(Number(day.slice(8))),
      );
    });
  return h('div', { class: 'calendar-grid' }, head, days);
}

function buildTimes(chosen, pick) {
  const slots = Array.from({ length: 48 }, (_, index) => {
    const hour = String(Math.floor(index / 2)).padStart(2, '0');
    return `${hour}:${index % 2 ? '30' : '00'}`;
  });
  const near = chosen ?? '09:00';
  return h(
    'div',
    { class: 'times' },
    slots.map((slot) =>
      h(
        'button',
        {
          type: 'button',
          class: slot === near ? 'time is-chosen' : 'time',
          on: { click: () => pick(slot) },
        },
        slot,
      ),
    ),
  );
}
