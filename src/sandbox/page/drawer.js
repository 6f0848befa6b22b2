import { app, perform } from './app.js';
import { askConfirm } from './dialog.js';
import { h } from './dom.js';
import { drawFaults } from './faults.js';
import { icon } from './icons.js';
import { drawTraffic, loadTraffic } from './traffic.js';

let parts = null;
let tab = 'traffic';

export function isDrawerOpen() {
  return !document.getElementById('drawer').hidden;
}

export function toggleDrawer() {
  const drawer = document.getElementById('drawer');
  drawer.hidden = !drawer.hidden;
  const toggle = document.querySelector('[data-testid="drawer-toggle"]');
  toggle.setAttribute('aria-expanded', String(!drawer.hidden));
  document.body.classList.toggle('is-drawer-open', !drawer.hidden);
  if (drawer.hidden) return toggle.focus();
  drawDrawer(app.snapshot);
  void loadTraffic();
}

export function drawDrawer(snapshot) {
  if (!isDrawerOpen()) return;
  parts ??= makeParts();
  for (const button of parts.tabs.children) {
    button.setAttribute('aria-selected', String(button.dataset.tab === tab));
  }
  parts.traffic.hidden = tab !== 'traffic';
  parts.faults.hidden = tab !== 'faults';
  parts.count.textContent = snapshot.faults.length > 0 ? String(snapshot.faults.length) : '';
  drawTraffic(parts.traffic);
  drawFaults(parts.faults, snapshot);
}

function makeParts() {
  const count = h('span', { class: 'badge' });
  const tabs = h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': 'Behind the scenes' },
    makeTab('traffic', 'Traffic'),
    makeTab('faults', 'Make Slack fail', count),
  );
  const traffic = h('div', {
    class: 'drawer-pane',
    role: 'tabpanel',
    'aria-label': 'Traffic',
    'data-testid': 'traffic',
  });
  const faults = h('div', {
    class: 'drawer-pane',
    role: 'tabpanel',
    'aria-label': 'Make Slack fail',
    'data-testid': 'faults',
  });
  const close = h(
    'button',
    { type: 'button', class: 'modal-x', 'aria-label': 'Close', on: { click: toggleDrawer } },
    icon('close', 18),
  );
  const over = h(
    'button',
    { type: 'button', class: 'button', 'data-testid': 'start-over' },
    'Start over',
  );
  over.addEventListener('click', () => void startOver());
  document
    .getElementById('drawer')
    .append(
      h('header', { class: 'drawer-head' }, h('h2', {}, 'Behind the scenes'), close),
      tabs,
      traffic,
      faults,
      h(
        'footer',
        { class: 'drawer-foot' },
        over,
        h('span', {}, 'Puts messages, prospects and time back to the beginning.'),
      ),
    );
  return { tabs, traffic, faults, count };
}

function makeTab(id, words, ...more) {
  const select = () => {
    tab = id;
    drawDrawer(app.snapshot);
  };
  return h(
    'button',
    {
      type: 'button',
      role: 'tab',
      class: 'tab',
      'data-tab': id,
      'data-testid': `drawer-${id}`,
      on: { click: select },
    },
    words,
    more,
  );
}

async function startOver() {
  const sure = await askConfirm({
    title: 'Start over?',
    text: 'Every message, touch and prospect made here goes, and time returns to the first morning.',
    confirm: 'Start over',
    style: 'danger',
  });
  if (!sure) return;
  await perform('startOver', {});
  location.hash = '';
  location.reload();
}
