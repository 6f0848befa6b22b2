import { app, perform } from './app.js';
import { formatClock, nameZone } from './dates.js';
import { h } from './dom.js';
import { toggleDrawer } from './drawer.js';
import { icon } from './icons.js';
import { toggleSidebar } from './sidebar.js';

let moving = false;

/** The top line: what this is, what time it is, and the ways to move it. */
export function drawClockBar({ clock }) {
  const bar = document.getElementById('topbar');
  if (bar.childElementCount === 0) bar.append(...buildBar());
  bar.querySelector('.clock-time').textContent = formatClock(clock.now, clock.zone);
  bar.querySelector('.clock-zone').textContent = nameZone(clock.zone);
  bar.querySelector('.clock').dataset.now = clock.now;
  nameNextEvent(bar, clock);
}

export function showConnection(connected) {
  document.body.classList.toggle('is-disconnected', !connected);
}

function buildBar() {
  const menu = h(
    'button',
    {
      type: 'button',
      class: 'bar-button bar-menu',
      'aria-label': 'Channels and people',
      on: { click: () => toggleSidebar() },
    },
    icon('menu', 18),
  );
  const promise = h(
    'p',
    { class: 'promise' },
    'Local Slack, real bot. ',
    h('span', {}, 'Nothing leaves this computer.'),
  );
  const time = h(
    'div',
    { class: 'clock', 'data-testid': 'clock', title: 'Sandbox time, where you are' },
    h('span', { class: 'clock-time' }),
    h('span', { class: 'clock-zone' }),
    h('span', { class: 'clock-moving', role: 'status' }),
  );
  const drawer = h(
    'button',
    {
      type: 'button',
      class: 'bar-button',
      'data-testid': 'drawer-toggle',
      'aria-expanded': 'false',
      'aria-controls': 'drawer',
      'aria-label': 'Behind the scenes: traffic and faults',
      on: { click: toggleDrawer },
    },
    icon('pulse'),
    h('span', { class: 'bar-words' }, 'Behind the scenes'),
  );
  return [
    menu,
    promise,
    h(
      'div',
      { class: 'bar-clock' },
      time,
      makeMove('nextEvent', 'next', 'Next event'),
      makeMove('nextMorning', 'sun', 'Next morning'),
    ),
    drawer,
  ];
}

function makeMove(to, glyph, words) {
  const id = to === 'nextEvent' ? 'next-event' : 'next-morning';
  const button = h(
    'button',
    { type: 'button', class: 'bar-button bar-move', 'data-testid': id, 'data-to': to },
    icon(glyph),
    h('span', { class: 'bar-words' }, words),
  );
  if (to === 'nextMorning') button.title = '09:30 of the next working day';
  button.addEventListener('click', () => void move(to));
  return button;
}

function nameNextEvent(bar, clock) {
  const button = bar.querySelector('[data-to="nextEvent"]');
  const event = clock.nextEvent;
  const title = event
    ? `${event.label}, ${formatClock(event.at, clock.zone)}`
    : 'Nothing is planned';
  button.title = title;
  button.setAttribute('aria-label', `Next event: ${title}`);
  button.disabled = moving || !event;
}

async function move(to) {
  if (moving) return;
  setMoving(true);
  try {
    await perform('moveClock', { to, as: app.as });
  } finally {
    setMoving(false);
    if (app.snapshot) drawClockBar(app.snapshot);
  }
}

function setMoving(now) {
  moving = now;
  const bar = document.getElementById('topbar');
  bar.classList.toggle('is-moving', now);
  bar.setAttribute('aria-busy', String(now));
  bar.querySelector('.clock-moving').textContent = now ? 'Time is moving…' : '';
  for (const button of bar.querySelectorAll('.bar-move')) button.disabled = now;
}
