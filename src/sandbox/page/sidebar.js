import { app, findBotDm, openConversation, openHomeTab, switchPerson } from './app.js';
import { buildAvatar, buildBotAvatar } from './avatar.js';
import { putInComposer } from './composer.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { buildLanguages } from './languages.js';

const SEARCH_FROM = 12;

let query = '';
let drawn = '';

export function drawSidebar(snapshot) {
  const { team, me, people, conversations, tries } = snapshot;
  const signature = JSON.stringify([
    team,
    me,
    people,
    conversations,
    tries,
    app.channelId,
    app.tab,
  ]);
  if (signature === drawn) return;
  drawn = signature;
  const sidebar = document.getElementById('sidebar');
  const focused = sidebar.contains(document.activeElement) && document.activeElement.dataset.testid;
  const scrolled = [...sidebar.querySelectorAll('.side-scroll')].map((part) => part.scrollTop);
  sidebar.replaceChildren(buildHead(snapshot), buildPlaces(snapshot), buildPeople(snapshot));
  sidebar.querySelectorAll('.side-scroll').forEach((part, index) => {
    part.scrollTop = scrolled[index] ?? 0;
  });
  if (focused) sidebar.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
}

/** On a phone the sidebar lies over the conversation. */
export function toggleSidebar(shown) {
  const open = document.body.classList.toggle('is-sidebar-open', shown);
  document.getElementById('sidebar-shade').hidden = !open;
}

function buildHead({ team, me }) {
  return h(
    'div',
    { class: 'side-head' },
    h('div', { class: 'team' }, team.name),
    h(
      'div',
      { class: 'me', 'data-testid': 'me' },
      h('span', { class: 'presence' }),
      h('span', {}, `You are ${me.realName}`),
      buildLanguages(me),
    ),
  );
}

function buildPlaces(snapshot) {
  const { conversations, appName, tries } = snapshot;
  const dm = findBotDm(snapshot);
  const channels = conversations.filter((one) => one.kind !== 'im');
  const others = conversations.filter((one) => one.kind === 'im' && one.id !== dm?.id);
  return h(
    'div',
    { class: 'side-scroll side-places' },
    channels.length > 0 ? buildSection('Channels', channels.map(buildChannel)) : null,
    buildSection('Direct messages', [
      dm && buildBotDm(dm, appName),
      ...others.map((one) => buildDm(one, snapshot)),
    ]),
    buildSection('Apps', [buildHomeLink(appName)]),
    tries.length > 0
      ? buildSection(
          'Try',
          tries.map((one) => buildTry(one, dm)),
        )
      : null,
  );
}

function buildSection(title, rows) {
  return h('section', { class: 'side-section', 'aria-label': title }, h('h2', {}, title), rows);
}

function buildRow({ current, unread, testId, onClick, title }, ...content) {
  const classes = ['side-row'];
  if (current) classes.push('is-current');
  if (unread > 0) classes.push('is-unread');
  const open = () => {
    toggleSidebar(false);
    onClick();
  };
  return h(
    'button',
    {
      type: 'button',
      class: classes.join(' '),
      'data-testid': testId,
      title,
      'aria-current': current ? 'page' : undefined,
      on: { click: open },
    },
    content,
    unread > 0
      ? h('span', { class: 'badge', 'aria-label': `${unread} unread` }, String(unread))
      : null,
  );
}

function isOpen(id) {
  return app.tab === 'messages' && app.channelId === id;
}

function buildChannel(one) {
  return buildRow(
    {
      current: isOpen(one.id),
      unread: one.unread,
      testId: `conversation-${one.id}`,
      onClick: () => void openConversation(one.id),
    },
    h('span', { class: 'side-glyph' }, icon(one.kind === 'private' ? 'lock' : 'hash')),
    h('span', { class: 'side-name' }, one.name),
  );
}

function buildBotDm(one, appName) {
  return buildRow(
    {
      current: isOpen(one.id),
      unread: one.unread,
      testId: 'bot-dm',
      onClick: () => void openConversation(one.id),
    },
    buildBotAvatar('small'),
    h('span', { class: 'side-name' }, appName),
    h('span', { class: 'tag' }, 'APP'),
  );
}

function buildDm(one, { people, me }) {
  const other =
    people.find((person) => one.members.includes(person.id) && person.id !== me.id) ?? me;
  return buildRow(
    {
      current: isOpen(one.id),
      unread: one.unread,
      testId: `conversation-${one.id}`,
      onClick: () => void openConversation(one.id),
    },
    buildAvatar(other, 'small'),
    h('span', { class: 'side-name' }, one.label),
  );
}

function buildHomeLink(appName) {
  return buildRow(
    {
      current: app.tab === 'home',
      unread: 0,
      testId: 'app-home',
      onClick: () => void openHomeTab(),
    },
    buildBotAvatar('small'),
    h('span', { class: 'side-name' }, appName),
    h('span', { class: 'side-role' }, 'Home'),
  );
}

function buildTry(one, dm) {
  const put = async () => {
    const sentence = !one.text.startsWith('/');
    if (dm && (sentence || app.tab === 'home') && !isOpen(dm.id)) await openConversation(dm.id);
    putInComposer(one.text);
  };
  return buildRow(
    { current: false, unread: 0, testId: 'try', onClick: () => void put(), title: one.text },
    h('span', { class: 'side-glyph' }, icon('bolt', 14)),
    h('span', { class: 'side-name' }, one.label),
  );
}

function buildPeople({ people, me }) {
  const list = h('div', {
    class: 'side-scroll side-people',
    role: 'group',
    'aria-label': 'Switch person',
  });
  const fill = () => {
    const words = query.trim().toLowerCase();
    const shown = people
      .filter((person) => !person.isBot)
      .filter((person) => `${person.realName} ${person.title}`.toLowerCase().includes(words));
    list.replaceChildren(...shown.map((person) => buildPerson(person, me)));
    if (shown.length === 0) list.append(h('p', { class: 'side-none' }, 'Nobody by that name'));
  };
  fill();
  return h(
    'section',
    { class: 'side-bottom' },
    h('h2', {}, 'Switch person'),
    people.length > SEARCH_FROM ? buildSearch(fill) : null,
    list,
  );
}

function buildSearch(fill) {
  const input = h('input', {
    type: 'search',
    class: 'side-search',
    placeholder: 'Find somebody',
    'aria-label': 'Find somebody',
    'data-testid': 'person-search',
    value: query,
  });
  input.addEventListener('input', () => {
    query = input.value;
    fill();
  });
  return input;
}

function buildPerson(person, me) {
  const current = person.id === me.id;
  const role = person.deleted ? 'deactivated' : person.isGuest ? 'guest' : person.title;
  return h(
    'button',
    {
      type: 'button',
      class: `side-row side-person${current ? ' is-me' : ''}${person.deleted ? ' is-deleted' : ''}`,
      'data-testid': `person-${person.id}`,
      'aria-pressed': String(current),
      title: [person.realName, role, person.zone].filter(Boolean).join(' · '),
      on: {
        click: () => {
          toggleSidebar(false);
          void switchPerson(person.id);
        },
      },
    },
    buildAvatar(person, 'small'),
    h('span', { class: 'side-name' }, person.realName),
    h('span', { class: 'side-role' }, role),
    current ? icon('check', 14) : null,
  );
}
