import { app, isBotDmOpen, openConversation, openHomeTab, perform } from './app.js';
import { buildBotAvatar } from './avatar.js';
import { drawBlocks } from './blocks.js';
import { drawComposer } from './composer.js';
import { formatDivider, readDay } from './dates.js';
import { arrange, h } from './dom.js';
import { makeForm } from './form.js';
import { icon } from './icons.js';
import { drawMessage } from './message.js';

const GROUP_MS = 5 * 60_000;
const NEAR_END_PX = 120;

let parts = null;
const marked = new Map();

/** The middle of the page: a conversation, or the bot's App Home. */
export function drawConversation(snapshot) {
  parts ??= makeParts();
  const home = app.tab === 'home';
  drawHead(snapshot);
  parts.list.hidden = home;
  parts.home.hidden = !home;
  drawComposer(snapshot, parts.main);
  if (home) drawHome(snapshot);
  else drawList(snapshot);
  if (!home) void markRead(snapshot);
}

function makeParts() {
  const main = document.getElementById('conversation');
  const head = h('header', { class: 'head' });
  const list = h('div', {
    class: 'messages',
    role: 'log',
    tabindex: 0,
    'aria-label': 'Messages',
    'data-testid': 'messages',
  });
  const home = h('div', { class: 'home', 'data-testid': 'home', hidden: true });
  main.append(head, list, home);
  followEnd(list);
  return { main, head, list, home, key: null, nodes: new Map(), headKey: '' };
}

/** Pictures that arrive late and a growing composer do not push the newest message out of sight. */
function followEnd(list) {
  let following = true;
  const toEnd = () => {
    if (following) list.scrollTop = list.scrollHeight;
  };
  list.addEventListener('scroll', () => {
    following = isNearEnd(list);
  });
  list.addEventListener('load', toEnd, true);
  new ResizeObserver(toEnd).observe(list);
}

function isNearEnd(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
}

function drawHead(snapshot) {
  const one = snapshot.conversations.find((conversation) => conversation.id === app.channelId);
  const bot = isBotDmOpen(snapshot);
  const key = JSON.stringify([one, bot, app.tab, app.as]);
  if (key === parts.headKey) return;
  parts.headKey = key;
  const focused =
    parts.head.contains(document.activeElement) && document.activeElement.dataset.testid;
  parts.head.replaceChildren(
    h('h1', {}, bot || app.tab === 'home' ? buildBotTitle(snapshot) : buildTitle(one)),
    bot || app.tab === 'home' ? buildTabs() : '',
  );
  if (focused) parts.head.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function buildBotTitle(snapshot) {
  return [buildBotAvatar('small'), snapshot.appName, h('span', { class: 'tag' }, 'APP')];
}

function buildTitle(one) {
  if (!one) return 'No conversation';
  if (one.kind === 'im') return one.label;
  const count = one.members.length;
  return [
    icon(one.kind === 'private' ? 'lock' : 'hash', 18),
    one.name,
    h(
      'span',
      { class: 'head-note' },
      one.archived ? 'archived' : `${count} ${count === 1 ? 'member' : 'members'}`,
    ),
  ];
}

function buildTabs() {
  const tab = (id, words, onClick) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'aria-selected': String(app.tab === id),
        'data-testid': `tab-${id}`,
        on: { click: onClick },
      },
      words,
    );
  return h(
    'div',
    { class: 'tabs', role: 'tablist', 'aria-label': 'App' },
    tab('home', 'Home', () => void openHomeTab()),
    tab('messages', 'Messages', () => void openConversation(app.channelId)),
  );
}

function drawHome(snapshot) {
  if (!snapshot.home) {
    parts.home.drawnBlocks = undefined;
    parts.home.replaceChildren(
      h('p', { class: 'empty' }, 'This is where the app shows its Home. Nothing here yet.'),
    );
    return;
  }
  if (!parts.home.drawnBlocks) parts.home.replaceChildren();
  drawBlocks(parts.home, snapshot.home, makeForm({ kind: 'home' }, snapshot.home));
}

function drawList(snapshot) {
  const { list } = parts;
  const key = `${app.as} ${app.channelId} ${snapshot.clock.zone}`;
  const changed = key !== parts.key;
  if (changed) parts.nodes = new Map();
  const last = snapshot.messages.at(-1)?.ts;
  const nearEnd = isNearEnd(list);
  const follow =
    changed || nearEnd || (last !== parts.last && snapshot.messages.at(-1)?.from === app.as);

  arrange(list, listRows(snapshot));
  if (follow) list.scrollTop = list.scrollHeight;
  parts.key = key;
  parts.last = last;
}

function listRows(snapshot) {
  const { messages, clock } = snapshot;
  if (messages.length === 0)
    return [keepNode('empty', () => h('p', { class: 'empty' }, describeEmpty(snapshot)))];
  const rows = [];
  const kept = new Map();
  let before = null;
  for (const message of messages) {
    const day = readDay(message.shownAt, clock.zone);
    if (!before || readDay(before.shownAt, clock.zone) !== day) {
      rows.push(drawDivider(day, formatDivider(message.shownAt, clock.now, clock.zone)));
      before = null;
    }
    const node = drawMessage(parts.nodes.get(message.ts), message, {
      snapshot,
      grouped: isGrouped(before, message, snapshot),
    });
    kept.set(message.ts, node);
    rows.push(node);
    before = message;
  }
  for (const [key, node] of parts.nodes) if (key.startsWith('day ')) kept.set(key, node);
  parts.nodes = kept;
  return rows;
}

/** People's messages within five minutes stand under one name; the bot's always carry theirs. */
function isGrouped(before, message, snapshot) {
  if (!before || before.from !== message.from || message.from === snapshot.botUserId) return false;
  if (before.ephemeralFor !== message.ephemeralFor) return false;
  return Date.parse(message.shownAt) - Date.parse(before.shownAt) < GROUP_MS;
}

function drawDivider(day, words) {
  const node = keepNode(`day ${day}`, () =>
    h('div', { class: 'day', role: 'separator' }, h('span', {})),
  );
  node.firstChild.textContent = words;
  return node;
}

function keepNode(key, make) {
  const node = parts.nodes.get(key) ?? make();
  parts.nodes.set(key, node);
  return node;
}

function describeEmpty(snapshot) {
  if (isBotDmOpen(snapshot))
    return `This is the beginning of your messages with ${snapshot.appName}.`;
  return 'Nothing has been said here yet.';
}

/** What is on the screen counts as read, as long as somebody looks at it; each last message is told once. */
async function markRead(snapshot) {
  const one = snapshot.conversations.find((conversation) => conversation.id === app.channelId);
  const key = `${app.as} ${app.channelId}`;
  const last = snapshot.messages.at(-1)?.ts;
  if (!one || one.unread === 0 || document.hidden || marked.get(key) === last) return;
  marked.set(key, last);
  await perform('markRead', { as: app.as, channelId: app.channelId });
}
